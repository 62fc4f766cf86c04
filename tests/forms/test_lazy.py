"""Forms cost nothing until the first paper."""

from __future__ import annotations

import subprocess
import sys


def test_importing_forms_loads_no_library() -> None:
    code = (
        "import sys, time; start = time.perf_counter(); import zcdesk.forms;"
        "took = time.perf_counter() - start;"
        "print(sorted({'reportlab', 'PIL', 'segno', 'msgspec', 'fontTools'} & set(sys.modules)));"
        "print(took < 0.1)"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert out == "[]\nTrue\n"


def test_a_slip_without_rare_characters_needs_no_pdf_library() -> None:
    code = (
        "import sys; from zcdesk.forms import render; from zcdesk.forms.samples import sample;"
        "from zcdesk.domain.papers import PaperKind;"
        "render(sample(PaperKind.RECEIPT), 'escpos80');"
        "print(sorted({'reportlab', 'PIL'} & set(sys.modules)))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert out == "[]\n"
