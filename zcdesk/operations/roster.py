"""A roster (名册) of applicants from a spreadsheet: read, judged row by row, and its template.

Needs no session and runs in the work lane. Nothing is kept of the file: a row becomes a person,
or says what is wrong with it and why.
"""

from __future__ import annotations

import datetime as dt
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from zipfile import BadZipFile

import msgspec

from zcdesk.domain.identity import IdKind, check_id, id_label, normalise_number, recognise
from zcdesk.domain.names import check_name
from zcdesk.domain.person import Person
from zcdesk.domain.phone import check_phone
from zcdesk.domain.problem import Problem, Severity, block, warn
from zcdesk.domain.visit import APPLICANTS_MAX
from zcdesk.errors import Invalid, UserError

HEADS = ("姓名", "证件类型", "证件号码", "手机", "地址")
"""Headings of the template; `_HEADS` says which others are understood."""

_HEADS = {
    "name": ("姓名", "名称", "单位名称", "申请人", "申请人姓名"),
    "kind": ("证件类型", "证件种类", "证照类型"),
    "number": ("证件号码", "证件号", "身份证号", "身份证号码", "统一社会信用代码", "证照号码"),
    "phone": ("手机", "手机号", "手机号码", "电话", "联系电话", "联系方式"),
    "address": ("地址", "住址", "住所", "联系地址"),
}
_KINDS = {
    "身份证": IdKind.RESIDENT,
    "居住证": IdKind.RESIDENCE_PERMIT,
    "永久居留证": IdKind.FOREIGN_PR,
    "中国护照": IdKind.PASSPORT_CN,
    "港澳通行证": IdKind.HKM_PERMIT,
    "台胞证": IdKind.TAIWAN_PERMIT,
    "信用代码": IdKind.USCC,
    "营业执照": IdKind.USCC,
}
_HEAD_ROWS = 10
"""Rows among which the headings are looked for: rosters come with a title above."""

_EXACT_DIGITS = 15
"""A spreadsheet keeps no more digits of a number; the rest of a longer one is lost."""


class RosterRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the file.

    Attributes:
        no: row number as the spreadsheet shows it.
    """

    no: int
    person: Person
    problems: tuple[Problem, ...] = ()

    @property
    def is_blocked(self) -> bool:
        """It cannot be taken as it stands."""
        return any(p.severity is Severity.BLOCK for p in self.problems)

    @property
    def is_doubtful(self) -> bool:
        """It can be taken, with a reason."""
        return bool(self.problems) and not self.is_blocked


class Roster(msgspec.Struct, frozen=True, kw_only=True):
    name: str
    rows: tuple[RosterRow, ...]

    @property
    def good(self) -> tuple[Person, ...]:
        """Persons nothing is wrong with."""
        return tuple(row.person for row in self.rows if not row.problems)

    @property
    def doubtful(self) -> tuple[Person, ...]:
        """Persons to be taken only with a reason."""
        return tuple(row.person for row in self.rows if row.is_doubtful)


def read_roster(path: Path, today: dt.date, present: Iterable[Person] = ()) -> Roster:
    """Read and judge a roster.

    Args:
        present: applicants of the sitting already, who are not taken twice.
    """
    lines = _lines(path)
    columns = _columns(lines)
    rows: list[RosterRow] = []
    seen = {normalise_number(person.id_number): 0 for person in present if person.id_number}
    for no, cells in lines:
        if all(_words(cell) == "" for cell in cells):
            continue
        row = _judge(no, {key: _at(cells, place) for key, place in columns.items()}, today)
        number = row.person.id_number
        if number and number in seen:
            again = block("ROS-07", row=seen[number]) if seen[number] else block("ROS-08")
            row = msgspec.structs.replace(row, problems=(again, *row.problems))
        elif number:
            seen[number] = no
        rows.append(row)
        if len(rows) > APPLICANTS_MAX:
            raise UserError("ROS-05", most=APPLICANTS_MAX)
    if not rows:
        raise UserError("ROS-04", file=path.name)
    return Roster(name=path.name, rows=tuple(rows))


def template(path: Path) -> None:
    """Write an empty roster with its headings and a sheet of instructions."""
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "名册"
    sheet.append(HEADS)
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDE", (16, 26, 26, 18, 40), strict=True):
        sheet.column_dimensions[letter].width = width
        sheet[f"{letter}1"].font = Font(bold=True)
        for row in range(2, APPLICANTS_MAX + 2):
            sheet[f"{letter}{row}"].number_format = "@"  # or the spreadsheet eats long numbers
    kinds = DataValidation(type="list", formula1=f'"{",".join(_offered())}"', allow_blank=True)
    kinds.add(f"B2:B{APPLICANTS_MAX + 1}")
    sheet.add_data_validation(kinds)
    notes = book.create_sheet("填写说明")
    notes.column_dimensions["A"].width = 80
    for line in _NOTES:
        notes.append((line,))
    try:
        book.save(path)
    except PermissionError as error:
        raise UserError("ROS-02", file=path.name) from error
    except OSError as error:
        raise UserError("ROS-06", file=path.name) from error


_NOTES = (
    "每行一名申请人，列的先后不限，表头不要改名。",
    "姓名、证件号码必填；证件类型不填时按号码判断。",
    "证件号码一列须为文本格式，否则表格会丢掉后几位数字。",
    "手机、地址可以不填；不填手机时由经办人转告。",
    f"一次最多 {APPLICANTS_MAX} 名。",
)


def _offered() -> tuple[str, ...]:
    kinds = (IdKind.RESIDENT, IdKind.RESIDENCE_PERMIT, IdKind.FOREIGN_PR, IdKind.PASSPORT_CN)
    return tuple(id_label(kind) for kind in (*kinds, IdKind.USCC))


def _lines(path: Path) -> Iterator[tuple[int, Sequence[object]]]:
    """Return the first sheet's rows by number, read at once so that the file is free again."""
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with path.open("rb") as file:
            book = load_workbook(file, read_only=True, data_only=True)
            try:
                sheet = book.worksheets[0]
                sheet.reset_dimensions()  # some programs write them wrong
                last = _HEAD_ROWS + 2 * APPLICANTS_MAX
                rows = tuple(sheet.iter_rows(max_row=last, values_only=True))
            finally:
                book.close()
    except PermissionError as error:
        raise UserError("ROS-02", file=path.name) from error
    except (BadZipFile, zlib.error, InvalidFileException, SyntaxError, EOFError) as error:
        raise UserError("ROS-01", file=path.name) from error
    except (KeyError, IndexError, ValueError, TypeError, AttributeError) as error:
        # a zip that is no workbook, or one with parts missing
        raise UserError("ROS-01", file=path.name) from error
    except OSError as error:
        raise UserError("ROS-06", file=path.name) from error
    return iter(tuple(enumerate(rows, 1)))


