"""Messages to applicants: queued with the act that causes them, sent later, followed up.

What is sent leaves in three steps of their own, so that a kill in any of them loses nothing:
`take_due` marks, a gateway sends, `record` notes what became of it. Never sends anything itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain import message as rules
from zcdesk.domain.act import NewAct
from zcdesk.domain.case import Case, Particulars, PersonRef
from zcdesk.domain.hall import Revealed
from zcdesk.domain.identity import mask_phone
from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.domain.message import (
    Handed,
    Message,
    MessageKind,
    MessageState,
    Outgoing,
    Template,
)
from zcdesk.domain.phone import PhoneKind, check_phone
from zcdesk.errors import NotAllowed, UserError
from zcdesk.operations import told
from zcdesk.operations.session import Session, entry_of, hall, policy
from zcdesk.operations.told import Told
from zcdesk.store import messages, persons

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

AT_ONCE = 20
HOTLINE = "12345"
"""政务服务便民热线, where a hall has given no number of its own."""

UNNAMED = "申请事项"
"""What a message calls a sensitive matter: a telephone lies open on many a table."""

Templates = Mapping[MessageKind, Template]


NOW = timedelta()


def tell(
    session: Session,
    tx: Transaction,
    case: Case,
    kind: MessageKind,
    cause: str,
    *,
    wait: timedelta = NOW,
    **fields: str,
) -> bool:
    """Queue a message about a case in the transaction of the act `cause`.

    Args:
        wait: how long another station may send it first.
    """
    if told.of(case, kind, cause) is not None:
        return False
    intake = case.intake
    entry = entry_of(tx, intake.matter)
    is_open = entry is None or entry.matter.secrecy is Secrecy.OPEN
    named = {"matter": intake.matter_name if is_open else UNNAMED, "number": intake.number}
    about = f"case:{case.id}"
    return queue(session, tx, about, kind, cause, intake.applicant, wait=wait, **named, **fields)


def queue(
    session: Session,
    tx: Transaction,
    subject: str,
    kind: MessageKind,
    cause: str,
    to: PersonRef,
    *,
    wait: timedelta = NOW,
    **fields: str,
) -> bool:
    """Queue a message; False where the hall wants none of the kind, or the cause has one."""
    wanted = policy(tx).messages
    if kind not in wanted.kinds:
        return False
    place = hall(tx)
    new = Message(
        id=rules.request_of(subject, kind, cause),
        subject=subject,
        kind=kind,
        cause=cause,
        state=MessageState.QUEUED,
        at=tx.at_text,
        next_at=rules.after_quiet(wanted, tx.at + wait).isoformat(timespec="milliseconds"),
        person=to.ref,
        digest=to.digest,
        fields={"hall": place.name, "phone": place.phone_consult or HOTLINE, **fields},
    )
    return messages.add(tx, new)


def is_wanted(store: Reader, kind: MessageKind) -> bool:
    """Tell whether the hall sends messages of a kind."""
    return kind in policy(store).messages.kinds


def matter_words(matters: Sequence[Matter]) -> str:
    """What a text calls what is applied for; a sensitive matter among it is not named."""
    if any(matter.secrecy is not Secrecy.OPEN for matter in matters):
        return UNNAMED
    first = matters[0].name if matters else ""
    return f"{first}等 {len(matters)} 件" if len(matters) > 1 else first


def take_due(session: Session, templates: Templates, most: int = AT_ONCE) -> tuple[Outgoing, ...]:
    """Mark what is due as being sent and return it; what can never be sent fails in words."""
    outgoing = []
    with session.transaction() as tx:
        wanted, at = policy(tx).messages, session.now()
        found = [
            one
            for state in rules.OPEN
            for one in messages.in_state(tx, state, until=tx.at_text, most=most)
        ]
        for one in [f for f in found if rules.is_due(f, wanted, at)][:most]:
            if told.settle(tx, one):
                continue
            try:
                phone = _mobile(tx, one)
                text = one.text or rules.words(_template(templates, one.kind), one.fields)
            except UserError as error:
                failed = rules.begun(one, "", at)
                handed = Handed(request=one.id, state=MessageState.FAILED, why=error.code)
                _put(tx, rules.settled(failed, handed, "", wanted, at))
                continue
            messages.put(tx, rules.begun(one, text, at))
            outgoing.append(Outgoing(request=one.id, phone=phone, text=text))
    return tuple(outgoing)


def record(session: Session, gateway: str, results: Iterable[Handed]) -> None:
    """Note what a gateway did; a result for a message not being sent is left aside."""
    with session.transaction() as tx:
        wanted = policy(tx).messages
        for handed in results:
            one = messages.get(tx, handed.request)
            if one is not None and one.state is MessageState.SENDING:
                _put(tx, rules.settled(one, handed, gateway, wanted, session.now()))


def report(session: Session, gateway: str, arrived: Mapping[str, MessageState]) -> None:
    """Note delivery reports, by the gateway's own number."""
    with session.transaction() as tx:
        for reference, state in arrived.items():
            one = messages.by_reference(tx, gateway, reference)
            if one is not None:
                messages.put(tx, rules.reported(one, state, session.now()))


