"""The fields of each act of the desk, and the operation their answers go to (see `acts`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zcdesk.domain.case import Case
from zcdesk.domain.case_parts import Decision, Lack, Outcome
from zcdesk.domain.case_rules import is_deemed
from zcdesk.domain.hall import Clerk, Policy, Role
from zcdesk.domain.papers_review import RejectionGround
from zcdesk.errors import NotAllowed
from zcdesk.ui.record_words import record_words
from zcdesk.ui.review.form import Answers, Ask, Way
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.inbox import Opened

STEPS = ("听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审")
"""Whose time is not counted (行政许可法 45); the words go onto papers."""
STEP_BASIS = "《行政许可法》第四十五条"
_BASIS = {
    RejectionGround.NOT_NEEDED: "《行政许可法》第三十二条第一款第一项",
    RejectionGround.NOT_COMPETENT: "《行政许可法》第三十二条第一款第二项",
    RejectionGround.UNTRUE: "《行政许可法》第七十八条",
}
_YES_NO = (
    (True, QT_TRANSLATE_NOOP("review", "同意")),
    (False, QT_TRANSLATE_NOOP("review", "不同意")),
)
_NUMBER = QT_TRANSLATE_NOOP("review", "文书编号（可不填）")
_REASON = QT_TRANSLATE_NOOP("review", "理由")


class Sight(NamedTuple):
    """What the fields of an act are made from.

    Attributes:
        lacks: the problems found, for the one list of a return.
        departments: of the hall.
        at: ISO time, by which a case may be accepted by law already (视为受理).
    """

    opened: Opened
    clerk: Clerk
    policy: Policy
    lacks: tuple[Lack, ...] = ()
    departments: tuple[str, ...] = ()
    at: str = ""

    @property
    def case(self) -> Case:
        return self.opened.case


class Call(NamedTuple):
    """An operation and what it is given beside session and case."""

    where: str
    name: str
    given: tuple[object, ...] = ()
    named: dict[str, Any] = {}  # noqa: RUF012 - never written to


def shown(text: str) -> str:
    """Translate a marked text of this desk."""
    return words("review", text)


def reason(sight: Sight) -> tuple[Ask, ...]:
    return (Ask("reason", shown(_REASON), needed=True, wide=True),)


def _number() -> Ask:
    return Ask("document_number", shown(_NUMBER))


def _departments(sight: Sight) -> Ask:
    others = tuple((d, d) for d in sight.departments if d != sight.case.department)
    label = QT_TRANSLATE_NOOP("review", "部门")
    return Ask("department", shown(label), Way.COMBO, options=others, needed=True)


def accept_asks(sight: Sight) -> tuple[Ask, ...]:
    days = QT_TRANSLATE_NOOP("review", "承诺办结工作日")
    intake = sight.case.intake
    if intake.promised_days is None and intake.statutory_days is None:
        return (Ask("days", shown(days), Way.NUMBER, given=20, most=365), _number())
    return (_number(),)


def accept(sight: Sight, said: Answers) -> Call:
    if sight.at and is_deemed(sight.case, sight.at):
        return Call("acceptance", "deem")
    return Call("acceptance", "accept", (), dict(said))


def return_asks(sight: Sight) -> tuple[Ask, ...]:
    days = QT_TRANSLATE_NOOP("review", "补正期限（工作日，0 为不定）")
    given = sight.policy.limits.correction_days
    return (Ask("days", shown(days), Way.NUMBER, given=given, most=60), _number())


def return_back(sight: Sight, said: Answers) -> Call:
    return Call("acceptance", "return_", (sight.lacks,), dict(said))


def reject_asks(sight: Sight) -> tuple[Ask, ...]:
    ground = QT_TRANSLATE_NOOP("review", "情形")
    basis = QT_TRANSLATE_NOOP("review", "依据（不填则按情形）")
    competent = QT_TRANSLATE_NOOP("review", "应向哪个机关申请")
    return (
        Ask("ground", shown(ground), Way.COMBO, tuple((g, g.value) for g in RejectionGround)),
        Ask("competent", shown(competent)),
        Ask("reason", shown(_REASON), needed=True, wide=True),
        Ask("basis", shown(basis)),
        _number(),
    )


def reject(sight: Sight, said: Answers) -> Call:
    ground = RejectionGround(str(said["ground"]))
    basis = said["basis"] or _BASIS.get(ground, "《行政许可法》第三十二条")
    kept = {name: said[name] for name in ("competent", "document_number")}
    return Call("acceptance", "not_accept", (ground, said["reason"], basis), kept)


def forward(sight: Sight, said: Answers) -> Call:
    return Call("acceptance", "forward", (said["department"], said["reason"]))


def forward_asks(sight: Sight) -> tuple[Ask, ...]:
    return (_departments(sight), *reason(sight))


def ask_asks(sight: Sight) -> tuple[Ask, ...]:
    label = QT_TRANSLATE_NOOP("review", "请其答复什么")
    return (_departments(sight), Ask("text", shown(label), needed=True, wide=True))


def ask(sight: Sight, said: Answers) -> Call:
    return Call("acceptance", "ask", (said["department"], said["text"]))


def step_asks(sight: Sight) -> tuple[Ask, ...]:
    outcome = QT_TRANSLATE_NOOP("review", "结果")
    if sight.case.running_steps:
        return (Ask("outcome", shown(outcome), needed=True, wide=True),)
    name, basis = QT_TRANSLATE_NOOP("review", "程序"), QT_TRANSLATE_NOOP("review", "依据")
    organiser = QT_TRANSLATE_NOOP("review", "组织单位")
    days = QT_TRANSLATE_NOOP("review", "约需工作日（0 为未定）")
    return (
        Ask("name", shown(name), Way.COMBO, tuple((s, record_words(s)) for s in STEPS)),
        Ask("days", shown(days), Way.NUMBER, given=0, most=365),
        Ask("reason", shown(_REASON), needed=True, wide=True),
        Ask("basis", shown(basis), given=STEP_BASIS),
        Ask("organiser", shown(organiser)),
    )


def step(sight: Sight, said: Answers) -> Call:
    running = sight.case.running_steps
    if running:
        return Call("review", "end_step", (running[0].id, said["outcome"]))
    kept = {name: said[name] for name in ("basis", "organiser", "days")}
    return Call("review", "begin_step", (said["name"], said["reason"]), kept)


def extend_asks(sight: Sight) -> tuple[Ask, ...]:
    days = QT_TRANSLATE_NOOP("review", "延长工作日")
    approver = QT_TRANSLATE_NOOP("review", "批准人（行政机关负责人）")
    most = sight.policy.limits.extension_days
    head = sight.clerk.name if Role.CHIEF in sight.clerk.roles else ""
    return (
        Ask("days", shown(days), Way.NUMBER, given=most, most=most),
        Ask("approver", shown(approver), given=head, needed=True),
        *reason(sight),
        _number(),
    )


def extend(sight: Sight, said: Answers) -> Call:
    kept = {name: said[name] for name in ("days", "document_number")}
    return Call("review", "extend", (said["reason"], said["approver"]), kept)


OUTCOMES = tuple((outcome, outcome.value) for outcome in Outcome)
_DECISION = (
    ("document_number", QT_TRANSLATE_NOOP("review", "决定书文号"), Way.LINE),
    ("result", QT_TRANSLATE_NOOP("review", "结果名称（证照、批复）"), Way.LINE),
    ("certificate_number", QT_TRANSLATE_NOOP("review", "证照编号"), Way.LINE),
    ("granted", QT_TRANSLATE_NOOP("review", "准予内容"), Way.LINE),
    ("reason", QT_TRANSLATE_NOOP("review", "理由（不予时必填）"), Way.LINE),
    ("basis", QT_TRANSLATE_NOOP("review", "依据"), Way.LINE),
    ("conditions", QT_TRANSLATE_NOOP("review", "附加条件"), Way.LINE),
    ("valid_from", QT_TRANSLATE_NOOP("review", "有效期自"), Way.DAY),
    ("valid_until", QT_TRANSLATE_NOOP("review", "有效期至"), Way.DAY),
    ("collect", QT_TRANSLATE_NOOP("review", "发放时收回（用、分开）"), Way.LINE),
)


def decision_asks(matter: str, *, numbered: bool = True) -> tuple[Ask, ...]:
    """Return the fields of a 决定书; what is granted is at first the matter itself.

    Args:
        numbered: its 文号 must be given; an instant one may carry the case number alone.
    """
    given = {"granted": matter, "basis": "《行政许可法》第三十八条"}
    outcome = QT_TRANSLATE_NOOP("review", "决定")
    copies = QT_TRANSLATE_NOOP("review", "份数")
    return (
        Ask("outcome", shown(outcome), Way.CHOICE, OUTCOMES, given=Outcome.GRANTED),
        Ask("copies", shown(copies), Way.NUMBER, given=1, most=20),
        *(
            Ask(
                name,
                shown(label),
                way,
                given=given.get(name, ""),
                needed=numbered and name == "document_number",
            )
            for name, label, way in _DECISION
        ),
    )


def decision_of(said: Answers) -> Decision:
    """Make a decision of the fields; department, officer and time are the program's to fill in.

    Raises:
        NotAllowed: MND-01, a refusal without a reason.
    """
    texts: dict[str, Any] = {
        name: str(said[name]).strip() for name, _, _ in _DECISION if name != "collect"
    }
    collect = str(said["collect"]).replace("，", "、").split("、")
    outcome = Outcome(str(said["outcome"]))
    if outcome is Outcome.REFUSED and not texts["reason"]:
        raise NotAllowed("MND-01")  # 行政许可法 38: a refusal says why
    return Decision(
        outcome=outcome,
        department="",
        officer="",
        at="",
        copies=max(1, int(str(said["copies"]))),
        collect=tuple(name.strip() for name in collect if name.strip()),
        **texts,
    )


def decide(sight: Sight, said: Answers) -> Call:
    return Call("review", "decide", (decision_of(said),))


def answer_asks(sight: Sight) -> tuple[Ask, ...]:
    agrees = QT_TRANSLATE_NOOP("review", "答复")
    opinion = QT_TRANSLATE_NOOP("review", "意见")
    options = tuple((value, shown(text)) for value, text in _YES_NO)
    return (
        Ask("agrees", shown(agrees), Way.CHOICE, options, given=True, wide=True),
        Ask("text", shown(opinion), wide=True),
    )


def answer(sight: Sight, said: Answers) -> Call:
    question = question_for(sight.case, sight.clerk)
    assert question is not None
    return Call("acceptance", "answer", (question.id, said["agrees"], said["text"]))


def stage(sight: Sight, said: Answers) -> Call:
    stage = stage_for(sight.case, sight.clerk)
    assert stage is not None
    return Call("review", "finish_stage", (stage.id, said["agrees"], said["text"]))


def question_for(case: Case, clerk: Clerk) -> Any:
    """Return the question that waits for somebody's department, a 远程确认 first."""
    mine = [q for q in case.questions if q.agrees is None and q.department in clerk.departments]
    return next(iter(sorted(mine, key=lambda q: not q.confirm)), None)


