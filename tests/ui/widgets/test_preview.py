"""The preview is what the printer would make, and never an older paper than the last asked for."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QColor

from zcdesk.domain.papers import PaperKind
from zcdesk.forms.samples import sample
from zcdesk.ui.jobs import InlineJobs
from zcdesk.ui.widgets.preview import COLUMNS, PaperPreview, draw


@pytest.mark.req("UX-41")
@pytest.mark.parametrize("as_", ["pdf", *COLUMNS])
@pytest.mark.parametrize("kind", [PaperKind.RECEIPT, PaperKind.NOTICE, PaperKind.PROMISE])
def test_it_shows_the_paper_and_no_bare_number(qapp, kind: PaperKind, as_: str) -> None:
    picture = draw(sample(kind), as_)
    assert "320213" in picture.text
    numbers = re.findall(r"\d{15,}", picture.text.replace("-", ""))
    assert not [n for n in numbers if not n.startswith("32021326")]
    page = picture.pages[0]
    assert page.height() > page.width() > 300
    dark = sum(
        QColor(page.pixel(x, y)).lightness() < 100
        for x in range(0, page.width(), 7)
        for y in range(0, min(page.height(), 600), 7)
    )
    assert dark > 20


def test_a_newer_paper_replaces_one_still_under_way(qtbot) -> None:
    jobs = InlineJobs(held=True)
    preview = PaperPreview(jobs)
    qtbot.addWidget(preview)
    preview.show_paper(sample(PaperKind.RECEIPT))
    preview.show_paper(sample(PaperKind.NOTICE))
    assert preview.text == ""
    jobs.release()
    assert "一次性告知书" in preview.text.replace(" ", "")
    preview.show_paper(sample(PaperKind.RECEIPT))
    preview.clear("没有")
    jobs.release()
    assert preview.text == ""


@pytest.mark.logs_warnings
def test_a_paper_that_cannot_be_drawn_does_not_hold_anybody_up(qtbot, qapp) -> None:
    preview = PaperPreview(InlineJobs())
    qtbot.addWidget(preview)
    preview.show_paper(object())
    assert "不影响收件" in preview._empty.sentence.full_text


def test_pages_keep_their_shape_at_any_width(qtbot, qapp) -> None:
    preview = PaperPreview(InlineJobs())
    qtbot.addWidget(preview)
    preview.show_paper(sample(PaperKind.RECEIPT))
    sheet = preview._sheet
    assert abs(sheet.heightForWidth(400) / 400 - 1.414) < 0.05
    preview.resize(300, 300)
    preview.show()
    assert preview.grab().width() == 300
