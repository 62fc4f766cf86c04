"""A message (短信) to an applicant or a window: its words, its states, when it may be sent.

At least once: a message whose fate is unknown is sent again under the same request id, by which a
gateway drops the second one. Never a name or an identity number in a text; the phone number is
read from the sealed record when the message is sent, and kept nowhere else.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import string
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

import msgspec

from zcdesk.domain.checkdigit import id_check
from zcdesk.domain.worktime import hall_time
from zcdesk.errors import Invalid


class MessageKind(StrEnum):
    """What a message is about; the value is its template's name."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    NOT_ACCEPTED = "not_accepted"
    DECIDED = "decided"
    RESULT_READY = "result_ready"
    DEFERRAL_DUE = "deferral_due"
    CORRECTION_DUE = "correction_due"
    POSTED = "posted"
    RATING = "rating"
    NOTICE = "notice"
    RECEIVED = "received"
    AMENDED = "amended"
    VOIDED = "voided"


class MessageState(StrEnum):
    """`UNKNOWN`: it may have left; it is tried again under the same request id.

    `STOPPED` and `BY_PHONE`: a person decided that it is not sent (any more), or told it on the
    telephone instead.
    """

    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    FAILED = "failed"
    UNKNOWN = "unknown"
    STOPPED = "stopped"
    BY_PHONE = "by_phone"


UNSENT = (MessageState.FAILED, MessageState.UNKNOWN, MessageState.QUEUED)
"""States a person can still do something about."""

OPEN = (MessageState.QUEUED, MessageState.UNKNOWN)
"""States that are tried again when their time comes."""

FIELDS: Mapping[MessageKind, frozenset[str]] = MappingProxyType(
    {
        MessageKind.ACCEPTED: frozenset({"due"}),
        MessageKind.RETURNED: frozenset({"department"}),
        MessageKind.NOT_ACCEPTED: frozenset({"department"}),
        MessageKind.DECIDED: frozenset({"outcome"}),
        MessageKind.RESULT_READY: frozenset({"place"}),
        MessageKind.DEFERRAL_DUE: frozenset({"material", "due"}),
        MessageKind.CORRECTION_DUE: frozenset({"due"}),
        MessageKind.POSTED: frozenset({"waybill"}),
        MessageKind.RATING: frozenset(),
        MessageKind.NOTICE: frozenset({"code"}),
        MessageKind.RECEIVED: frozenset(),
        MessageKind.AMENDED: frozenset({"receipt"}),
        MessageKind.VOIDED: frozenset(),
    }
)
"""What a template may say besides `hall`, `matter`, `number` and `phone`."""

EVERYWHERE = frozenset({"hall", "matter", "number", "phone"})
LONGEST = 201
"""Characters of a text: three parts of 67, as much as people read and every network carries."""

_ID_NUMBER = re.compile(r"[0-9]{17}[0-9Xx]")


