"""The one style sheet, rendered for a look and set on each top-level window.

Rules are scoped by class or dynamic property (`kind`, `type`, `tone`, `wrong`); whatever changes
with state in finer ways is painted by the widgets themselves.
"""

from __future__ import annotations

from functools import cache

from zcdesk.ui.theme.fonts import families
from zcdesk.ui.theme.look import STYLES, Look
from zcdesk.ui.theme.tokens import Tone

# Fonts and text colour stand in the sheet because, once a window has one, its own font and
# palette no longer reach living children.
_TEMPLATE = """
QWidget { font-family: %(family)s; font-size: %(body)dpx; color: %(text)s; }
QWidget:disabled { color: %(disabled)s; }
QWidget[kind="window"], QWidget[kind="page"], QDialog { background: %(window)s; }
QFrame[kind="panel"] {
  background: %(surface)s; border: 1px solid %(divider)s; border-radius: %(r8)dpx; }
QFrame[kind="bar"] { background: %(surface)s; border: none; border-bottom: 1px solid %(divider)s; }
QFrame[kind="rail"] { background: %(surface)s; border: none; border-right: 1px solid %(divider)s; }
QFrame[kind="hints"] { background: %(subtle)s; border: none; }
QFrame[kind="line"] { background: %(divider)s; border: none; }
QFrame[kind="shade"] { background: %(window)s; border: none; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: %(surface)s; color: %(text)s; border: 1px solid %(border)s;
  border-radius: %(r6)dpx; padding: 0 %(s8)dpx; min-height: %(inner)dpx;
  selection-background-color: %(brand_fill)s; selection-color: %(on_fill)s; }
QPlainTextEdit, QTextEdit { padding: %(s4)dpx; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid %(focus)s; padding: 0 %(s8less)dpx; min-height: %(innerless)dpx; }
QPlainTextEdit:focus, QTextEdit:focus { padding: %(s4less)dpx; }
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] {
  border: 2px solid %(danger)s; padding: 0 %(s8less)dpx; min-height: %(innerless)dpx; }
QLineEdit:disabled, QLineEdit:read-only, QComboBox:disabled, QPlainTextEdit:disabled {
  background: %(window)s; color: %(disabled)s; border-color: %(divider)s; }
QComboBox { padding-right: %(drop)dpx; }
QComboBox::drop-down { border: none; width: %(drop)dpx; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: %(surface)s; color: %(text)s; border: 1px solid %(border)s;
  selection-background-color: %(selection)s; selection-color: %(text)s; outline: 0; }
QComboBox QAbstractItemView::item { min-height: %(item)dpx; padding: 0 %(s8)dpx; }
QAbstractItemView[kind="rows"] {
  background: %(surface)s; alternate-background-color: %(surface)s; color: %(text)s;
  border: none; outline: 0; selection-background-color: %(selection)s;
  selection-color: %(text)s; }
QHeaderView { background: %(surface)s; border: none; }
QHeaderView::section {
  background: %(surface)s; color: %(text2)s; border: none;
  border-bottom: 1px solid %(divider)s; padding: 0 %(s8)dpx; }
QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: %(bar)dpx; margin: 0; }
QScrollBar:horizontal { background: transparent; height: %(bar)dpx; margin: 0; }
QScrollBar::handle { background: %(border)s; border-radius: %(knob)dpx; margin: 2px; }
QScrollBar::handle:vertical { min-height: %(item)dpx; }
QScrollBar::handle:horizontal { min-width: %(item)dpx; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu {
  background: %(surface)s; color: %(text)s; border: 1px solid %(border)s;
  border-radius: %(r6)dpx; padding: %(s4)dpx; }
QMenu::item { padding: %(s6)dpx %(s16)dpx; border-radius: %(r4)dpx; }
QMenu::item:selected { background: %(selection)s; color: %(text)s; }
QMenu::item:disabled { color: %(disabled)s; }
QMenu::separator { height: 1px; background: %(divider)s; margin: %(s4)dpx; }
QToolTip {
  background: %(text)s; color: %(surface)s; border: none; padding: %(s4)dpx %(s8)dpx; }
"""


def sheet(at: Look) -> str:
    """Render the style sheet of a look."""
    return _rendered(at, families())


@cache
def _rendered(at: Look, family: tuple[str, ...]) -> str:
    sizes = {
        "family": ", ".join(f'"{name}"' for name in family),
        "body": at.size("body"),
        **{f"r{n}": n for n in (4, 6, 8)},
        **{f"s{n}": at.space(n) for n in (4, 6, 8, 16)},
        "s8less": at.space(8) - 1,
        "s4less": at.space(4) - 1,
        "inner": at.control - 2,
        "innerless": at.control - 4,
        "item": at.px(32),
        "drop": at.px(28),
        "bar": at.space(12),
        "knob": at.space(12) // 2 - 2,
    }
    rules = [_TEMPLATE % {**at.tokens._asdict(), **sizes}]
    for name, (_, bold) in STYLES.items():
        weight = "bold" if bold else "normal"
        rules.append(f'*[type="{name}"] {{ font-size: {at.size(name)}px; font-weight: {weight}; }}')
    for tone in Tone:
        colour = at.colour(tone.value).name()
        rules.append(f'QLabel[tone="{tone.name.lower()}"] {{ color: {colour}; }}')
    rules.append(f'QLabel[tone="plain"] {{ color: {at.tokens.text}; }}')
    return "\n".join(rules)
