"""Invented documents of every format, for trying an interface; nobody's numbers are anybody's."""

from __future__ import annotations

import base64
import hashlib
from datetime import datetime

from zcdesk.domain.case import CaseState
from zcdesk.domain.identity import IdKind, with_check_digit
from zcdesk.domain.licence import LicenceQuery
from zcdesk.domain.online import FORMAT, OnlineApplication, OnlineFile, OnlineMaterial, OnlinePerson
from zcdesk.domain.platform import FORMAT as PLATFORM_FORMAT
from zcdesk.domain.platform import CaseOut, Holder

NAME = "示例一"
PHONE = "13800000001"
_PAGE = b"%PDF-1.4\n% an empty sample page\n%%EOF\n"


def id_number() -> str:
    """Return an invented number with a right check digit."""
    return with_check_digit("32021319880612001")


def online(number: str, matter: str, material: str, at: datetime) -> OnlineApplication:
    """Return an application with one file."""
    page = OnlineFile(
        kind="application/pdf",
        content=base64.b64encode(_PAGE).decode(),
        sha256=hashlib.sha256(_PAGE).hexdigest(),
    )
    return OnlineApplication(
        format=FORMAT,
        number=number,
        filed_at=at.isoformat(timespec="seconds"),
        matter=matter,
        applicant=OnlinePerson(
            name=NAME, id_kind=IdKind.RESIDENT, id_number=id_number(), phone=PHONE
        ),
        materials=(OnlineMaterial(name=material, files=(page,)),),
    )


def case(number: str, at: datetime) -> CaseOut:
    """Return a case that was just taken in."""
    return CaseOut(
        format=PLATFORM_FORMAT,
        hall="hall-320213",
        number=number,
        receipt=number,
        matter="1-2",
        matter_name="示例事项",
        department="示例部门",
        applicant=Holder(name=NAME, id_kind=IdKind.RESIDENT, id_number=id_number()),
        received_at=at.isoformat(timespec="seconds"),
        state=CaseState.RECEIVED,
        simulated=True,
    )


def licence(request: str) -> LicenceQuery:
    """Return a question for a business licence."""
    return LicenceQuery(
        request=request,
        hall="hall-320213",
        matter="示例事项",
        id_kind=IdKind.RESIDENT,
        id_number=id_number(),
        name=NAME,
        licences=("营业执照",),
    )
