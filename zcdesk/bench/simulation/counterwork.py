"""What a clerk does in a simulated hall, as acts of the real domain.

Subjects are few, so that windows meet on them: tickets called and sent on, cases taken in, windows
opened and closed, a kind only newer programs know.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, NamedTuple

import msgspec

from zcdesk.domain import fold
from zcdesk.domain.act import Act, Body, NewAct
from zcdesk.domain.case import CaseMaterial, CaseReceived, Particulars, PersonRef
from zcdesk.domain.checklist import RowState
from zcdesk.domain.hall import ClerkOn
from zcdesk.domain.person import Person
from zcdesk.domain.sitting import SittingReceived
from zcdesk.domain.ticket import (
    Outcome,
    Ticket,
    TicketArrived,
    TicketClosed,
    TicketTaken,
    TicketTransferred,
    allowed,
)
from zcdesk.domain.window import WindowMode, WindowModeSet, WindowSet
from zcdesk.errors import NotAllowed
from zcdesk.store import persons
from zcdesk.store.rules import Rules, hall_rules
from zcdesk.store.transaction import Transaction

TYPED = "他说他母亲病了"
"""What a clerk types about somebody: sealed beside the act."""


class Annotated(Body, frozen=True, kw_only=True):
    """A kind that only the newer program of a simulation knows."""

    kind: ClassVar[str] = "window.annotated"
    text: str


class Unreadable(Body, frozen=True, kw_only=True):
    """A known kind whose body nobody can read: a newer or a broken program wrote it."""

    kind: ClassVar[str] = "window.mode"
    mode: int = 7


def rules_of(version: int) -> Rules:
    """Return the real rules, or those of a program one version newer."""
    rules = hall_rules()
    if not version:
        return rules
    kinds: dict[str, type[Body]] = {**rules.kinds, Annotated.kind: Annotated}

    def decode(act: Act) -> Body | None:
        if act.kind == Annotated.kind and act.body is not None:
            return msgspec.json.decode(act.body, type=Annotated)
        return fold.decode_body(act)

    return replace(rules, kinds=kinds, decode_body=decode, version=rules.version + version)


class Done(NamedTuple):
    """What one action of a clerk recorded.

    Attributes:
        number: printed on a receipt; empty = none.
        page: digest of a page the case names, and its subject.
    """

    acts: tuple[Act, ...]
    number: str = ""
    page: tuple[str, str] | None = None


class Clerk:
    """One clerk's choices at one window."""

    def __init__(self, window: str, dice: random.Random, *, version: int) -> None:
        self.window, self.dice, self.version = window, dice, version
        self._page = ""
        self._ways: tuple[tuple[Callable[[Transaction], Done], int], ...] = (
            (self.receive, 4),
            (self._serve, 3),
            (self._set_window, 2),
            (self._take_by_hand, 2),
            (self._strange, 1),
        )

    def act(self, tx: Transaction, page: str = "") -> Done:
        """Do something; a page that was scanned is handed in with the next case."""
        self._page = page
        ways = [way for way, _ in self._ways]
        return self.dice.choices(ways, [weight for _, weight in self._ways])[0](tx)

    def receive(self, tx: Transaction) -> Done:
        """Take a case in; now and then one that another window takes in too."""
        name = self.dice.choice("abcdef") if self.dice.random() < 0.4 else tx.new_id()
        try:
            number = tx.take_number().text
        except NotAllowed:
            # Cut off for so long that no code is left; the clerk is told.
            return self._set_window(tx)
        subject = f"case:{name}"
        ref = PersonRef(ref="", digest="")
        if self.dice.random() < 0.2 or self._page:
            ref = persons.put(tx, subject, Particulars(applicant=Person(name="张三")))
        case = CaseReceived(
            number=number,
            receipt=number,
            sitting=name,
            window=self.window,
            matter="M1",
            matter_version=1,
            matter_name="事项",
            department="民政局",
            applicant=ref,
            materials=(_paper(self._page),) if self._page else (),
        )
        done = SittingReceived(window=self.window, receipts=(number,), case_ids=(name,))
        made = _append(tx, subject, case)
        page = (self._page, subject) if self._page and made else None
        return Done((*made, *_append(tx, f"sitting:{name}", done)), number, page)

    def _serve(self, tx: Transaction) -> Done:
        """Go on with some ticket that was called, whoever called it."""
        tickets = [
            (subject, state)
            for subject, state in tx.states(Ticket)
            if allowed(state, TicketTransferred) or allowed(state, TicketArrived)
        ]
        if not tickets:
            return self._set_window(tx)
        subject, state = self.dice.choice(tickets)
        ways: tuple[Body, ...] = (
            TicketArrived(window=self.window),
            TicketTransferred(window=self.window, to_window=self.dice.choice("123"), reason=TYPED),
            TicketClosed(window=self.window, outcome=Outcome.CONSULTED),
        )
        body = self.dice.choice([way for way in ways if allowed(state, type(way))])
        return Done(_append(tx, subject, body))

    def _set_window(self, tx: Transaction) -> Done:
        subject = f"window:{self.dice.choice('123')}"
        bodies: tuple[Body, ...] = (
            WindowSet(number=self.window),
            WindowModeSet(mode=self.dice.choice(list(WindowMode)), reason="午休"),
        )
        made = _append(tx, subject, self.dice.choice(bodies))
        return Done((*made, *_append(tx, "clerk:0312", ClerkOn(window=self.window))))

    def _take_by_hand(self, tx: Transaction) -> Done:
        body = TicketTaken(number=f"{self.window}-{self.dice.randrange(999):03}")
        return Done(_append(tx, f"ticket:{tx.new_id()}", body))

    def _strange(self, tx: Transaction) -> Done:
        """Record what other versions of the program do not know, or cannot read."""
        subject = f"window:strange{self.dice.choice('12')}"
        if self.version:
            return Done(_append(tx, subject, Annotated(text="新\u0000e\u0301")))
        if self.dice.random() < 0.3:
            return Done(_append(tx, subject, Unreadable()))
        return Done(_append(tx, subject, WindowSet(number=self.window)))


def _paper(page: str) -> CaseMaterial:
    state = RowState.RECEIVED
    return CaseMaterial(
        key="m1", name="申请表", form="原件", due_count=1, given=1, state=state, pages=(page,)
    )


def _append(tx: Transaction, subject: str, body: Body) -> tuple[Act, ...]:
    try:
        return (tx.append(NewAct(subject=subject, body=body)),)
    except NotAllowed:
        # Read only here: a newer program wrote what this one cannot judge.
        return ()
