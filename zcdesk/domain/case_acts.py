"""Acts on a case from hand-over to decision. Each says in which role and for which department.

Due dates are written into the act that sets them: what was told to an applicant stays told,
whatever the hall's policy becomes later. Never a personal value.
"""

from __future__ import annotations

from typing import ClassVar

from zcdesk.domain.act import Body
from zcdesk.domain.case_parts import Decision, Finding, Lack, Stage, Term, Verdict
from zcdesk.domain.hall import Role
from zcdesk.domain.typed import Typed


class CaseAct(Body, frozen=True, kw_only=True):
    """An act on a case after its intake.

    Attributes:
        role: the role the clerk acted in.
        department: for which department a reviewer acted; empty at a window.
    """

    role: Role
    department: str = ""


class CaseHandedOver(CaseAct, frozen=True, kw_only=True):
    """材料交接: the paper left the window; `batch` is the list both signed."""

    kind: ClassVar[str] = "case.handed_over"
    batch: str
    to_department: str
    late: bool = False


class CaseHandoverRefused(CaseAct, frozen=True, kw_only=True):
    """The department did not take this one case of a batch; its paper stays at the window."""

    kind: ClassVar[str] = "case.handover_refused"
    batch: str
    reason: Typed


class CaseTaken(CaseAct, frozen=True, kw_only=True):
    """A reviewer opened the case; `released` = put it back for others."""

    kind: ClassVar[str] = "case.taken"
    released: bool = False


class CaseReassigned(CaseAct, frozen=True, kw_only=True):
    """Somebody in charge gave the case to another officer; `to` is that officer's staff number."""

    kind: ClassVar[str] = "case.reassigned"
    to: str
    reason: Typed


class CaseSeen(CaseAct, frozen=True, kw_only=True):
    """Pages that were displayed to a reviewer, by digest."""

    kind: ClassVar[str] = "case.seen"
    pages: tuple[str, ...]


class CaseFound(CaseAct, frozen=True, kw_only=True):
    """Findings about single materials; a later one about the same material replaces it."""

    kind: ClassVar[str] = "case.found"
    findings: tuple[Finding, ...]


class CaseAccepted(CaseAct, frozen=True, kw_only=True):
    """受理. `due` is the firm date; `ground` a value of `papers_review.AcceptanceGround`.

    Attributes:
        days: the promised limit it was counted with.
        from_receipt: accepted by law, as of the day of receipt (视为受理).
        authority: at a window, the 授权委托书 or the id of the 远程确认 it rests on.
    """

    kind: ClassVar[str] = "case.accepted"
    ground: str
    days: int
    due: Term
    statutory: Term = Term()
    document_number: str = ""
    from_receipt: bool = False
    authority: str = ""


class CaseReturned(CaseAct, frozen=True, kw_only=True):
    """退回补正: one complete list."""

    kind: ClassVar[str] = "case.returned"
    lacks: tuple[Lack, ...]
    until: Term = Term()
    document_number: str = ""


class CaseCorrected(CaseAct, frozen=True, kw_only=True):
    """补齐: what was returned for is handed in; the limits of acceptance begin anew."""

    kind: ClassVar[str] = "case.corrected"
    window: str
    names: tuple[str, ...]
    pages: tuple[str, ...] = ()
    handover_due: str = ""
    accept_due: Term = Term()
    deemed_due: Term = Term()


class CaseNotAccepted(CaseAct, frozen=True, kw_only=True):
    """不予受理, with reason and basis; `ground` a value of `papers_review.RejectionGround`."""

    kind: ClassVar[str] = "case.not_accepted"
    ground: str
    reason: Typed
    basis: Typed
    competent: Typed = ""
    document_number: str = ""


class CaseForwarded(CaseAct, frozen=True, kw_only=True):
    """转办 by the department, or 改派 by the hall: another department has the case now."""

    kind: ClassVar[str] = "case.forwarded"
    to_department: str
    reason: Typed


class CaseAsked(CaseAct, frozen=True, kw_only=True):
    """听取意见 or, with `confirm`, 远程确认 of an instant decision."""

    kind: ClassVar[str] = "case.asked"
    question: str
    of_department: str
    text: Typed
    confirm: bool = False


class CaseAnswered(CaseAct, frozen=True, kw_only=True):
    """A named officer answered a question."""

    kind: ClassVar[str] = "case.answered"
    question: str
    agrees: bool
    answer: Typed = ""


class CaseSupplemented(CaseAct, frozen=True, kw_only=True):
    """容缺补交: a promised material was handed in, at any window."""

    kind: ClassVar[str] = "case.supplemented"
    window: str
    material: str
    given: int = 1
    compared: bool = False
    pages: tuple[str, ...] = ()
    handover_due: str = ""


class CasePromiseJudged(CaseAct, frozen=True, kw_only=True):
    """A person decided what follows from a promise; the program never does."""

    kind: ClassVar[str] = "case.promise_judged"
    material: str
    verdict: Verdict
    reason: Typed
    due: str = ""
    officer: Typed = ""


class CaseStagesSet(CaseAct, frozen=True, kw_only=True):
    """The stages of the review, serial and side by side."""

    kind: ClassVar[str] = "case.stages_set"
    stages: tuple[Stage, ...]


class CaseStageDone(CaseAct, frozen=True, kw_only=True):
    """A department's opinion on its stage; `next_due`: (id, when due) of stages that now begin."""

    kind: ClassVar[str] = "case.stage_done"
    stage: str
    agrees: bool
    opinion: Typed = ""
    next_due: tuple[tuple[str, Term], ...] = ()


class CaseStepBegun(CaseAct, frozen=True, kw_only=True):
    """A special step begins: the clock stops, and the applicant is told in writing."""

    kind: ClassVar[str] = "case.step_begun"
    step: str
    name: Typed
    reason: Typed
    basis: Typed = ""
    organiser: Typed = ""
    days: int = 0


class CaseStepEnded(CaseAct, frozen=True, kw_only=True):
    """A special step ends; `due` and `statutory` are the moved dates once no step runs."""

    kind: ClassVar[str] = "case.step_ended"
    step: str
    outcome: Typed = ""
    due: Term = Term()
    statutory: Term = Term()


class CaseExtended(CaseAct, frozen=True, kw_only=True):
    """延长审批期限: once, with approval and reason."""

    kind: ClassVar[str] = "case.extended"
    days: int
    reason: Typed
    approver: str
    due: Term
    document_number: str = ""


class CaseDecided(CaseAct, frozen=True, kw_only=True):
    """决定. `decision.at` is the time of this act."""

    kind: ClassVar[str] = "case.decided"
    decision: Decision
