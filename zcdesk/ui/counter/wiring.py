"""Who hears whom at the counter: every button and every key beside what it does, in one place.

A key and its button lead to the same line of code, so neither can do more than the other (UX-02).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from zcdesk.ui.bindings import Keys
from zcdesk.ui.counter.speech import Speech

if TYPE_CHECKING:
    from zcdesk.domain.catalogue_news import News
    from zcdesk.domain.package import Package
    from zcdesk.ui.counter.page import CounterPage


def wire_parts(page: CounterPage) -> None:
    """Connect the signals of strip, idle page and serving workspace."""
    turns, taking, arrival, calls = page.turns, page.taking, page.arrival, page.calls
    strip, idle, serving = page.strip, page.idle, page.serving
    column = page.layout()
    assert column is not None
    column.addWidget(Speech(page))
    to_applicant = partial(page.open_over, "applicant")
    strip.recall_wanted.connect(turns.recall)
    strip.menu_wanted.connect(turns.open_menu)
    strip.next_wanted.connect(turns.next)
    strip.applicant_wanted.connect(to_applicant)
    strip.identity_wanted.connect(arrival.toggle_compared)
    idle.call_wanted.connect(turns.next)
    idle.back_wanted.connect(calls.back)
    idle.resume_wanted.connect(calls.resume)
    idle.walk_in_wanted.connect(turns.walk_in)
    idle.typed.connect(page.menu.open_number)
    page.menu.number_wanted.connect(arrival.by_number)
    idle.news.opened.connect(partial(_show_changes, page))
    taking.read.connect(idle.news.read)
    taking.package_wanted.connect(partial(_ask_package, page))
    taking.differing.connect(partial(_show_changes, page))
    serving.visit_changed.connect(page.set_visit)
    serving.checklist.scan_wanted.connect(page.scanning.scan)
    serving.checklist.licence_wanted.connect(page.licences.ask)
    serving.checklist.identity_wanted.connect(arrival.toggle_compared)
    serving.matters.add_wanted.connect(page.open_search)
    serving.matters.form_wanted.connect(partial(page.open_over, "form"))
    serving.matters.remove_wanted.connect(taking.remove)
    serving.matters.reason_wanted.connect(page.ask_reason)
    serving.start.arrive_wanted.connect(arrival.by_key)
    serving.start.adopt_wanted.connect(taking.take)
    serving.start.add_wanted.connect(page.open_search)
    serving.start.applicant_wanted.connect(to_applicant)
    serving.start.no_show_wanted.connect(turns.no_show)
    serving.footer.link_opened.connect(page.go_to)
    serving.footer.park_wanted.connect(turns.park)
    serving.footer.notice_wanted.connect(page.telling.open)
    serving.footer.finish_wanted.connect(partial(page.open_over, "check"))


def wire_keys(page: CounterPage, keys: Keys) -> None:
    """Bind the counter's keys; they sleep while another page lies over the workspace."""
    turns, serving = page.turns, page.serving
    for place in (page.idle, serving):
        keys.bind("counter.call_next", place, turns.next)
        keys.bind("counter.queue_menu", place, turns.open_menu)
    keys.bind("counter.changes", page.idle, page.idle.news.open)
    slots: tuple[tuple[str, Callable[[], object]], ...] = (
        ("recall", turns.recall),
        ("no_show", turns.no_show),
        ("applicant", partial(page.open_over, "applicant")),
        ("add_matter", page.open_search),
        ("form", partial(page.open_over, "form")),
        ("notice", page.telling.open),
        ("finish", partial(page.open_over, "check")),
        ("back", serving.close_guidance),
    )
    for name, slot in slots:
        keys.bind(f"counter.{name}", serving, slot)
    keys.bind("checklist.identity", serving.start.line, page.arrival.toggle_compared)


def _show_changes(page: CounterPage, news: News) -> None:
    """Show which matters are not what they were, over the queue or over an open visit."""
    page.strip.show_buttons(False)
    page.show_over("changes", news)


def _ask_package(page: CounterPage, package: Package) -> None:
    """Ask the questions of a 一件事; its matters come in together."""
    page.open_over("package", page.taking.view, package)