def after_start(session: Session) -> int:
    """Take up what was being sent when the program ended; return how many."""
    with session.transaction() as tx:
        found = messages.in_state(tx, MessageState.SENDING)
        for one in found:
            messages.put(tx, rules.interrupted(one))
    return len(found)


def send_again(session: Session, message_id: str) -> None:
    """Try a failed message once more, because a person wants it."""
    with session.transaction() as tx:
        one = messages.get(tx, message_id)
        if one is None or one.state is not MessageState.FAILED:
            raise NotAllowed("MSG-08")
        fresh = msgspec.structs.replace(
            one, state=MessageState.QUEUED, attempts=0, next_at=tx.at_text
        )
        messages.put(tx, fresh)


def settle(session: Session, message_id: str, *, by_phone: bool = False) -> None:
    """Send a message no more: a person wants that, or told it by telephone."""
    state = MessageState.BY_PHONE if by_phone else MessageState.STOPPED
    with session.transaction() as tx:
        one = messages.get(tx, message_id)
        if one is None or one.state not in rules.UNSENT:
            raise NotAllowed("MSG-15")
        at = session.now().isoformat(timespec="milliseconds")
        _put(tx, msgspec.structs.replace(one, state=state, changed_at=at))


def number_to_call(session: Session, message_id: str) -> str:
    """Return the telephone number a message was meant for, after recording who looked."""
    with session.transaction() as tx:
        one = messages.get(tx, message_id)
        number = _phone(tx, one) if one is not None else ""
        if one is None or not number:
            raise UserError("MSG-06")
        body = Revealed(field="phone", about=one.subject.partition(":")[2])
        tx.append(NewAct(subject=f"clerk:{session.clerk}", body=body))
        return number


def unsent(session: Session) -> tuple[Told, ...]:
    """Return what is not sent yet or could not be, the failed ones first."""
    with session.reading() as store:
        found = (one for state in rules.UNSENT for one in messages.in_state(store, state))
        return tuple(_told(store, one) for one in found if not told.is_over(store, one))


def of_case(session: Session, case_id: str) -> tuple[Told, ...]:
    """Return what was told about a case at whatever station, the oldest first."""
    with session.reading() as store:
        here = messages.of_subject(store, f"case:{case_id}")
        found = [*(_told(store, one) for one in here), *told.elsewhere(store, case_id, here)]
        return tuple(sorted(found, key=lambda one: one.at))


def counts(session: Session) -> dict[str, int]:
    """Return how many messages stand in each state."""
    with session.reading() as store:
        return messages.counts(store)


def _put(tx: Transaction, one: Message) -> None:
    """Save a message; how it ended is told to the other stations."""
    messages.put(tx, told.note(tx, one))


def _told(store: Reader, one: Message) -> Told:
    done = told.by_hall(store, one)
    if done is not None and one.state in rules.OPEN:
        one = msgspec.structs.replace(one, state=MessageState(done.outcome), changed_at=done.at)
    return Told(
        id=one.id,
        kind=one.kind,
        number=one.fields.get("number", ""),
        state=one.state,
        at=one.at,
        changed_at=one.changed_at,
        text=one.text,
        phone=mask_phone(_phone(store, one)),
        attempts=one.attempts,
        why=one.why,
    )


def _template(templates: Templates, kind: MessageKind) -> Template:
    if kind not in templates:
        raise UserError("MSG-10", kind=kind.value)
    return templates[kind]


def _mobile(store: Reader, one: Message) -> str:
    """Return the number of somebody who can be told.

    Raises:
        UserError: the record is erased, or holds no mobile number.
    """
    phone = check_phone(_phone(store, one))
    if phone.kind is not PhoneKind.MOBILE:
        raise UserError("MSG-07" if phone.text else "MSG-06")
    return phone.text


def _phone(store: Reader, one: Message) -> str:
    """The applicant's number, or the presenter's where the applicant gave none."""
    found = persons.get(store, PersonRef(ref=one.person, digest=one.digest), Particulars)
    if found is None:
        return ""
    return found.applicant.phone or (found.presenter.phone if found.presenter else "")