class MessagePolicy(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a hall decides about messages.

    Attributes:
        kinds: what is told by message; a decision only where the hall wants it (rules 4).
        quiet_from, quiet_until: no message leaves between these times of the day.
        remind_days: days before a promise or a correction is due that it is recalled.
        tries: attempts until a message has failed for good.
        first_wait, longest_wait: minutes between attempts, doubled each time.
        take_over: minutes after which another station sends what the one that recorded the act
            has not sent.
    """

    kinds: tuple[MessageKind, ...] = tuple(k for k in MessageKind if k is not MessageKind.DECIDED)
    quiet_from: dt.time = dt.time(20, 0)
    quiet_until: dt.time = dt.time(8, 0)
    remind_days: int = 2
    tries: int = 6
    first_wait: int = 2
    longest_wait: int = 120
    take_over: int = 30


class Template(msgspec.Struct, frozen=True):
    """The words of one kind, with {fields}."""

    kind: MessageKind
    text: str


class Outgoing(msgspec.Struct, frozen=True, kw_only=True):
    """What a gateway is given.

    Attributes:
        request: the same at every attempt; a gateway that saw it sends nothing again.
    """

    request: str
    phone: str
    text: str


class Handed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a gateway did with a message.

    Attributes:
        state: `SENT`, `DELIVERED`, `FAILED` (for good), `QUEUED` (not sent, try again) or
            `UNKNOWN` (it may have left).
        reference: the gateway's own number, by which a delivery report is recognised.
        why: code of the error.
    """

    request: str
    state: MessageState
    reference: str = ""
    why: str = ""


class Message(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One message of the outbox.

    Attributes:
        subject: the case or sitting it is about.
        person, digest: the sealed record its number is read from.
        fields: what its template is filled with; nothing personal.
        cause: the act that made it necessary; one message of a kind for each.
        text: empty until the first attempt, then the same for ever.
        next_at: ISO time before which it is not tried.
        reference: what the gateway calls it.
        why: code of what went wrong last.
    """

    id: str
    subject: str
    kind: MessageKind
    cause: str
    state: MessageState
    at: str
    next_at: str
    person: str
    digest: str
    fields: dict[str, str] = {}
    attempts: int = 0
    text: str = ""
    gateway: str = ""
    reference: str = ""
    why: str = ""
    changed_at: str = ""


def request_of(subject: str, kind: MessageKind, cause: str) -> str:
    """Return the id of a message: the same at every station, so that a gateway drops a second."""
    return hashlib.sha256(f"{subject}\n{kind.value}\n{cause}".encode()).hexdigest()[:32]


def check_template(template: Template) -> Template:
    """Refuse a template that would break when it is filled, or say too much; names the place."""
    place = template.kind.value
    try:
        parts = list(string.Formatter().parse(template.text))
    except ValueError as error:
        raise Invalid("MSG-01", place, place=place, why=str(error)) from error
    allowed = EVERYWHERE | FIELDS[template.kind]
    for _, field, spec, conversion in parts:
        if field is not None and (field not in allowed or spec or conversion):
            raise Invalid("MSG-02", place, place=place, name=field)
    plain = "".join(text for text, *_ in parts)
    if not plain.strip() or any(ord(c) < 32 for c in template.text):
        raise Invalid("MSG-01", place, place=place, why="没有文字，或含有换行")
    if len(plain) > LONGEST // 2:
        raise Invalid("MSG-03", place, place=place, n=len(plain), most=LONGEST // 2)
    return template


def words(template: Template, fields: Mapping[str, str]) -> str:
    """Fill a template; a value too long is cut with …, an identity number never passes.

    Raises:
        Invalid: a value is missing, or holds what looks like an identity number.
    """
    names = [name for _, name, *_ in string.Formatter().parse(template.text) if name]
    for name in names:
        if name not in fields:
            raise Invalid("MSG-04", name, place=template.kind.value, name=name)
    given = {name: " ".join(fields[name].split()) for name in names}
    text = template.text.format_map(given)
    if any(id_check(found[:17]) == found[17].upper() for found in _ID_NUMBER.findall(text)):
        raise Invalid("MSG-05", template.kind.value, place=template.kind.value)
    over = len(text) - LONGEST
    if over > 0:
        longest = max(given, key=lambda name: len(given[name]))
        given[longest] = given[longest][: max(len(given[longest]) - over - 1, 1)] + "…"
        text = template.text.format_map(given)[:LONGEST]
    return text


def after_quiet(policy: MessagePolicy, at: dt.datetime) -> dt.datetime:
    """Return the first moment from `at` on that is not in the quiet hours."""
    start, end = policy.quiet_from, policy.quiet_until
    if start == end:
        return at
    local = hall_time(at)
    now = local.time()
    is_quiet = start <= now < end if start < end else now >= start or now < end
    if not is_quiet:
        return at
    morning = local.replace(hour=end.hour, minute=end.minute, second=0, microsecond=0)
    return morning if morning > local else morning + dt.timedelta(days=1)


def wait_after(policy: MessagePolicy, attempts: int) -> dt.timedelta:
    """Return how long to wait after the n-th attempt (from 1) that came to nothing."""
    minutes = policy.first_wait * 2 ** min(max(attempts - 1, 0), 20)
    return dt.timedelta(minutes=min(minutes, policy.longest_wait))


def is_due(message: Message, policy: MessagePolicy, at: dt.datetime) -> bool:
    """Tell whether a message is to be tried now."""
    if message.state not in OPEN or after_quiet(policy, at) != at:
        return False
    return dt.datetime.fromisoformat(message.next_at) <= at


def begun(message: Message, text: str, at: dt.datetime) -> Message:
    """Return the message as its next attempt begins."""
    return msgspec.structs.replace(
        message,
        state=MessageState.SENDING,
        attempts=message.attempts + 1,
        text=message.text or text,
        changed_at=at.isoformat(timespec="milliseconds"),
    )


def settled(
    message: Message, handed: Handed, gateway: str, policy: MessagePolicy, at: dt.datetime
) -> Message:
    """Return the message after an attempt; the last one that may be made fails for good."""
    state, next_at = handed.state, message.next_at
    if state in OPEN:
        again = after_quiet(policy, at + wait_after(policy, message.attempts))
        next_at = again.isoformat(timespec="milliseconds")
        if message.attempts >= policy.tries:
            state = MessageState.FAILED
    return msgspec.structs.replace(
        message,
        state=state,
        next_at=next_at,
        gateway=gateway,
        reference=handed.reference or message.reference,
        why=handed.why,
        changed_at=at.isoformat(timespec="milliseconds"),
    )


def reported(message: Message, state: MessageState, at: dt.datetime) -> Message:
    """Return the message after a delivery report; one that arrived stays arrived."""
    if message.state is MessageState.DELIVERED or state not in (
        MessageState.DELIVERED,
        MessageState.FAILED,
    ):
        return message
    why = "MSG-09" if state is MessageState.FAILED else ""
    return msgspec.structs.replace(
        message, state=state, why=why, changed_at=at.isoformat(timespec="milliseconds")
    )


def interrupted(message: Message) -> Message:
    """Return a message that was being sent when the program ended: nobody knows whether it left."""
    return msgspec.structs.replace(message, state=MessageState.UNKNOWN)
