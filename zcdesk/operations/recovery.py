"""The hall's recovery key: made by the administrator, followed by every station's escrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from zcdesk.domain.act import NewAct
from zcdesk.domain.papers import PaperHead
from zcdesk.domain.papers_report import RecoveryPaper, ReportTable
from zcdesk.domain.recovery import (
    SUBJECT,
    Escrow,
    KeyEscrowed,
    Recovery,
    RecoverySet,
    subject_of,
)
from zcdesk.operations import separation
from zcdesk.operations.session import Session, clerk, hall
from zcdesk.store import escrow

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

IN_ROW = 4


def new_code(session: Session) -> str:
    """Make a new recovery key; every earlier paper is void once the stations have followed.

    The code returned stands nowhere else: lose it, and another must be made.

    Raises:
        NotAllowed: see `separation.must_guard`.
    """
    pair = escrow.new_pair(session.random)
    with session.transaction() as tx:
        separation.must_guard(session, tx)
        body = RecoverySet(public=pair.public, mark=pair.mark)
        tx.append(NewAct(subject=SUBJECT, body=body))
    follow(session)
    return pair.code


def make(session: Session) -> RecoveryPaper:
    """Make a new recovery key and the paper with its code; see `new_code`."""
    code = new_code(session)
    with session.reading() as store:
        key = store.state(SUBJECT, Recovery)
        assert key is not None
        head = PaperHead(
            hall=hall(store).name,
            number=f"{key.mark[:4]}-{key.mark[4:]}",
            at=session.now(),
            window=f"{session.window} 号窗口",
            clerk=clerk(store, session.clerk).name,
            simulated=session.simulated,
        )
    return _paper(head, escrow.groups(code))


def in_force(session: Session) -> Recovery | None:
    """Return the recovery key in force, None where the hall never made one."""
    with session.reading() as store:
        return store.state(SUBJECT, Recovery)


class Standing(msgspec.Struct, frozen=True):
    """The recovery key in force, and what each data file is sealed to, by station."""

    key: Recovery | None
    sealed: tuple[Escrow, ...]


def standing(session: Session) -> Standing:
    """Return whose data the paper in the safe opens."""
    with session.reading() as store:
        sealed = sorted(
            (one for _, one in store.states(Escrow)), key=lambda one: (one.station, one.at)
        )
        return Standing(store.state(SUBJECT, Recovery), tuple(sealed))


def is_followed(session: Session) -> bool:
    """Tell whether this station's key can be brought back with the paper in force."""
    with session.reading() as store:
        return _wanted(session, store) is None and store.state(SUBJECT, Recovery) is not None


def follow(session: Session) -> bool:
    """Seal this station's key to the recovery key in force; False if that is done already.

    Any desk may, once it opens. What was sealed is written beside the data each time.
    """
    with session.reading() as store:
        wanted, known = _wanted(session, store), _known(session, store)
    if wanted is None:
        if known is not None and escrow.read(session.store.place.data) != known:
            escrow.write(session.store.place.data, known)
        return False
    place = session.store.place
    file = escrow.mark_of_file(place)
    sealed = escrow.sealed_to(wanted.public, file, session.store.key, session.random)
    with session.as_clerk("").transaction() as tx:
        body = KeyEscrowed(
            station=session.store.station.name, file=file, mark=wanted.mark, sealed=sealed
        )
        tx.append(NewAct(subject=subject_of(file), body=body))
        made = tx.state(subject_of(file), Escrow)
    assert made is not None
    escrow.write(place.data, made)
    return True


def _known(session: Session, store: Reader) -> Escrow | None:
    return store.state(subject_of(escrow.mark_of_file(session.store.place)), Escrow)


def _wanted(session: Session, store: Reader) -> Recovery | None:
    """Return the recovery key this station has yet to seal to."""
    key, known = store.state(SUBJECT, Recovery), _known(session, store)
    return key if key is not None and (known is None or known.mark != key.mark) else None


def _paper(head: PaperHead, groups: tuple[str, ...]) -> RecoveryPaper:
    lines = [groups[n : n + IN_ROW] for n in range(0, len(groups), IN_ROW)]
    rows = tuple(
        (str(no), *line, *("",) * (IN_ROW - len(line))) for no, line in enumerate(lines, 1)
    )
    table = ReportTable(
        title=f"恢复码（{len(groups)} 组，每组 {len(groups[0])} 位，按行依次输入）",
        columns=("行", "第一组", "第二组", "第三组", "第四组"),
        rows=rows,
        note="字母 I、L、O、U 不出现；0 与 1 都是数字。输入时大小写、空格均可。",
    )
    return RecoveryPaper(head=head, name="恢复码", scope="全大厅各工作站", tables=(table,))
