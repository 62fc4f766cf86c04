"""Who works at the window: secrets, lock-outs, change of shift, looking at masked numbers."""

from __future__ import annotations

import msgspec
import pytest
from fix_hall import SECRET
from fix_visit import settle, somebody, visiting

from zcdesk.domain.act import Act
from zcdesk.domain.hall import Clerk, ClerkOff, ClerkOn, LockPolicy, Policy
from zcdesk.domain.papers import PaperKind, kind_of
from zcdesk.domain.visit import receive_all
from zcdesk.domain.window import CustodyHanded, Window
from zcdesk.errors import NotAllowed
from zcdesk.operations import clerks, intake, policies, queue, tickets

WRONG = "guessed-9"


def acts(session, subject: str) -> tuple[Act, ...]:
    with session.reading() as store:
        return store.acts(subject)


def last(session, subject: str) -> object:
    with session.reading() as store:
        return store.body(store.acts(subject)[-1])


def refused(act) -> NotAllowed:
    with pytest.raises(NotAllowed) as error:
        act()
    return error.value


def test_a_clerk_comes_on_duty(session) -> None:
    found = clerks.log_in(session.as_clerk(""), " 0313 ", SECRET, stand_in=True)
    assert (found.clerk.name, found.clerk.window) == ("李强", "3")
    assert found.window is not None
    assert found.window.number == "3"
    assert last(session, "clerk:0313") == ClerkOn(window="3", stand_in=True, verifier=1)
    assert acts(session, "clerk:0313")[-1].clerk == "0313"


@pytest.mark.parametrize("staff_no", ["0312", "9999", ""])
def test_a_wrong_number_and_a_wrong_secret_are_told_alike(session, staff_no: str) -> None:
    error = refused(lambda: clerks.log_in(session, staff_no, WRONG))
    assert (error.code, error.fields) == ("SEC-02", {})


def test_a_refused_login_is_no_act_and_keeps_no_secret(session) -> None:
    before = acts(session, "clerk:0312")
    refused(lambda: clerks.log_in(session, "0312", WRONG))
    assert acts(session, "clerk:0312") == before


def test_after_so_many_failures_the_clerk_is_locked_out_for_minutes(session, clock) -> None:
    policies.set_policy(
        session.as_clerk("0001"), Policy(lock=LockPolicy(failures=3, lockout_minutes=10))
    )
    for _ in range(2):
        assert refused(lambda: clerks.unlock(session, "0312", WRONG)).code == "SEC-02"
    third = refused(lambda: clerks.log_in(session, "0312", WRONG))
    assert (third.code, third.fields) == ("SEC-01", {"n": 3, "m": 10})
    clock.pass_(minutes=4)
    right = refused(lambda: clerks.log_in(session, "0312", SECRET))
    assert (right.code, right.fields) == ("SEC-01", {"n": 3, "m": 6})
    assert clerks.log_in(session, "0313", SECRET).clerk.name == "李强"  # only that clerk
    clock.pass_(minutes=6)
    assert clerks.log_in(session, "0312", SECRET).clerk.name == "张敏"


def test_a_lock_out_outlives_the_program(session, clock, open_hall) -> None:
    policies.set_policy(session.as_clerk("0001"), Policy(lock=LockPolicy(failures=1)))
    refused(lambda: clerks.log_in(session, "0312", WRONG))
    again = open_hall()
    assert refused(lambda: clerks.log_in(again, "0312", SECRET)).code == "SEC-01"


def test_a_right_secret_ends_the_count(session) -> None:
    policies.set_policy(session.as_clerk("0001"), Policy(lock=LockPolicy(failures=2)))
    for _ in range(2):
        assert refused(lambda: clerks.unlock(session, "0312", WRONG)).code == "SEC-02"
        clerks.unlock(session, "0312", SECRET)


