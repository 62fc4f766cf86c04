"""Random days of a hall, and every figure of them counted from the raw log: plain JSON, no fold."""

from __future__ import annotations

import json
import random
import statistics
from collections import defaultdict
from datetime import datetime, timedelta

import msgspec
from fix_case_acts import ACCEPTED, CLERK, DUE, GRANTED, HEALTH, REVIEWER, SAMPLES, SEEN, TAKEN
from fix_store import AT
from msgspec import structs
from sqlalchemy import select

from zcdesk.domain import case_acts as on
from zcdesk.domain import case_ends as end
from zcdesk.domain import period
from zcdesk.domain.act import NewAct
from zcdesk.domain.booking import BookingCancelled, BookingMade, BookingMissed, BookingTaken
from zcdesk.domain.case_parts import Lack, PersonRef
from zcdesk.domain.inquiry import (
    InquiryAnswered,
    InquiryChannel,
    InquiryForwarded,
    InquiryKind,
    InquiryRecorded,
)
from zcdesk.domain.period import Span
from zcdesk.domain.rating import Level, RatingChannel, RatingGiven
from zcdesk.domain.rating_follow import (
    Finding,
    RatingAnswered,
    RatingCalledBack,
    RatingContacted,
    RatingMended,
    RatingReviewed,
    RatingVerified,
)
from zcdesk.domain.reentry import ReentryDone
from zcdesk.domain.sitting import SittingNotified
from zcdesk.domain.ticket import (
    Channel,
    Outcome,
    TicketArrived,
    TicketCalled,
    TicketClosed,
    TicketExpired,
    TicketTaken,
)
from zcdesk.operations.session import Session
from zcdesk.store.rules import hall_rules
from zcdesk.store.schema import acts

FIRE = "区消防救援大队"
YEAR = period.of(Span.YEAR, AT.date())
SPOT = Lack(name="申请表", defective=True)
OTHER = Lack(name="检验报告", reason="过期")


def session_on(store, now=None):
    at = now or datetime(2027, 1, 20, 9, tzinfo=AT.tzinfo)
    chance = random.randbytes
    return Session(store=store, now=lambda: at, random=chance, calendar=None, clerk="0601")


def lives(luck):
    """Yield (subject, clerk, [(minutes from begin, body)]) of a hall's random days."""
    for number in range(luck.randint(1, 25)):
        yield f"case:{number}", luck.choice(("0312", "0313")), list(case_life(luck, number))
        yield f"ticket:t{number}", luck.choice(("0312", "0313")), list(ticket_life(luck, number))
        if luck.random() < 0.4:
            body = RatingGiven(
                level=luck.choice(tuple(Level)),
                channel=RatingChannel.PAD,
                window="3",
                ticket=f"t{number}",
            )
            yield f"rating:s{number}", "", list(rating_life(luck, body))
        if luck.random() < 0.3:
            typed = ReentryDone(
                case=f"{number}",
                number=f"N{number}",
                system="s",
                department=luck.choice((HEALTH, FIRE)),
                seconds=luck.randint(0, 900),
                copied=3,
            )
            yield f"reentry:{number}/s", "0312", [(luck.randint(0, 9000), typed)]
        if luck.random() < 0.4:
            yield f"booking:{number}", "", list(booking_life(luck))
        if luck.random() < 0.4:
            yield f"inquiry:{number}", "0312", list(inquiry_life(luck))
        if luck.random() < 0.2:
            told = SittingNotified(window="3", number="N", code="c", matters=("1-1",), lines=())
            yield f"sitting:n{number}", "0312", [(luck.randint(0, 9000), told)]


def booking_life(luck):
    at = luck.randint(0, 20000)
    told = (AT + timedelta(minutes=at + 60)).isoformat()
    yield at, BookingMade(code="YY0001", at=told, until=told, category="社会民生")
    ends = (
        BookingTaken(ticket="t", number="YA001", is_late=luck.random() < 0.5),
        BookingMissed(),
        BookingCancelled(),
    )
    for body in luck.sample(ends, luck.randint(0, 2)):  # only the first of them counts
        yield at + 60, body


