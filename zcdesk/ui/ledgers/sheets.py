"""The three ledgers: what a line of each shows, what a new one asks for, and who may write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zcdesk.domain.authority import Authority, AuthorityGiven, Book, BookEntry, BookKind
from zcdesk.domain.hall import Role
from zcdesk.ui.labels import value_word
from zcdesk.ui.review.form import Answers, Ask, Way
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.chip import ChipState
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from datetime import date

AUTHORITIES, SEALS, BLANKS = "authorities", "seals", "blanks"
TABS = (
    (AUTHORITIES, QT_TRANSLATE_NOOP("ledgers", "即办授权")),
    (SEALS, QT_TRANSLATE_NOOP("ledgers", "用章登记")),
    (BLANKS, QT_TRANSLATE_NOOP("ledgers", "空白证照")),
)
WRITERS = {
    AUTHORITIES: frozenset({Role.ADMINISTRATOR, Role.SUPERVISOR}),
    SEALS: frozenset({Role.CLERK, Role.RESULT_CLERK, Role.SUPERVISOR}),
    BLANKS: frozenset({Role.CLERK, Role.RESULT_CLERK, Role.SUPERVISOR}),
}
"""As `operations.instant` and `operations.registers` ask again."""
_MOVES = (BookKind.BLANK_USED, BookKind.BLANK_IN, BookKind.BLANK_SPOILED)


class Line(NamedTuple):
    """One line of a ledger, in words.

    Attributes:
        id: of the authority or the book.
        open: the authority can still be revoked.
    """

    id: str
    what: str
    department: str
    whom: str
    when: str
    chip: ChipState
    open: bool = False


def shown(text: str) -> str:
    """Translate a marked text of the ledgers."""
    return words("ledgers", text)


def authority_line(one: Authority, today: date) -> Line:
    """Return the line of a 授权委托书."""
    given = one.given
    every = shown(QT_TRANSLATE_NOOP("ledgers", "全部即办事项"))
    window = QT_TRANSLATE_NOOP("ledgers", "{n}号窗口")
    whom = [shown(window).format(n=n) for n in given.windows] + list(given.clerks)
    if one.revoked:
        chip = ChipState("ban", shown(QT_TRANSLATE_NOOP("ledgers", "已撤销")), Tone.DANGER)
    elif today.isoformat() > given.until:
        chip = ChipState("clock", shown(QT_TRANSLATE_NOOP("ledgers", "已过期")), Tone.NEUTRAL)
    elif today.isoformat() < given.start:
        chip = ChipState("clock", shown(QT_TRANSLATE_NOOP("ledgers", "未到期")), Tone.WARN)
    else:
        chip = ChipState("circle-check", shown(QT_TRANSLATE_NOOP("ledgers", "有效")), Tone.OK)
    what = "、".join(given.matters) or every
    return Line(
        one.id,
        f"{given.number} {what}".strip(),
        f"{given.department} {given.officer}",
        "、".join(whom),
        f"{given.start} – {given.until}",
        chip,
        open=not one.revoked,
    )


def book_line(book: Book, *, blanks: bool) -> Line:
    """Return the line of a book: a seal's uses, or the blanks in the drawer."""
    text = (
        QT_TRANSLATE_NOOP("ledgers", "余 {n} 份")
        if blanks
        else QT_TRANSLATE_NOOP("ledgers", "用 {n} 次")
    )
    n = book.stock if blanks else book.entries
    tone = Tone.WARN if blanks and not book.stock else Tone.INFO
    window = shown(QT_TRANSLATE_NOOP("ledgers", "{n}号窗口")).format(n=book.window)
    at = book.last_at[:16].replace("T", " ")
    chip = ChipState("file-text" if blanks else "rubber-stamp", shown(text).format(n=n), tone)
    return Line(book.id, book.name, book.department, window, at, chip)


def is_blank(book: Book) -> bool:
    """Whether a book counts blanks; see `registers.subject_of`."""
    return book.id.split("/")[1:2] == ["blank"]


def asks(tab: str, departments: tuple[str, ...], today: date) -> tuple[Ask, ...]:
    """Return the fields of a new line."""
    label = shown(QT_TRANSLATE_NOOP("ledgers", "部门"))
    options = tuple((d, d) for d in departments)
    department = Ask("department", label, Way.COMBO, options, needed=True)
    count = Ask("count", shown(QT_TRANSLATE_NOOP("ledgers", "份数")), Way.NUMBER, given=1)
    if tab == AUTHORITIES:
        matters = shown(QT_TRANSLATE_NOOP("ledgers", "事项编码（用、分开，空为全部即办）"))
        end = f"{today.year}-12-31"
        return (
            department,
            Ask("officer", shown(QT_TRANSLATE_NOOP("ledgers", "以谁的名义")), needed=True),
            Ask("windows", shown(QT_TRANSLATE_NOOP("ledgers", "窗口（用、分开）"))),
            Ask("clerks", shown(QT_TRANSLATE_NOOP("ledgers", "人员工号（用、分开）"))),
            Ask("matters", matters),
            Ask("number", shown(QT_TRANSLATE_NOOP("ledgers", "委托书编号"))),
            Ask(
                "start",
                shown(QT_TRANSLATE_NOOP("ledgers", "自")),
                Way.DAY,
                given=today.isoformat(),
                needed=True,
            ),
            Ask(
                "until", shown(QT_TRANSLATE_NOOP("ledgers", "至")), Way.DAY, given=end, needed=True
            ),
        )
    document = Ask("document", shown(QT_TRANSLATE_NOOP("ledgers", "文书或证照")))
    remark = Ask("remark", shown(QT_TRANSLATE_NOOP("ledgers", "备注")))
    if tab == SEALS:
        seal = Ask("name", shown(QT_TRANSLATE_NOOP("ledgers", "印章名称")), needed=True)
        return (seal, department, document._replace(needed=True), count, remark)
    moves = tuple((move.value, value_word(move)) for move in _MOVES)
    return (
        Ask("entry", shown(QT_TRANSLATE_NOOP("ledgers", "登记")), Way.CHOICE, moves, wide=True),
        Ask("name", shown(QT_TRANSLATE_NOOP("ledgers", "空白证照名称")), needed=True),
        department,
        count,
        Ask("numbers", shown(QT_TRANSLATE_NOOP("ledgers", "印刷号码")), Way.CODE),
        document,
        remark,
    )


def authority_of(said: Answers) -> AuthorityGiven:
    """Make a 授权委托书 of the fields."""
    return AuthorityGiven(
        department=str(said["department"]),
        officer=str(said["officer"]),
        matters=_parts(said["matters"]),
        windows=_parts(said["windows"]),
        clerks=_parts(said["clerks"]),
        start=str(said["start"]),
        until=str(said["until"]),
        number=str(said["number"]),
    )


def entry_of(said: Answers) -> BookEntry:
    """Make a line of a book; the window is the program's to fill in."""
    texts = ("name", "department", "document", "numbers", "remark")
    return BookEntry(
        entry=BookKind(str(said.get("entry", BookKind.SEAL.value))),
        count=int(str(said["count"])),
        window="",
        **{name: str(said.get(name, "")) for name in texts},
    )


def _parts(text: object) -> tuple[str, ...]:
    marked = str(text).replace("，", "、").replace(",", "、")
    return tuple(part.strip() for part in marked.split("、") if part.strip())
