"""A receipt as PDF, against ReportLab drawing the very same page from a list of calls.

What the layout asks of the canvas is noted once and asked again: fonts, glyphs, lines and squares
are the same to the byte, only composing and laying out are missing.
"""

from __future__ import annotations

import io
from operator import attrgetter
from typing import Any, NamedTuple

from zcdesk.bench.figure import Clock, Figure, alternate, figure, timed
from zcdesk.bench.plan import Plan
from zcdesk.domain.papers import Paper, PaperKind
from zcdesk.forms import fonts, render, samples
from zcdesk.forms.content import compose
from zcdesk.forms.pdf import lay

_OPERATORS = "_code"
"""The list a ReportLab text keeps its page operators in; a layout may add its own."""

HOW = (
    "a receipt from its content to the bytes of the PDF, fonts loaded; beside bare ReportLab "
    "drawing the same glyph runs, lines and squares from a list"
)


def measure(plan: Plan, clock: Clock) -> tuple[Figure, ...]:
    """Make the same receipt both ways."""
    paper = samples.sample(PaperKind.RECEIPT)
    drawn = trace(paper)
    runs = alternate(
        timed(lambda: render(paper), clock),
        timed(lambda: drawn.pdf(), clock),
        plan.papers,
    )
    return (figure("receipt PDF", runs, how=HOW, unit="ms", scale=1000.0),)


class Call(NamedTuple):
    """One call on the canvas (0) or on something it gave; `gives` names its own result."""

    on: int
    method: str
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    gives: int


class Drawn(NamedTuple):
    """A page as calls, with what its file is called."""

    size: tuple[float, float]
    title: str
    author: str
    calls: tuple[Call, ...]

    def pdf(self) -> bytes:
        """Draw it on a canvas like the program's own."""
        from reportlab.pdfgen.canvas import Canvas

        out = io.BytesIO()
        canvas = Canvas(
            out,
            pagesize=self.size,
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.REGULAR,  # type: ignore[arg-type]  # wrong in the stubs
            lang="zh-CN",
        )
        canvas.setTitle(self.title)
        canvas.setAuthor(self.author)
        canvas.setCreator("zcdesk")
        made: dict[int, Any] = {0: canvas}
        for on, method, arguments, named, gives in self.calls:
            real = [made[a.name] if isinstance(a, _Traced) else a for a in arguments]
            made[gives] = attrgetter(method)(made[on])(*real, **named)
        canvas.save()
        return out.getvalue()


class _Traced:
    """Stands in for the canvas and for whatever it gives; notes every call."""

    def __init__(self, calls: list[Call], name: int = 0, inside: str = "") -> None:
        self.name = name
        self._calls = calls
        self._inside = inside

    def __getattr__(self, method: str) -> Any:
        if method == _OPERATORS:
            return _Traced(self._calls, self.name, f"{method}.")

        def call(*arguments: Any, **named: Any) -> _Traced:
            gives = _Traced(self._calls, len(self._calls) + 1)
            self._calls.append(Call(self.name, self._inside + method, arguments, named, gives.name))
            return gives

        return call


def trace(paper: Paper) -> Drawn:
    """Note what the layout of a paper asks of the canvas."""
    document = compose(paper)
    calls: list[Call] = []
    canvas: Any = _Traced(calls)
    sheet = lay(document)
    sheet.paint(canvas)
    title = f"{document.title} {document.number}"
    return Drawn((sheet.width, sheet.height), title, paper.head.hall, tuple(calls))