def test_going_off_leaves_the_open_visit(session) -> None:
    visit = queue.walk_in(session)
    clerks.log_off(session, "午休")
    assert last(session, "clerk:0312") == ClerkOff(window="3", reason="午休")
    assert clerks.clerk_of(session).window == ""
    assert intake.reopen(session) == visit


@pytest.mark.req("UX-42")
def test_a_look_at_a_masked_number_is_one_record_without_the_number(session) -> None:
    person = somebody()
    visit = visiting(session, "1-2", person=person)
    before = len(acts(session, "clerk:0312"))
    clerks.reveal(session, "phone", visit.id)
    (record,) = acts(session, "clerk:0312")[before:]
    assert msgspec.json.decode(record.body) == {"field": "phone", "about": visit.id}
    assert record.clerk == "0312"


# --- change of shift ---


def at_work(session) -> None:
    """One visit parked with its papers, one open, both without an end."""
    tickets.take_ticket(session, "社会民生", priority=True, why="残疾")
    called = queue.arrive(session, queue.call_next(session), "key")
    queue.park(session, called, "回去取原件")
    intake.save(session, receive_all(visiting(session, "1-2")))


def test_what_lies_at_the_window_is_listed_without_a_name(session) -> None:
    at_work(session)
    found = clerks.custody_now(session)
    assert found.visits == ("W03-001 出版物零售业务经营许可",)
    assert found.parked == ("VA001 尚未选事项",)
    assert found.originals == ("W03-001 申请表", "W03-001 经营场所使用权证明")
    words = "".join(found.visits + found.parked + found.originals)
    assert somebody().name not in words


def test_the_taker_signs_with_their_own_secret(session, clock) -> None:
    at_work(session)
    clock.pass_(hours=3)
    custody = clerks.Custody(
        **{f: getattr(clerks.custody_now(session), f) for f in ("visits", "parked", "originals")},
        seals=("收件专用章 1 枚",),
        blanks=("空白凭证 20 份",),
        remark="打印机缺纸",
    )
    paper = clerks.hand_custody(session, "0313", SECRET, custody)
    assert kind_of(paper) is PaperKind.SHIFT
    assert (paper.giver, paper.taker, paper.occasion) == ("张敏", "李强", "换班")
    assert [line.name for line in paper.seals] == ["收件专用章 1 枚", "空白凭证 20 份"]
    assert last(session, "window:3") == CustodyHanded(
        to_clerk="0313",
        tickets=custody.visits + custody.parked,
        originals=custody.originals,
        seals=custody.seals,
        blanks=custody.blanks,
        remark="打印机缺纸",
    )
    assert last(session, "clerk:0313") == ClerkOn(window="3", stand_in=False, verifier=1)
    with session.reading() as store:
        assert store.state("window:3", Window).clerk == "0313"
        assert store.state("clerk:0312", Clerk).window == ""
    taker = session.as_clerk("0313")
    done = intake.receive(taker, settle(intake.reopen(taker)))
    with session.reading() as store:
        assert {c.clerk for c in store.acts(f"sitting:{done.visit.id}")} == {"0313"}


@pytest.mark.parametrize(
    ("taker", "secret", "code"),
    [("0312", SECRET, "SEC-03"), ("0313", WRONG, "SEC-02"), ("9999", SECRET, "SEC-02")],
)
def test_nothing_changes_hands_without_the_takers_secret(
    session, taker: str, secret: str, code: str
) -> None:
    before = acts(session, "window:3")
    error = refused(lambda: clerks.hand_custody(session, taker, secret, clerks.Custody()))
    assert error.code == code
    assert acts(session, "window:3") == before
    assert clerks.clerk_of(session).window == "3"


def test_a_stand_in_for_lunch_is_called_so(session) -> None:
    paper = clerks.hand_custody(session, "0313", SECRET, clerks.Custody(), "午休")
    assert paper.occasion == "午休"
    assert last(session, "clerk:0313") == ClerkOn(window="3", stand_in=True, verifier=1)
    assert last(session, "clerk:0312") == ClerkOff(window="3", reason="午休")
