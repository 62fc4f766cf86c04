"""Every word a screen shows or says, and which of them a hall wrote and not the program."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QWidget,
)
from sqlalchemy import select

from zcdesk.domain.act import Act
from zcdesk.domain.entry import MatterPublished
from zcdesk.domain.fold import decode_body
from zcdesk.domain.hall import ClerkSet, HallSet
from zcdesk.domain.identity import mask_name
from zcdesk.domain.oneform import FIELDS
from zcdesk.domain.package import PackageProposed, PackagePublished
from zcdesk.domain.papers import TITLES
from zcdesk.domain.policy_settings import SETTINGS
from zcdesk.domain.proposal import ProposalSaved
from zcdesk.operations.session import Session
from zcdesk.store import persons, schema
from zcdesk.store.reader import act_of
from zcdesk.ui.widgets.preview import PaperPreview
from zcdesk.ui.widgets.rows import CELL_ROLE
from zcdesk.ui.widgets.rows_view import RowsView
from zcdesk.ui.widgets.text import Text

PATH = re.compile(r"/\S*综窗台导出\S*( [0-9-]+\.\w+)?")
"""Where an export went."""
CHINESE = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff]")
PACKAGE = Path(__file__).parent.parent / "zcdesk"
TS = PACKAGE.parent / "translations" / "zcdesk_en_US.ts"
ACT_COLUMNS = Act.__struct_fields__
CATALOGUE = (MatterPublished, ProposalSaved, PackageProposed, PackagePublished, HallSet, ClerkSet)
"""What a hall wrote even where a word of the program is the same."""
GIVEN = ("entry.systems", "case.retention")
"""Settings whose default is a name a hall gives, not a word of the screen."""
AS_THEY_ARE = {"中文", "《行政许可法》", "综合申请表（一表）", *TITLES.values()}
"""The language's own name, a law's, and those of papers as they are printed."""
NOT_ON_SCREENS = ("demo", "bench")


def said(root: QWidget, *, hidden: bool = False) -> Iterator[tuple[str, str]]:
    """Yield where and what: of the widgets below `root`, for eyes and for ears."""
    for widget in (root, *root.findChildren(QWidget)):
        if isinstance(widget, PaperPreview) or not (hidden or widget.isVisible()):
            continue  # what a paper says is said as it will be printed
        where = widget.objectName() or type(widget).__name__
        for text in _of(widget):
            if text:
                yield where, text


def _of(widget: QWidget) -> Iterator[str]:
    yield widget.windowTitle()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    yield widget.statusTip()
    yield widget.whatsThis()
    yield from (action.text() for action in widget.actions() if isinstance(action, QAction))
    match widget:
        case QLabel():
            yield widget.text()
            if isinstance(widget, Text):
                yield widget.full_text
        case QAbstractButton():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
            yield widget.text()
        case QPlainTextEdit():
            yield widget.placeholderText()
            yield widget.toPlainText()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QSpinBox():
            yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
        case QGroupBox() | QMenu():
            yield widget.title()
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QAbstractItemView():
            yield from _cells(widget)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    if isinstance(view, RowsView):
        yield from (column.heading for column in view.rows_model.columns)
        for cells, sentence in view.rows_model._cells:
            yield sentence
            for cell in cells:
                yield cell.chip.word if cell.chip is not None else cell.text


def shown(root: QWidget) -> Iterator[str]:
    """Yield every text a clerk or a screen reader meets."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield widget.accessibleName()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.full_text if isinstance(widget, Text) else widget.text()
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        elif isinstance(widget, RowsView):
            yield from (column.heading for column in widget.rows_model.columns)
            for row in range(widget.rows_model.rowCount()):
                for place in range(len(widget.rows_model.columns)):
                    cell = widget.rows_model.index(row, place).data(CELL_ROLE)
                    yield cell.chip.word if cell.chip is not None else cell.text


def entries() -> list[tuple[str, str, str, str]]:
    """Return context, Chinese, English and state of every entry."""
    found = []
    for context in ET.parse(TS).getroot().iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            found.append(
                (
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    said.text or "",
                    said.get("type", ""),
                )
            )
    return found


# --- what the hall wrote itself ---


def data_of(session: Session) -> frozenset[str]:
    """Return every Chinese value of the hall's records that no part of the program wrote."""
    written: set[str] = set()
    listed: set[str] = set()
    with session.reading() as store:
        for row in store.select(select(*(getattr(schema.acts.c, one) for one in ACT_COLUMNS))):
            body = decode_body(act_of(tuple(row)))
            values = set(_strings(msgspec.to_builtins(body)))
            written |= values
            if isinstance(body, CATALOGUE):
                listed |= values
        for (ref,) in store.select(select(schema.person.c.ref)):
            if (plain := persons.plain(store, ref)) is not None:
                values = set(_strings(msgspec.json.decode(plain)))
                listed |= values | {mask_name(one) for one in values}
    words = listed | {one for one in written if not is_programs(one)}
    words |= {
        value for path in GIVEN for value in _strings(msgspec.to_builtins(SETTINGS[path].default))
    }
    words |= {field.label for field in FIELDS.values()} | AS_THEY_ARE
    return frozenset(one for one in words if CHINESE.search(one))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _strings(key)
            yield from _strings(one)
    elif isinstance(value, list | tuple | set):
        for one in value:
            yield from _strings(one)


@cache
def _programs() -> tuple[frozenset[str], re.Pattern[str]]:
    whole: set[str] = set()
    open_: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        if path.relative_to(PACKAGE).parts[0] in NOT_ON_SCREENS or "samples" in path.name:
            continue
        source = path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(source)) if CHINESE.search(source) else ():
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".*"
                    for p in node.values
                ]
                if len(CHINESE.findall("".join(parts))) > 2:
                    open_.add("".join(parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole.add(node.value)
    return frozenset(whole), re.compile("|".join(f"(?:{one})" for one in sorted(open_)))


def is_programs(text: str) -> bool:
    """Whether the program itself writes this text."""
    whole, open_ = _programs()
    return text in whole or open_.fullmatch(text) is not None


def left_over(text: str, data: Iterable[str]) -> str:
    """Return `text` without the values of the hall; `data` the longest first."""
    text = PATH.sub("", text)
    for one in data:
        if not CHINESE.search(text):
            return ""
        text = text.replace(one, "")
    return text if CHINESE.search(text) else ""
