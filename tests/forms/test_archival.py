"""The parts of PDF/A-2b that can be seen without a validator: there is none in the packages."""

from __future__ import annotations

import io
import re
from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import msgspec
import pypdf
import pytest
from PIL import ImageCms

from zcdesk.domain.papers import PaperKind, as_reprint
from zcdesk.forms import render
from zcdesk.forms.samples import sample

A = "{http://www.aiim.org/pdfa/ns/id/}"
DC = "{http://purl.org/dc/elements/1.1/}"
XMP = "{http://ns.adobe.com/xap/1.0/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def opened(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def objects(reader: pypdf.PdfReader) -> list[Any]:
    numbers = reader.xref[0]
    return [reader.get_object(pypdf.generic.IndirectObject(n, 0, reader)) for n in numbers if n]


@pytest.mark.parametrize("kind", PaperKind)
def test_every_file_claims_what_it_keeps(kind: PaperKind) -> None:
    data = render(sample(kind))
    assert re.match(rb"%PDF-1\.[4-7]\n%[\x80-\xff]{4}", data)
    reader = opened(data)
    root = reader.trailer["/Root"]
    first, second = reader.trailer["/ID"]
    assert len(first) == len(second) == 16
    assert not reader.is_encrypted
    metadata = root["/Metadata"]
    assert "/Filter" not in metadata
    packet = ElementTree.fromstring(metadata.get_data().decode("utf-8"))
    assert packet.findtext(f".//{A}part") == "2"
    assert packet.findtext(f".//{A}conformance") == "B"
    info = reader.metadata
    assert packet.findtext(f".//{DC}title//{RDF}li") == info.title
    assert packet.findtext(f".//{DC}creator//{RDF}li") == info.author
    made = datetime.fromisoformat(packet.findtext(f".//{XMP}CreateDate") or "")
    assert made == info.creation_date == info.modification_date
    (intent,) = root["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    profile = intent["/DestOutputProfile"]
    assert profile["/N"] == 3
    named = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile.get_data())))
    assert "sRGB" in named
    for key in ("/AcroForm", "/Names", "/OpenAction", "/AA", "/OCProperties"):
        assert key not in root


@pytest.mark.parametrize("kind", PaperKind)
def test_every_font_is_inside_and_nothing_forbidden_is(kind: PaperKind) -> None:
    reader = opened(render(sample(kind)))
    fonts = [o for o in objects(reader) if isinstance(o, dict) and o.get("/Type") == "/Font"]
    assert fonts
    for font in fonts:
        assert re.match(r"/[A-Z]{6}\+", font["/BaseFont"])
        descriptor = font["/FontDescriptor"]
        assert descriptor["/FontFile2"].get_data()[:4] == b"\0\1\0\0"
        # a symbolic TrueType font has no encoding of its own and one table of codes
        assert descriptor["/Flags"] & 4
        assert "/Encoding" not in font
        assert len(font["/Widths"]) == font["/LastChar"] - font["/FirstChar"] + 1
        assert "/ToUnicode" in font
    for page in reader.pages:
        assert "/Annots" not in page
        assert "/Group" not in page
        operators = page.get_contents().get_data().decode("latin-1")
        assert not re.search(r"\b(rg|RG|k|K|sc|scn|gs|Do)\b", operators)
    for one in objects(reader):
        if isinstance(one, dict):
            assert one.get("/Filter") != ["/LZWDecode"]
            assert "/JS" not in one


def test_a_name_that_is_no_xml_still_makes_a_file() -> None:
    receipt = sample(PaperKind.RECEIPT)
    paper: Any = as_reprint(receipt, 1, "张<敏>&\x01", receipt.head.at)

    head = msgspec.structs.replace(paper.head, hall="大厅 <A> & \x02 𬎆")
    reader = opened(render(msgspec.structs.replace(paper, head=head)))
    packet = ElementTree.fromstring(reader.trailer["/Root"]["/Metadata"].get_data().decode())
    assert (
        packet.findtext(f".//{DC}creator//{RDF}li") == "大厅 <A> &   𬎆" == reader.metadata.author
    )