def stage_for(case: Case, clerk: Clerk) -> Any:
    """Return the running stage of somebody's department; the lead's own comes last."""
    mine = [s for s in case.stages if s.begun and not s.done and s.department in clerk.departments]
    return next(iter(sorted(mine, key=lambda s: s.lead)), None)


def reply_asks(sight: Sight) -> tuple[Ask, ...]:
    return (Ask("answer", shown(QT_TRANSLATE_NOOP("review", "答复内容")), needed=True, wide=True),)


def reply(sight: Sight, said: Answers) -> Call:
    open_ = next((r for r in sight.case.reminders if not r.answer), None)
    return Call("mending", "answer_reminder", (open_.id if open_ else "", said["answer"]))


def settle_asks(sight: Sight) -> tuple[Ask, ...]:
    how = QT_TRANSLATE_NOOP("review", "怎样处理的")
    return (Ask("how", shown(how), needed=True, wide=True),)


def settle(sight: Sight, said: Answers) -> Call:
    open_ = next((r for r in sight.case.refused if not r.settled), None)
    return Call("mending", "settle", (open_.act if open_ else "", said["how"]))


def withdraw(sight: Sight, said: Answers) -> Call:
    return Call("mending", "withdraw", (said["reason"],))


def transfer_asks(sight: Sight) -> tuple[Ask, ...]:
    to = QT_TRANSLATE_NOOP("review", "移送哪个机关")
    return (Ask("to", shown(to), needed=True, wide=True), *reason(sight))


def transfer(sight: Sight, said: Answers) -> Call:
    return Call("mending", "transfer", (said["to"], said["reason"]))


def merge_asks(sight: Sight) -> tuple[Ask, ...]:
    into = QT_TRANSLATE_NOOP("review", "并入哪一件（件号）")
    return (Ask("number", shown(into), Way.CODE, needed=True, wide=True), *reason(sight))


def merge(sight: Sight, said: Answers) -> Call:
    return Call("inbox", "merge", (said["number"], said["reason"]))


def terminate_asks(sight: Sight) -> tuple[Ask, ...]:
    basis = QT_TRANSLATE_NOOP("review", "依据")
    return (*reason(sight), Ask("basis", shown(basis)), _number())


def terminate(sight: Sight, said: Answers) -> Call:
    kept = {name: said[name] for name in ("basis", "document_number")}
    return Call("mending", "terminate", (said["reason"],), kept)
