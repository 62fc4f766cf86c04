"""Makes a finished canvas a PDF/A-2b file: metadata, colour profile, nothing left outside.

The rest of the standard is met elsewhere: fonts are embedded subsets, nothing is transparent,
encrypted or linked. Never changes what is drawn.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from zcdesk.paths import resources_dir

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

PROGRAM = "zcdesk"
PROFILE = "sRGB"

_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>"
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
    "<xmp:CreatorTool>{program}</xmp:CreatorTool><pdf:Producer>{program}</pdf:Producer>"
    "<xmp:CreateDate>{at}</xmp:CreateDate><xmp:ModifyDate>{at}</xmp:ModifyDate>"
    '</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end="r"?>'
)


def mark(canvas: Canvas, *, title: str, author: str, at: datetime) -> None:
    """Write title, author and date into the file, twice as the standard asks, and the profile.

    Args:
        at: the paper's own time, so that the same paper gives the same bytes.
    """
    from reportlab.pdfbase.pdfdoc import (
        PDFArray,
        PDFDictionary,
        PDFName,
        PDFStream,
        PDFString,
        PDFZCompress,
    )

    title, author = _printable(title), _printable(author)
    document: Any = canvas._doc  # type: ignore[attr-defined]  # ReportLab has no public way
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject("")
    canvas.setCreator(PROGRAM)
    canvas.setProducer(PROGRAM)
    moment = at.strftime("%Y%m%d%H%M%S") + _offset(at, "'")
    document.info._dateFormatter = lambda *_: f"D:{moment}'"
    xmp = _XMP.format(
        title=escape(title),
        author=escape(author),
        program=PROGRAM,
        at=at.strftime("%Y-%m-%dT%H:%M:%S") + _offset(at, ":"),
    )
    catalog = document.Catalog
    kind = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    catalog.Metadata = PDFStream(PDFDictionary(kind), xmp.encode("utf-8") + b"\n")
    profile = PDFStream(PDFDictionary({"N": 3}), _profile(), [PDFZCompress])
    catalog.OutputIntents = PDFArray(
        [
            PDFDictionary(
                {
                    "Type": PDFName("OutputIntent"),
                    "S": PDFName("GTS_PDFA1"),
                    "OutputConditionIdentifier": PDFString(PROFILE),
                    "Info": PDFString(PROFILE),
                    "DestOutputProfile": document.Reference(profile),
                }
            )
        ]
    )
    catalog.__NoDefault__ = [*type(catalog).__NoDefault__, "OutputIntents"]


def _offset(at: datetime, between: str) -> str:
    """Give the offset from UTC: +08:00 or +08'00."""
    zone = at.strftime("%z") or "+0000"
    return f"{zone[:3]}{between}{zone[3:5]}"


def _printable(text: str) -> str:
    """Keep what XML can hold."""
    return "".join(char if ord(char) >= 32 and ord(char) not in _NONE else " " for char in text)


_NONE = frozenset((*range(0xD800, 0xE000), 0xFFFE, 0xFFFF))


@lru_cache(maxsize=1)
def _profile() -> bytes:
    return (resources_dir() / "forms" / f"{PROFILE}.icc").read_bytes()