def case_life(luck, number):
    at = luck.randint(0, 20000)
    department = luck.choice((HEALTH, FIRE))
    begun = AT + timedelta(minutes=at)
    intake = msgspec.structs.replace(
        TAKEN,
        number=f"N{number}",
        receipt=f"N{number}",
        online=luck.choice(("", "W1")),
        department=department,
        handover_due=(begun + timedelta(hours=5)).isoformat(),
        accept_due=msgspec.structs.replace(TAKEN.accept_due, at=(begun + timedelta(2)).isoformat()),
        deemed_due=msgspec.structs.replace(TAKEN.accept_due, at=""),
    )
    yield at, intake
    in_office = {"role": REVIEWER["role"], "department": department}
    if luck.random() < 0.15:
        yield at + 5, end.CaseVoided(**CLERK, reason="重复")
        return
    if luck.random() < 0.2:
        return
    at += luck.randint(10, 600)
    yield at, on.CaseHandedOver(**CLERK, batch="b", to_department=department)
    for _ in range(luck.choice((0, 0, 1, 2))):
        at += luck.randint(10, 6000)
        lacks = luck.choice(((SPOT,), (OTHER,), (SPOT, OTHER)))
        yield at, on.CaseReturned(**in_office, lacks=lacks, until=DUE)
        at += 60
        later = (begun + timedelta(minutes=at + 3000)).isoformat()
        term = msgspec.structs.replace(TAKEN.accept_due, at=later)
        yield at, on.CaseCorrected(**CLERK, window="3", names=("申请表",), accept_due=term)
    if luck.random() < 0.4:
        at += luck.randint(10, 20000)
        yield at, on.CaseSupplemented(**CLERK, window="3", material="检验报告")
    at += luck.randint(10, 6000)
    yield at, msgspec.structs.replace(SEEN, department=department)
    due = (AT + timedelta(minutes=at + 5000)).isoformat()
    yield (
        at,
        msgspec.structs.replace(
            ACCEPTED, department=department, due=msgspec.structs.replace(DUE, at=due)
        ),
    )
    if luck.random() < 0.8:
        at += luck.randint(10, 10000)
        yield at, msgspec.structs.replace(GRANTED, department=department)
        if luck.random() < 0.8:
            sent = end.CaseResultSent(**in_office)
            yield at + 5, sent
            yield at + 10, SAMPLES[end.CaseResultTaken]
            yield at + luck.randint(11, 3000), SAMPLES[end.CaseIssued]


def rating_life(luck, given):
    at = luck.randint(0, 9000)
    due = AT + timedelta(minutes=at + luck.choice((49, 50)))
    yield at, structs.replace(given, close_due=due.isoformat())
    if given.level.is_bad and luck.random() < 0.7:
        yield at + 10, RatingContacted(reached=True)
        finding = luck.choice((Finding.TRUE, Finding.MISTAKEN))
        yield at + 20, RatingVerified(finding=finding)
        if finding is Finding.MISTAKEN:
            yield at + 30, RatingReviewed(agrees=True)
        else:
            yield at + 30, RatingMended()
            yield at + 40, RatingAnswered()
            yield at + 50, RatingCalledBack(content=True)


def inquiry_life(luck):
    at = luck.randint(0, 9000)
    due = AT + timedelta(minutes=at + 100)
    yield (
        at,
        InquiryRecorded(
            of=luck.choice(tuple(InquiryKind)),
            channel=InquiryChannel.HOTLINE,
            asker=PersonRef(ref="p", digest="sha256:1"),
            due=due.isoformat(),
            answered=luck.random() < 0.3,
        ),
    )
    if luck.random() < 0.5:
        yield at + 5, InquiryForwarded(department=luck.choice((HEALTH, FIRE)))
    if luck.random() < 0.7:
        yield at + luck.choice((100, 101)), InquiryAnswered(text="已答复")


