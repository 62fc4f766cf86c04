"""A receipt's number and code tell how far its cases are, and a void one says that it is void."""

from __future__ import annotations

import pytest
from fix_cases import case_now, received

from zcdesk.domain.case import CaseState
from zcdesk.errors import UserError
from zcdesk.operations import amending, mending, progress


def test_the_code_of_an_amended_receipt_says_that_it_is_void(session) -> None:
    case_id = received(session)
    old = case_now(session, case_id).intake
    tries = progress.Tries()
    assert progress.by_code(session, tries, old.receipt + old.query_code).cases
    amending.amend(session, case_id, "手机号码", "13900001234", "录入有误")
    new = case_now(session, case_id).intake
    for secret, code in ((old.query_code, "KSK-04"), ("AAAAAA", "KSK-02")):
        with pytest.raises(UserError) as error:
            progress.by_code(session, tries, old.receipt + secret)
        assert error.value.code == code
    assert progress.by_code(session, tries, f"R/{new.receipt}/{new.query_code}").cases
    mending.void(session, case_id, "重复收件")
    (known,) = progress.by_code(session, tries, new.receipt + new.query_code).cases
    assert known.state is CaseState.VOID
