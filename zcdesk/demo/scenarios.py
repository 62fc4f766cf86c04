"""The scenarios of ux 1.3 as keys, each with the ceiling it must not pass."""

from __future__ import annotations

from zcdesk.demo.clerk import DemoClerk
from zcdesk.domain.person import Person


def repeat_case(clerk: DemoClerk, who: Person) -> None:
    """S-1: the ticket carries the matter, the card is read, one copy to compare."""
    clerk.call()
    clerk.lay_card(who)
    clerk.adopt()
    clerk.driver.press("A", "Y")
    clerk.finish()


def by_code(clerk: DemoClerk, who: Person) -> None:
    """S-2: no matter on the ticket, the clerk knows the code."""
    clerk.call()
    clerk.lay_card(who)
    clerk.find("1071")
    clerk.driver.press("A", "Y")
    clerk.finish()


def by_initials(clerk: DemoClerk, who: Person) -> None:
    """S-3: the matter by the initials of its pinyin."""
    clerk.call()
    clerk.lay_card(who)
    clerk.find("hszyzc")
    clerk.driver.press("A", "Y")
    clerk.finish()


def by_favourite(clerk: DemoClerk, who: Person) -> None:
    """S-4: a favourite of this window."""
    clerk.call()
    clerk.lay_card(who)
    clerk.favourite("1")
    clerk.driver.press("A", "Y")
    clerk.finish()


def missing(clerk: DemoClerk, who: Person) -> None:
    """S-5: something is missing and cannot be deferred: the one-time notice."""
    clerk.call()
    clerk.lay_card(who)
    clerk.adopt()
    clerk.driver.press("A", "Q", "1", "F8")
    clerk.driver.until(lambda: clerk.front == "notice", "the notice did not open")
    clerk.clock.pass_(seconds=1)
    clerk.driver.press("Enter")
    clerk.driver.until(lambda: clerk.workplace.counter.open_visit is None, "nothing was notified")


def deferred(clerk: DemoClerk, who: Person) -> None:
    """S-6: one paper comes later, with a signed promise."""
    clerk.call()
    clerk.lay_card(who)
    clerk.adopt()
    clerk.driver.press("End", "R", "Enter", "A")
    clerk.settle_rows()
    clerk.driver.press("F9")
    clerk.driver.until(lambda: clerk.front == "check", "the check page did not open")
    clerk.driver.press("2")
    clerk.confirm()


def three_matters(clerk: DemoClerk, who: Person) -> None:
    """S-7: three matters in one sitting, one form, merged materials."""
    clerk.call()
    clerk.lay_card(who)
    clerk.adopt()
    clerk.find("4028")
    clerk.find("1067")
    clerk.driver.press("A")
    clerk.shoot("serving")
    clerk.settle_rows()
    clerk.finish()


def typed(clerk: DemoClerk, who: Person) -> None:
    """S-8: no card: name by the input method, number and mobile typed."""
    clerk.call()
    clerk.driver.press("F4")
    clerk.driver.until(lambda: clerk.front == "applicant", "the applicant did not open")
    clerk.driver.compose("chushi", who.name)
    clerk.driver.press("Tab")
    clerk.driver.write(who.id_number)
    clerk.driver.press("Tab")
    clerk.driver.write(who.phone)
    clerk.driver.press("Enter")
    clerk.driver.until(lambda: clerk.front == "serving", "the applicant was not taken")
    clerk.driver.press("Enter")
    clerk.adopt()
    clerk.driver.press("A", "Y")
    clerk.finish()


def no_show(clerk: DemoClerk, who: Person) -> None:
    """S-9: the one who was called does not come: called again twice, passed over."""
    for key in ("F3", "F3", "Shift+F3"):
        clerk.clock.pass_(seconds=30)
        clerk.driver.press(key)
    clerk.driver.until(lambda: clerk.workplace.counter.open_visit is None, "still called")


def reprint(clerk: DemoClerk, who: Person) -> None:
    """S-10: the paper once more."""
    clerk.driver.press("Ctrl+P")
    clerk.driver.until(lambda: clerk.workplace.shell.current == "reprint", "no reprint page")
    clerk.driver.press("Enter")
    clerk.driver.until(lambda: not clerk.driver.jobs.pending, "the reprint did not come out")
