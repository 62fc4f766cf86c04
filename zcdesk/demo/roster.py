"""Twenty nurses registered by one hospital clerk (S-16): a roster, one paper for all, own cases."""

from __future__ import annotations

from pathlib import Path

from zcdesk.demo.clerk import SOCIAL, DemoClerk
from zcdesk.demo.people import person
from zcdesk.domain.checklist import open_rows
from zcdesk.domain.person import Person
from zcdesk.domain.visit import rows_of

NURSES = 20
FIRST = 400


def write(path: Path) -> Path:
    """Write the roster the hospital brings on a stick."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("名册")
    sheet.write_row(0, 0, ("姓名", "证件类型", "证件号码", "手机"))
    for row in range(NURSES):
        nurse = person(FIRST + row)
        sheet.write_row(row + 1, 0, (nurse.name, "居民身份证", nurse.id_number, nurse.phone))
    book.close()
    return path


def play(clerk: DemoClerk, file: Path, agent: Person) -> tuple[int, int]:
    """Register them all; return keys per further applicant (the most any took) and clicks."""
    driver = clerk.driver
    clicks = driver.clicks.count
    clerk.take_number(SOCIAL, matter="1-49")
    clerk.call()
    clerk.lay_card(agent)
    clerk.adopt()
    clerk.import_roster(file)
    per_applicant = [_one(clerk) for _ in range(NURSES)]
    clerk.finish()
    return max(per_applicant[1:]), driver.clicks.count - clicks


def _one(clerk: DemoClerk) -> int:
    """Settle the applicant on the screen; the next unfinished one follows by itself or by N."""
    before = clerk.driver.keys
    at = clerk.visit.current
    clerk.driver.press("A")
    for _ in range(8):
        visit = clerk.visit
        if visit.current != at or not open_rows(rows_of(visit, visit.applicants[at])):
            break
        clerk.driver.press("Y")
    if clerk.visit.current == at and any(
        open_rows(rows_of(clerk.visit, who)) for who in clerk.visit.applicants
    ):
        clerk.driver.press("N")
    return clerk.driver.keys - before
