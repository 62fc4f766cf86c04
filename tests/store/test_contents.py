"""A page goes with the record of its case, unless another case of the sitting names it."""

from __future__ import annotations

import msgspec
from fix_visit import settle, somebody, visiting

from zcdesk.domain.case import Case
from zcdesk.domain.visit import rows_of, set_mark
from zcdesk.operations import intake, scans
from zcdesk.operations.session import Session
from zcdesk.store import contents


def test_a_page_two_cases_share_stays_and_one_of_its_own_goes(session: Session) -> None:
    """Two matters, one pile of paper: the identity card serves both, the form only one."""
    visit = settle(visiting(session, "1-1", "1-2", person=somebody()))
    by_name = {row.name: row for row in rows_of(visit)}
    shared, own = scans.keep_page(session, b"card"), scans.keep_page(session, b"report")
    for name, page in (("居民身份证", shared), ("经营场所使用权证明", own)):
        row = by_name[name]
        visit = set_mark(visit, row.key, msgspec.structs.replace(row.mark, pages=(page,)))
    intake.receive(session, visit)
    with session.reading() as store:
        found = {
            case.intake.matter_name: contents.only_of(store, subject) & {shared, own}
            for subject, case in store.states(Case)
        }
    assert found == {"饮用水供水单位卫生许可": set(), "出版物零售业务经营许可": {own}}
