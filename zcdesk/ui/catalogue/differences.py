"""What differs between two versions of a matter or a package, line by line, in words."""

from __future__ import annotations

from collections.abc import Mapping

from zcdesk.catalogue.compare import Change, Difference, compare, compare_packages
from zcdesk.domain.matter import Matter
from zcdesk.domain.package import Package
from zcdesk.ui.catalogue.words import HEADS, head, value_words
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

_ADDED = QT_TRANSLATE_NOOP("catalogue", "＋ 新增 {what}")
_REMOVED = QT_TRANSLATE_NOOP("catalogue", "－ 删去 {what}")
_CHANGED = QT_TRANSLATE_NOOP("catalogue", "～ 改 {what}：{old} → {new}")
_EMPTY = QT_TRANSLATE_NOOP("catalogue", "空")


def lines(old: Matter, new: Matter) -> list[str]:
    """Return what the newer version puts in, changes and takes out."""
    return [_line(one) for one in compare(old, new)]


def package_lines(names: Mapping[str, str], old: Package, new: Package) -> list[str]:
    """Return the same of a 一件事; `names` has what to call each matter, by its key."""
    return [_line(one) for one in compare_packages(old, new, names)]


def _line(one: Difference) -> str:
    name = head(one.field) if one.field in HEADS else one.head
    what = "·".join(part for part in (one.subject, name) if part)
    match one.change:
        case Change.ADDED:
            return words("catalogue", _ADDED).format(what=what)
        case Change.REMOVED:
            return words("catalogue", _REMOVED).format(what=what)
        case _:
            blank = words("catalogue", _EMPTY)
            said = words("catalogue", _CHANGED)
            old, new = value_words(one.old) or blank, value_words(one.new) or blank
            return said.format(what=what, old=old, new=new)
