"""The batch on the desk: which pile, what was scanned of it, its list, and how it ends.

It runs the operations and remembers; the page shows it and asks the questions.
"""

from __future__ import annotations

from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from zcdesk.domain.handover import Left
from zcdesk.errors import CodedError
from zcdesk.ui.desk import Desk
from zcdesk.ui.handover.words import Line, Mark, Stack

if TYPE_CHECKING:
    from zcdesk.operations.handover import Made
    from zcdesk.operations.handover_desk import PileCase, Stranger


class Step(Enum):
    """Where the work stands."""

    PICK = "pick"
    SCAN = "scan"
    SIGN = "sign"


class Passing(QObject):
    """One batch after the other.

    Attributes:
        stack: the pile or list that is seen; its `lines`, and `strangers` scanned beside it.
        touched: id of the case that was scanned or marked last.

    Signals:
        changed(): step, lines or strangers are others.
        scanned_pile(str): before any pile was chosen a copy of this case was scanned.
        strange(Stranger): a copy does not belong here.
        listed(): the list is printed and waits for its signature.
        signed(Handover): it passed.
        dropped(): it does not count.
        refused(CodedError): the signature or the list was refused.
    """

    changed = Signal()
    scanned_pile = Signal(str)
    strange = Signal(object)
    listed = Signal()
    signed = Signal(object)
    dropped = Signal()
    refused = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._under_way = False
        self.step = Step.PICK
        self.stack: Stack | None = None
        self.lines: tuple[Line, ...] = ()
        self.touched = ""
        self.strangers: tuple[Stranger, ...] = ()

    @property
    def missing(self) -> int:
        """How many of the pile were not scanned."""
        return sum(x.mark is Mark.OPEN for x in self.lines)

    @property
    def numbers(self) -> tuple[str, ...]:
        """Case numbers, in the order of the list."""
        return tuple(x.case.number for x in self.lines)

    def look_at(self, stack: Stack | None) -> None:
        """Read what is in a pile or on a list."""
        self.stack, self.lines, self.strangers = stack, (), ()
        if stack is None:
            self.changed.emit()
            return
        desk, done = self._desk.operations.handover_desk, partial(self._on_cases, stack.key)
        if stack.pile is not None:
            self._desk.do(desk.cases, stack.pile.cases, owner=self, done=done)
        else:
            self._desk.do(desk.list_cases, stack.list_id, owner=self, done=done)

    def begin(self, stack: Stack) -> None:
        """Scan a pile, or go on with a list that waits for its signature."""
        self.step = Step.SIGN if stack.list_id else Step.SCAN
        if stack != self.stack or not self.lines:
            self.look_at(stack)
            return
        self.changed.emit()
        if self.step is Step.SIGN:
            self.listed.emit()

    def forget(self) -> None:
        """Back to choosing; a list that was not signed waits."""
        self._under_way = False
        self.step = Step.PICK
        self.look_at(None)

    def identify(self, code: str) -> None:
        """Find out what was scanned."""
        pile = self.stack.pile if self.stack and self.step is Step.SCAN else None
        identify = self._desk.operations.handover_desk.identify
        self._desk.do(identify, code, pile, owner=self, done=self._on_identified)

    def mark(self, cases: set[str], mark: Mark, reason: str = "") -> None:
        """Say how cases stand."""
        self.touched = next(iter(cases))
        self.lines = tuple(
            x._replace(mark=mark, reason=reason) if x.case.case in cases else x for x in self.lines
        )
        self.changed.emit()

    def make(self) -> None:
        """Freeze the list of what was scanned and print it, one for each side."""
        if self._under_way or self.stack is None:
            return
        self._under_way = True
        self._desk.do(
            self._desk.operations.handover.make,
            self.stack.department,
            tuple(x.case.case for x in self.lines if x.mark is Mark.SCANNED),
            tuple(x.case.case for x in self.lines if x.mark is Mark.OPEN),
            owner=self,
            done=self._on_made,
            failed=self._on_failed,
        )

    def sign(self, value: dict[str, object]) -> None:
        """Both sides signed; `value` is what `Signing` took."""
        if self._under_way or self.stack is None:
            return
        from zcdesk.operations.handover_desk import Proof, Taker  # loads the store

        taker = Taker(**{**value, "proof": Proof(str(value["proof"]))})  # type: ignore[arg-type]
        left = tuple(
            Left(case=x.case.case, reason=x.reason) for x in self.lines if x.mark is Mark.REFUSED
        )
        self._under_way = True
        self._desk.do(
            self._desk.operations.handover_desk.take,
            self.stack.list_id,
            taker,
            left,
            owner=self,
            done=self.signed.emit,
            failed=self._on_failed,
        )

    def drop(self, reason: str) -> None:
        """Give the list up; its cases wait for the next one."""
        if self.stack is not None:
            drop, list_id = self._desk.operations.handover.drop, self.stack.list_id
            self._desk.do(drop, list_id, reason, owner=self, done=lambda _: self.dropped.emit())

    def _on_cases(self, key: str, found: tuple[PileCase, ...]) -> None:
        if self.stack is None or self.stack.key != key:
            return
        mark = Mark.LISTED if self.stack.list_id else Mark.OPEN
        self.lines = tuple(Line(case, mark) for case in found)
        self.changed.emit()
        if self.step is Step.SIGN:
            self.listed.emit()

    def _on_identified(self, found: tuple[tuple[str, ...], Stranger]) -> None:
        cases, stranger = found
        if self.step is Step.PICK and cases:
            self.scanned_pile.emit(cases[0])
        mine = {x.case.case for x in self.lines} & set(cases)
        if self.step is Step.SCAN and mine:
            self.mark(mine, Mark.SCANNED)
        elif self.step is not Step.SIGN:
            if stranger not in self.strangers:
                self.strangers = (*self.strangers, stranger)
                self.changed.emit()
            self.strange.emit(stranger)

    def _on_made(self, made: Made) -> None:
        self._under_way = False
        if self._desk.printing is not None:
            self._desk.printing.print(made.prints)
        done = made.handover
        self.lines = tuple(
            x._replace(mark=Mark.LISTED) for x in self.lines if x.case.case in done.cases
        )
        self.stack = Stack(
            done.department,
            len(done.cases),
            done.slot,
            done.due,
            list_id=made.id,
            number=done.number,
        )
        self.step = Step.SIGN
        self.changed.emit()
        self.listed.emit()

    def _on_failed(self, error: CodedError) -> None:
        self._under_way = False
        self.refused.emit(error)
