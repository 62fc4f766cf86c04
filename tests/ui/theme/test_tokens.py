"""Every colour pair the product uses is legible in both themes."""

from __future__ import annotations

import pytest

from zcdesk.ui.theme import Theme, Tone, contrast, tokens

TONES = tuple(Tone)
THEMES = tuple(Theme)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#FFFFFF", "#000000", 21.0),
        ("#FFFFFF", "#1B2430", 15.65),
        ("#E3F4E8", "#176B35", 5.76),
        ("#47201D", "#FF9A91", 6.89),
        ("#FFFFFF", "#818C9C", 3.41),
    ],
)
def test_contrast_is_the_wcag_formula(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.01)
    assert contrast(second, first) == contrast(first, second)


@pytest.mark.req("UX-51")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["surface", "window", "subtle", "selection"])
@pytest.mark.parametrize("text", ["text", "text2", *(tone.value for tone in TONES)])
def test_text_is_legible_on_every_ground(theme: Theme, ground: str, text: str) -> None:
    table = tokens(theme)
    assert contrast(getattr(table, text), getattr(table, ground)) >= 4.5


@pytest.mark.req("UX-51")
@pytest.mark.parametrize("theme", THEMES)
def test_placeholders_are_legible_where_they_stand(theme: Theme) -> None:
    table = tokens(theme)
    for ground in (table.surface, table.window):
        assert contrast(table.disabled, ground) >= 4.5


@pytest.mark.req("UX-51", "UX-52")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("tone", TONES)
def test_chip_words_and_icons_are_legible(theme: Theme, tone: Tone) -> None:
    table = tokens(theme)
    assert contrast(getattr(table, tone.value), getattr(table, tone.chip)) >= 4.5


@pytest.mark.req("UX-51")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("fill", ["brand_fill", "brand_hover", "danger_fill", "danger_hover"])
def test_filled_buttons_are_legible(theme: Theme, fill: str) -> None:
    table = tokens(theme)
    assert contrast(table.on_fill, getattr(table, fill)) >= 4.5


@pytest.mark.req("UX-14", "UX-51")
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_outlines_and_focus_are_visible(theme: Theme, ground: str) -> None:
    table = tokens(theme)
    for line in (table.border, table.focus, table.brand):
        assert contrast(line, getattr(table, ground)) >= 3.0


@pytest.mark.parametrize("ground", ["surface", "window", "subtle", "selection"])
@pytest.mark.parametrize("text", ["text", "text2", *(tone.value for tone in TONES)])
def test_in_high_contrast_every_word_is_seven_to_one(ground: str, text: str) -> None:
    table = tokens(Theme.CONTRAST)
    assert contrast(getattr(table, text), getattr(table, ground)) >= 7.0
    for tone in TONES:
        assert contrast(getattr(table, tone.value), getattr(table, tone.chip)) >= 7.0


def test_a_pale_kit_green_would_fail() -> None:
    assert contrast("#52C41A", "#FFFFFF") < 3.0
