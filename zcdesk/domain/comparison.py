"""What a certificate says against what was accepted and decided: the result counter's comparison.

Pure. What the department typed of the certificate, or the counter types from it, is compared word
by word; a field nobody typed is compared by eye, and the record says by which (rules 4, S1).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum

import msgspec

from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.identity import mask_id, normalise_number
from zcdesk.domain.names import clean_name

_PLACE = ("place_address", "address")
"""Keys of the one form that hold where a permit is for; else the applicant's own address."""


class CertificateField(StrEnum):
    """What a certificate carries; the value is the word of records and screens."""

    HOLDER = "持证人"
    ID_NUMBER = "证件号码"
    ADDRESS = "地址"
    NAME = "证照名称"
    NUMBER = "证照编号"
    VALID = "有效期"


class Verdict(StrEnum):
    """How a field stands: the same words, seen to agree, different, or not looked at yet."""

    AGREES = "一致"
    BY_EYE = "目视一致"
    DIFFERS = "不一致"
    OPEN = "待核对"


class Certificate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A personal record: what stands on a certificate, by field, as somebody typed it."""

    said: dict[CertificateField, str] = {}


class Looked(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the counter's clerk did with one field.

    Attributes:
        said: typed from the certificate; empty = only looked at.
        agrees: what the eye says where nothing was typed; None = not looked at.
    """

    said: str = ""
    agrees: bool | None = None


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the comparison.

    Attributes:
        wanted: as taken in or decided; `said`: what the certificate says, empty if not typed.
        by_department: the department typed it, nobody here has.
    """

    field: CertificateField
    wanted: str
    said: str = ""
    verdict: Verdict = Verdict.OPEN
    by_department: bool = False

    @property
    def shown(self) -> tuple[str, str]:
        """Both sides for a screen: an identity number is masked."""
        if self.field is not CertificateField.ID_NUMBER:
            return self.wanted, self.said
        return mask_id(self.wanted), mask_id(self.said) if self.said else ""


def wanted(case: Case, record: Particulars) -> dict[CertificateField, str]:
    """Return what the certificate must say; a field nothing is known of is left out."""
    made, who = case.decision, record.applicant
    place = next((record.form[key] for key in _PLACE if record.form.get(key)), who.address)
    found = {
        CertificateField.HOLDER: who.name,
        CertificateField.ID_NUMBER: who.id_number,
        CertificateField.ADDRESS: place,
        CertificateField.NAME: made.result if made else "",
        CertificateField.NUMBER: (made.certificate_number or made.document_number) if made else "",
        CertificateField.VALID: valid_text(made.valid_from, made.valid_until) if made else "",
    }
    return {field: words for field, words in found.items() if words}


def points(
    asked: Mapping[CertificateField, str],
    certificate: Certificate,
    looked: Mapping[CertificateField, Looked],
) -> tuple[Point, ...]:
    """Compare field by field; what the counter found counts before what was sent along."""
    return tuple(
        _point(field, words, certificate.said.get(field, ""), looked.get(field, Looked()))
        for field, words in asked.items()
    )


def differing(found: tuple[Point, ...]) -> tuple[CertificateField, ...]:
    return tuple(p.field for p in found if p.verdict is Verdict.DIFFERS)


def open_points(found: tuple[Point, ...]) -> tuple[CertificateField, ...]:
    return tuple(p.field for p in found if p.verdict is Verdict.OPEN)


def _point(field: CertificateField, words: str, sent: str, looked: Looked) -> Point:
    said = looked.said or sent
    if looked.agrees is None and said:
        verdict = Verdict.AGREES if _plain(field, said) == _plain(field, words) else Verdict.DIFFERS
    elif looked.agrees is None:
        verdict = Verdict.OPEN
    else:
        verdict = Verdict.BY_EYE if looked.agrees else Verdict.DIFFERS
    return Point(
        field=field,
        wanted=words,
        said=said,
        verdict=verdict,
        by_department=bool(sent) and not looked.said and looked.agrees is None,
    )


def _plain(field: CertificateField, words: str) -> str:
    """Width and blanks make no difference; a name's characters are never taken for variants."""
    if field is CertificateField.ID_NUMBER:
        return normalise_number(words)
    if field is CertificateField.HOLDER:
        return clean_name("".join(words.split()))
    return "".join(unicodedata.normalize("NFKC", words).split()).upper()


def valid_text(start: str, until: str) -> str:
    """Say how long a certificate is valid, from two ISO dates; either may be empty."""
    return f"{start} 至 {until}" if start and until else until or start