def ticket_life(luck, number):
    at = luck.randint(0, 20000)
    channel = luck.choice(tuple(Channel))
    yield at, TicketTaken(number=f"A{number:03d}", category="社会民生", channel=channel)
    if luck.random() < 0.2:
        yield at + 500, TicketExpired()
        return
    at += luck.randint(1, 60)
    yield at, TicketCalled(window=luck.choice("35"), fence=1, request="r")
    yield at + 1, TicketArrived(window="3", sitting=f"s{number}")
    at += luck.randint(2, 60)
    outcome = luck.choice((Outcome.RECEIVED, Outcome.LEFT, Outcome.CONSULTED))
    yield at, TicketClosed(window="3", outcome=outcome)


def filled(stores, luck):
    """Write random days in the order of time, each act by its own clerk."""
    stores.rules = hall_rules()
    store = stores.create()
    todo = [
        (minutes, number, subject, clerk, body)
        for number, (subject, clerk, life) in enumerate(lives(luck))
        for minutes, body in life
    ]
    for minutes, _, subject, clerk, body in sorted(todo, key=lambda x: (x[0], x[1])):
        at = AT + timedelta(minutes=minutes)
        # A second person reviews what the first found not to count.
        who = "0601" if isinstance(body, RatingReviewed) else clerk
        with store.transaction(clerk=who, at=at, random=random.randbytes) as tx:
            tx.append(NewAct(subject=subject, body=body))
    return store


def day(at):
    return at[:10]


def raw_log(store):
    """Return subject → [(kind, at, clerk, body as plain JSON)], in the order they were written."""
    with store.reading() as reader:
        rows = reader.select(
            select(acts.c.subject, acts.c.kind, acts.c.at, acts.c.clerk, acts.c.body).order_by(
                acts.c.pk
            )
        ).all()
    life = defaultdict(list)
    for subject, kind, at, clerk, body in rows:
        life[subject].append((kind, at, clerk, json.loads(body)))
    return life


def brute(store, first, last, today):
    """Count every figure from the raw log: plain JSON, no state, no fact, no fold."""
    life = raw_log(store)
    facts = []
    for subject, events in life.items():
        kinds = [kind for kind, *_ in events]
        if "case.voided" in kinds:
            continue
        facts += BRUTE[subject.partition(":")[0]](events)
    counted = defaultdict(list)
    for kind, on_day, hit, value, department in facts:
        bound = min(last, today - timedelta(1)) if kind in ("handed", "promise") else last
        if first.isoformat() <= on_day <= bound.isoformat():
            counted[kind].append((hit, value, department))
    return counted


def instant(at):
    return datetime.fromisoformat(at)


def brute_case(events):
    _, taken_at, _, intake = events[0]
    where = intake["department"]
    yield "received", day(taken_at), bool(intake.get("online")), 0, where
    handed = [at for kind, at, _, _ in events if kind == "case.handed_over"]
    due = intake["handover_due"]
    if handed or "case.decided" not in [e[0] for e in events]:
        yield "handed", day(due), bool(handed) and instant(handed[0]) <= instant(due), 0, where
    limit, answered, points, again, back = intake["accept_due"]["at"], [], set(), False, []
    for kind, at, _, body in events:
        if kind in ("case.returned", "case.accepted"):
            answered.append((kind, at))
            yield "answered", day(at), instant(at) <= instant(limit), 0, where
        if kind == "case.returned":
            names = {lack["name"] for lack in body["lacks"]}
            again = again or (bool(back) and bool(names - points))
            points |= names
            back.append(at)
            for _ in body["lacks"]:
                yield "reason", day(at), True, 0, where
        if kind == "case.corrected":
            limit = body["accept_due"]["at"]
    if answered:
        yield "returned", day(answered[0][1]), answered[0][0] == "case.returned", 0, where
    if back:
        yield "told_once", day(back[0]), not again, 0, where
    supplied = [at for kind, at, _, _ in events if kind == "case.supplemented"]
    for material in intake["materials"]:
        if material.get("due"):
            kept = bool(supplied) and day(supplied[0]) <= material["due"]
            yield "promise", material["due"], kept, 0, where
    promised = ""
    for kind, at, _, body in events:
        if kind == "case.accepted":
            promised = body["due"]["at"]
        if kind == "case.decided":
            yield "decided", day(at), False, 1, where
            yield "on_time", day(at), instant(at) <= instant(promised), 0, where
        if kind == "case.issued":
            # This matter always had a promised paper, so nobody came only once.
            yield "one_visit", day(at), False, 0, where


