"""The number of an archived case (归档号): without gaps in its hall and year, given at 归档.

A one-PC hall gives it in the archiving transaction itself. A joined station archives at once too,
online or not; its number waits in a word until the archiving has its place in the hall's order,
so that of two windows archiving one case only the first asks, and no number is asked for twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain.act import Act, NewAct
from zcdesk.domain.case import Case, CaseRegistered, CaseState
from zcdesk.store import reserve
from zcdesk.store.reserve import Pending, Word

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader
    from zcdesk.store.transaction import Transaction

REGISTER = "办件档案"


def ask(tx: Transaction, archived: Act) -> None:
    """Give an archived case its number, or let it wait for the hall's server."""
    subject, year = archived.subject, tx.at.year
    request = f"archive:{subject}"
    if not tx.standing.epoch:
        serial = tx.hall.take_register_number(request, REGISTER, year)
        _enter(tx, subject, Word(verb=reserve.REGISTER, year=year), serial)
        return
    word = Word(verb=reserve.REGISTER, ticket=subject, act=archived.id, year=year)
    reserve.say(tx, word, request)


def waiting(reader: Reader) -> tuple[Pending, ...]:
    """Return the words whose archiving has its place and stands, and those that came second."""
    reader.flush()
    found = (one for one in reserve.pending(reader) if one.word.verb == reserve.REGISTER)
    return tuple(one for one in found if reader.folded(one.word.ticket).position)


def is_second(reader: Reader, word: Word) -> bool:
    """Tell whether another window archived the case first, or it has its number."""
    case = reader.state(word.ticket, Case)
    if case is None or case.state is not CaseState.ARCHIVED or case.archive_number:
        return True
    return word.act in {refused.act for refused in case.refused}


def keep(tx: Transaction, pending: Pending, serial: int | None) -> None:
    """Write the number the server gave; None = it was not asked for."""
    if serial is not None and not is_second(tx, pending.word):
        _enter(tx, pending.word.ticket, pending.word, serial)
    reserve.told(tx, pending.pk)


def _enter(tx: Transaction, subject: str, word: Word, serial: int) -> None:
    case = tx.state(subject, Case)
    assert case is not None
    body = CaseRegistered(register=REGISTER, year=word.year, serial=serial)
    tx.append(NewAct(subject=subject, body=body, audience=f"department:{case.department}"))
