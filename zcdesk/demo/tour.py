"""A walk through every screen, for its pictures: the same keys, at rest."""

from __future__ import annotations

from collections.abc import Callable

from zcdesk.demo.clerk import SOCIAL, DemoClerk
from zcdesk.demo.hall import SECRET
from zcdesk.domain.person import Person

Shoot = Callable[[str], None]


def walk(clerk: DemoClerk, who: Person, shoot: Shoot) -> None:
    """Open each screen once and leave the window idle again."""
    _visit(clerk, who, shoot)
    _beside(clerk, shoot)
    _locked(clerk, shoot)


def _visit(clerk: DemoClerk, who: Person, shoot: Shoot) -> None:
    driver = clerk.driver
    clerk.take_number(SOCIAL, matter="1-49")
    clerk.take_number(SOCIAL, matter="1-61", priority=True, why="65 岁以上")
    clerk.take_number(SOCIAL)
    driver.press("Shift+F2")
    shoot("queue-menu")
    driver.press("Esc")
    clerk.call()
    clerk.lay_card(who)
    clerk.adopt()
    driver.press("F6")
    driver.write("cbw")
    shoot("search")
    driver.press("Esc", "F4")
    driver.until(lambda: clerk.front == "applicant", "the applicant did not open")
    shoot("applicant")
    driver.press("Esc", "F7")
    driver.until(lambda: clerk.front == "form", "the form did not open")
    shoot("form")
    driver.press("Esc", "End", "R")
    shoot("deferral")
    driver.press("Enter", "A", "Home", "Q")
    shoot("reasons")
    driver.press("1", "F8")
    driver.until(lambda: clerk.workplace.counter.menu.is_open, "nothing was asked")
    shoot("unjudged")
    driver.press("1")
    driver.until(lambda: clerk.front == "notice", "the notice did not open")
    shoot("notice")
    driver.press("Esc", "F1")
    shoot("help")
    driver.press("Esc", "F2")
    shoot("leave")
    driver.press("3")
    driver.until(lambda: clerk.workplace.counter.open_visit is None, "the visit stayed open")
    for _ in range(2):
        clerk.call()
        driver.press("Shift+F3")
        driver.until(lambda: clerk.workplace.counter.open_visit is None, "still called")


def _beside(clerk: DemoClerk, shoot: Shoot) -> None:
    driver, shell = clerk.driver, clerk.workplace.shell
    for page in _pages_after(clerk, "counter"):
        driver.press("Ctrl+PgDown")
        driver.until(lambda page=page: shell.current == page, f"no page {page}")  # type: ignore[misc]
        shoot(page)
    driver.press("Ctrl+PgDown")  # round the end, back to the counter
    driver.press("Ctrl+P")
    driver.until(lambda: shell.current == "reprint", "no reprint page")
    shoot("reprint")
    driver.press("Esc")


def _pages_after(clerk: DemoClerk, first: str) -> list[str]:
    """Return the pages of the rail behind `first`, in the order of the key."""
    pages = [item.page for item in clerk.workplace.shell.rail.items]
    return pages[pages.index(first) + 1 :]


def _locked(clerk: DemoClerk, shoot: Shoot) -> None:
    driver, shell = clerk.driver, clerk.workplace.shell
    driver.press("Ctrl+L")
    driver.until(lambda: shell.is_covered, "the window was not locked")
    shoot("locked")
    driver.write(SECRET)
    driver.press("Enter")
    driver.until(lambda: not shell.is_covered, "the window stayed locked")