def brute_ticket(events):
    at = {kind: instant(when) for kind, when, _, _ in events}
    taken = at["ticket.taken"]
    on_day = taken.date().isoformat()
    outcome = next((b["outcome"] for k, _, _, b in events if k == "ticket.closed"), "expired")
    lost = outcome in ("left", "expired")
    yield "taken", on_day, lost, 0, ""
    channel = events[0][3].get("channel", "kiosk")
    yield "by_self", on_day, channel in ("kiosk", "appointment"), 0, ""
    if "ticket.called" in at:
        wait = int((at["ticket.called"] - taken).total_seconds())
        yield "waited", on_day, False, wait, ""
        if not lost:
            took = int((at["ticket.closed"] - at["ticket.arrived"]).total_seconds())
            yield "served", on_day, outcome == "received", took, ""


def brute_rating(events):
    reviews = [body["agrees"] for kind, _, _, body in events if kind == "rating.reviewed"]
    if any(reviews):
        return
    _, at, _, given = events[0]
    yield "rated", day(at), given["level"] >= 3, given["level"], ""
    if given["level"] < 3:
        ends = [instant(at) for kind, at, _, b in events if kind == "rating.called_back"]
        in_time = bool(ends) and ends[-1] <= instant(given["close_due"])
        yield "mended", day(at), in_time, given["level"], ""


def brute_inquiry(events):
    _, at, _, said = events[0]
    answers = [instant(at)] if said.get("answered") else []
    answers += [instant(at) for kind, at, _, _ in events if kind == "inquiry.answered"]
    name = "complained" if said["of"] == "投诉" else "consulted"
    on_spot = bool(said.get("answered"))
    passed = [b["department"] for kind, _, _, b in events if kind == "inquiry.forwarded"]
    where = [] if on_spot else passed
    in_time = bool(answers) and answers[0] <= instant(said["due"])
    yield name, day(at), in_time, 0, where[-1] if where else ""


def brute_reentry(events):
    for _, at, _, body in events:
        yield "reentered", day(at), False, body["seconds"], body["department"]


def brute_booking(events):
    on_day = day(events[0][3]["at"])
    for kind, _, _, body in events[1:2]:
        if kind != "booking.cancelled":
            kept = kind == "booking.taken" and not body.get("is_late")
            yield "booked", on_day, kept, 0, ""


BRUTE = {
    "booking": brute_booking,
    "reentry": brute_reentry,
    "inquiry": brute_inquiry,
    "case": brute_case,
    "ticket": brute_ticket,
    "rating": lambda events: brute_rating(events),
    "sitting": lambda e: [("noticed", day(e[0][1]), False, 0, "")],
}


def expected(figure, facts):
    values = [value for _, value, _ in facts]
    match figure.way.value:
        case "count":
            return float(len(facts))
        case "minutes":
            return sum(values) / 60
        case "rate":
            return sum(hit for hit, *_ in facts) / len(facts) if facts else None
        case "median":
            return statistics.median(values) / 60 if values else None
        case "mean":
            return sum(values) / len(values) if values else None
