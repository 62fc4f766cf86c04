"""Asking the library of licences (电子证照库) about the applicant on the screen.

Who asked about whom is recorded like any look at personal data; the question itself goes out in a
lane of its own, and whatever comes back, paper can be taken.
"""

from __future__ import annotations

from zcdesk.domain import licence
from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import Revealed
from zcdesk.domain.licence import LicenceQuery
from zcdesk.domain.visit import Visit
from zcdesk.errors import NotAllowed
from zcdesk.operations.session import Session, hall

FIELD = "电子证照"
"""What a question is called in the reveal log."""


def ask(session: Session, visit: Visit) -> LicenceQuery:
    """Return the question for every row of the applicant that a licence could settle.

    Raises:
        NotAllowed: LIC-05, no row can be had from the library; LIC-06, nobody is identified.
    """
    rows = licence.wanted(visit)
    if not rows:
        raise NotAllowed("LIC-05")
    with session.transaction() as tx:
        query = licence.query(visit, rows, request=tx.new_id(), hall=hall(tx).id)
        if query is None:
            raise NotAllowed("LIC-06")
        body = Revealed(field=FIELD, about=visit.id)
        tx.append(NewAct(subject=f"clerk:{session.clerk}", body=body))
    return query
