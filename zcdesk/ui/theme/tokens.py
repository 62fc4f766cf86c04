"""The colour tables of the product and the WCAG contrast formula.

Each colour has one meaning: blue act or information, green done, amber look here, red missing or
broken, violet promised, teal the system has it, grey not yet. Colours never appear anywhere else.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Theme(Enum):
    """Which colour table a window uses."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Tone(Enum):
    """The meaning a chip, label or band carries; the value names the text colour token."""

    NEUTRAL = "text2"
    INFO = "brand"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"
    DEFER = "defer"
    SHARE = "share"

    @property
    def chip(self) -> str:
        """Name of the background token that belongs to this tone."""
        return f"chip_{self.name.lower()}"


class Tokens(NamedTuple):
    """Colours of one theme as #RRGGBB."""

    surface: str
    window: str
    subtle: str
    selection: str
    border: str
    divider: str
    focus: str
    text: str
    text2: str
    disabled: str
    brand: str
    ok: str
    warn: str
    danger: str
    defer: str
    share: str
    chip_neutral: str
    chip_info: str
    chip_ok: str
    chip_warn: str
    chip_danger: str
    chip_defer: str
    chip_share: str
    on_fill: str
    brand_fill: str
    brand_hover: str
    danger_fill: str
    danger_hover: str
    # The hall's board is read from ten metres: dark as a rule, light where the sun stands on it.
    board: str = "#0B1F3A"
    board_row: str = "#122C50"
    board_text: str = "#FFFFFF"
    board_call: str = "#FFD54A"
    board_second: str = "#A9BEDB"


LIGHT = Tokens(
    surface="#FFFFFF",
    window="#F2F4F7",
    subtle="#E9EEF5",
    selection="#D5E4FA",
    border="#818C9C",
    divider="#D5DBE3",
    focus="#0B57D0",
    text="#1B2430",
    text2="#4B5768",
    disabled="#606B7B",
    brand="#1552A8",
    ok="#176B35",
    warn="#8A4B00",
    danger="#B3261E",
    defer="#6A3BA8",
    share="#0B6670",
    chip_neutral="#E9EEF5",
    chip_info="#E6EFFB",
    chip_ok="#E3F4E8",
    chip_warn="#FFF1D6",
    chip_danger="#FDE7E5",
    chip_defer="#F0E8FA",
    chip_share="#DFF3F4",
    on_fill="#FFFFFF",
    brand_fill="#1552A8",
    brand_hover="#0F3F85",
    danger_fill="#B3261E",
    danger_hover="#8F1E18",
    board="#F2F4F7",
    board_row="#FFFFFF",
    board_text="#0B1F3A",
    board_call="#0F3F85",
    board_second="#3F4A5A",
)

DARK = Tokens(
    surface="#1B2128",
    window="#12161B",
    subtle="#242C35",
    selection="#1F3D66",
    border="#76828F",
    divider="#303A45",
    focus="#A8CBFF",
    text="#E8ECF1",
    text2="#B3BDC9",
    disabled="#8C97A5",
    brand="#8AB8FF",
    ok="#74D694",
    warn="#F3C26B",
    danger="#FF9A91",
    defer="#C9AEF7",
    share="#71D3D6",
    chip_neutral="#242C35",
    chip_info="#17304F",
    chip_ok="#143523",
    chip_warn="#3D2E10",
    chip_danger="#47201D",
    chip_defer="#33244B",
    chip_share="#103638",
    on_fill="#12161B",
    brand_fill="#8AB8FF",
    brand_hover="#A8CBFF",
    danger_fill="#FF9A91",
    danger_hover="#FFB9B3",
)


CONTRAST = Tokens(
    surface="#000000",
    window="#000000",
    subtle="#1A1A1A",
    selection="#00305C",
    border="#FFFFFF",
    divider="#8C8C8C",
    focus="#FFFF00",
    text="#FFFFFF",
    text2="#FFFFFF",
    disabled="#C0C0C0",
    brand="#7FDBFF",
    ok="#7CFF7C",
    warn="#FFDD33",
    danger="#FFB3B3",
    defer="#E6C2FF",
    share="#66FFFF",
    chip_neutral="#1A1A1A",
    chip_info="#00264D",
    chip_ok="#003300",
    chip_warn="#332B00",
    chip_danger="#400000",
    chip_defer="#26004D",
    chip_share="#003333",
    on_fill="#000000",
    brand_fill="#7FDBFF",
    brand_hover="#FFFFFF",
    danger_fill="#FFB3B3",
    danger_hover="#FFFFFF",
    board="#000000",
    board_row="#1A1A1A",
    board_text="#FFFFFF",
    board_call="#FFFF00",
    board_second="#FFFFFF",
)
"""高对比: every word at least 7:1 on whatever it stands on (WCAG 1.4.6)."""

_TABLES = {Theme.LIGHT: LIGHT, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}


def tokens(theme: Theme) -> Tokens:
    """Return the colour table of `theme`."""
    return _TABLES[theme]


def luminance(colour: str) -> float:
    """Return the relative luminance of #RRGGBB after WCAG 2.x, 0 to 1."""

    def linear(channel: int) -> float:
        value = channel / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)