def _columns(lines: Iterator[tuple[int, Sequence[object]]]) -> dict[str, int]:
    """Find the headings and leave `lines` at the row after them."""
    best: tuple[str, ...] = ()
    for no, cells in lines:
        found: dict[str, int] = {}
        for place, cell in enumerate(cells):
            key = _head_key(_words(cell))
            if key and key not in found:
                found[key] = place
        if "name" in found and "number" in found:
            return found
        best = best or tuple(_words(cell) for cell in cells if _words(cell))
        if no >= _HEAD_ROWS:
            break
    raise Invalid("ROS-03", "head", heads="、".join(best[:4]))


def _head_key(words: str) -> str:
    plain = words.replace(" ", "").strip("*＊:：")
    return next((key for key, names in _HEADS.items() if plain in names), "")


def _judge(no: int, cells: dict[str, object], today: dt.date) -> RosterRow:
    typed = _words(cells.get("number"))
    lost = isinstance(cells.get("number"), int | float) and len(typed) > _EXACT_DIGITS
    kind, unknown = _kind(_words(cells.get("kind")), typed)
    is_unit = kind is IdKind.USCC
    name = check_name(_words(cells.get("name")), unit=is_unit)
    number = check_id(kind, typed, today=today)
    phone = check_phone(_words(cells.get("phone")))
    problems = [*unknown, *name.problems]
    if lost:
        problems.append(block("ROS-09"))
    elif not typed:
        problems.append(block("ROS-10"))
    else:
        problems += [p for p in number.problems if p.severity is Severity.BLOCK]
        problems += list(number.problems) if number.needs_reason else []
    if phone.text:
        problems += list(phone.problems)
    person = Person(
        name=name.name,
        id_kind=number.kind,
        id_number="" if lost else number.text,
        phone=phone.text,
        address=_words(cells.get("address")),
        is_unit=is_unit,
        birth=number.birth.isoformat() if number.birth else "",
        sex=number.sex or "",
    )
    return RosterRow(no=no, person=person, problems=tuple(problems))


def _kind(words: str, typed: str) -> tuple[IdKind, tuple[Problem, ...]]:
    """Return the kind of the number, asked of the number itself where the roster is silent."""
    if not words:
        return recognise(typed) or IdKind.RESIDENT, ()
    labels = {id_label(kind): kind for kind in IdKind} | _KINDS
    if words in labels:
        return labels[words], ()
    return recognise(typed) or IdKind.RESIDENT, (warn("ROS-11", kind=words[:12]),)


def _at(cells: Sequence[object], place: int) -> object:
    return cells[place] if place < len(cells) else None


def _words(cell: object) -> str:
    """Return a cell as text; a whole number without the `.0` a spreadsheet hides."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
