"""Forms cost nothing until the first paper."""

from __future__ import annotations

import subprocess
import sys


def test_importing_forms_loads_no_library() -> None:
    code = (
        "import sys; import zcdesk.forms;"
        "print(sorted({'reportlab', 'PIL', 'segno', 'msgspec', 'fontTools'} & set(sys.modules)))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert out == "[]\n"


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
