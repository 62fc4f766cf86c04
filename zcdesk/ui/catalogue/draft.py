"""A matter being written: what stands in its fields, as typed, and what the check says of it."""

from __future__ import annotations

from zcdesk.catalogue.columns import is_blank
from zcdesk.catalogue.convert import from_matters, to_matters
from zcdesk.catalogue.lint import Finding, lint_raw
from zcdesk.catalogue.raw import RawFile, RawMaterial, RawMatter
from zcdesk.domain.matter import Matter
from zcdesk.ui.catalogue.words import finding_line

Values = dict[str, object]


class Draft:
    """The raw values of one matter.

    Attributes:
        values: of the matter. materials: of its materials, in their order.
        is_changed: something was typed since it was read.
    """

    def __init__(self, matter: Matter) -> None:
        (raw,) = from_matters((matter,)).matters
        self.key = matter.key
        self.values: Values = dict(raw.values)
        self.materials: list[Values] = [dict(line.values) for line in raw.materials]
        self.is_changed = False

    def set(self, key: str, value: object) -> None:
        """Hold what was typed in a field of the matter."""
        self.values[key] = value
        self.is_changed = True

    def set_material(self, place: int, key: str, value: object) -> None:
        """Hold what was typed in a field of a material."""
        self.materials[place][key] = value
        self.is_changed = True

    def add(self, place: int) -> None:
        """Put an empty material in."""
        self.materials.insert(place, {})
        self.is_changed = True

    def remove(self, place: int) -> None:
        """Take a material out."""
        del self.materials[place]
        self.is_changed = True

    def move(self, place: int, by: int) -> int:
        """Move a material up or down; return where it stands then."""
        to = place + by
        if 0 <= to < len(self.materials):
            line = self.materials.pop(place)
            self.materials.insert(to, line)
            self.is_changed = True
            return to
        return place

    def findings(self) -> tuple[Finding, ...]:
        """Return what the check finds."""
        return lint_raw(self._raw())

    def matter(self) -> Matter | None:
        """Return the value it makes, None while a field holds what none can be made of."""
        if any(f.rule in ("value", "empty") for f in self.findings()):
            return None
        return next(iter(to_matters(self._raw())), None)

    def _raw(self) -> RawFile:
        lines = tuple(RawMaterial(self.key, _filled(line)) for line in self.materials)
        values = _filled(self.values) | {"key": self.key}
        return RawFile("", (RawMatter(self.key, values, lines),))


def by_field(found: tuple[Finding, ...]) -> dict[str, str]:
    """Return what to say at each field: what is wrong and what to write instead."""
    said: dict[str, str] = {}
    for finding in found:
        said.setdefault(finding.field, finding_line(finding))
    return said


def place_of(field: str) -> tuple[int, str]:
    """Return (place of the material or -1, key) of a finding's field."""
    if not field.startswith("materials["):
        return -1, field
    number, _, key = field.removeprefix("materials[").partition("].")
    return int(number) - 1, key


def _filled(values: Values) -> Values:
    return {key: value for key, value in values.items() if not is_blank(value)}
