"""人员: who works here, who stands in for whom (AB 角), and what was authorised until when."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from zcdesk.domain.authority import Authority
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.matter import WindowCategory
from zcdesk.domain.people import Deputy, DeputyNamed, Trained
from zcdesk.errors import Invalid
from zcdesk.ui.desk import Desk
from zcdesk.ui.duty.authority_paper import AuthorityPaper
from zcdesk.ui.duty.register import Call, Deed, Register
from zcdesk.ui.labels import category_word
from zcdesk.ui.review.form import Answers, Ask, Way
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import ChipState, Column
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.people import PeopleView, StaffRow

ROLES = {
    Role.CLERK: QT_TRANSLATE_NOOP("duty", "窗口受理"),
    Role.GUIDE: QT_TRANSLATE_NOOP("duty", "导办"),
    Role.AGENT_OFFICER: QT_TRANSLATE_NOOP("duty", "代办员"),
    Role.REVIEWER: QT_TRANSLATE_NOOP("duty", "审批人员"),
    Role.CHIEF: QT_TRANSLATE_NOOP("duty", "首席代表"),
    Role.RESULT_CLERK: QT_TRANSLATE_NOOP("duty", "综合出件"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("duty", "主管"),
    Role.EDITOR: QT_TRANSLATE_NOOP("duty", "事项维护员"),
    Role.ADMINISTRATOR: QT_TRANSLATE_NOOP("duty", "管理员"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("duty", "审计"),
    Role.SECURITY: QT_TRANSLATE_NOOP("duty", "安全管理员"),
}


class PeoplePage(Register):
    """The tab."""

    topics = frozenset({"clerk", "deputy", "training", "authority", "window"})
    name = "people"
    spare = (2,)
    icon = "users"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.paper = AuthorityPaper(desk)
        self.paper.scanned.connect(self.read)
        self.beside(self.paper)

    def heading(self) -> str:
        return self.tr("人员")

    def modes(self) -> Sequence[tuple[str, str]]:
        return (
            ("staff", self.tr("人员")),
            ("deputies", self.tr("AB 岗")),
            ("authorities", self.tr("授权委托书")),
        )

    def columns(self) -> Sequence[Column[Any]]:
        return (
            Column(self.tr("姓名"), self._first, width=150, style="body"),
            Column(self.tr("岗位"), self._second),
            Column(self.tr("部门"), self._third),
            Column(self.tr("情况"), self._state_text, width=150, chip=self._state),
        )

    def key_of(self, row: Any) -> Hashable:
        return str(getattr(row, "id", "") or row.clerk.staff_no)

    def reading(self) -> Callable[..., Any]:
        view: Callable[..., Any] = self._desk.operations.people.view
        return view

    def rows_of(self, found: PeopleView) -> Iterable[Any]:
        self._names = {row.clerk.staff_no: row.clerk.name for row in found.staff}
        lists = {
            "staff": found.staff,
            "deputies": found.deputies,
            "authorities": found.authorities,
        }
        return lists[self.mode]

    def tell(self, row: Any) -> str:
        if isinstance(row, Authority | Deputy):
            lines = [self._first(row), self._second(row), self._third(row)]
            if isinstance(row, Authority):
                said = self.tr("委托书扫描件 {n} 页").format(n=len(row.pages))
                lines.append(said if row.pages else self.tr("委托书未扫描"))
            return "\n".join(lines)
        lines = [f"{row.clerk.name} {row.clerk.staff_no}", self._second(row)]
        lines += ["、".join(row.clerk.departments)] if row.clerk.departments else []
        if row.second:
            lines.append(self.tr("今天由 {name} 顶岗").format(name=self._name(row.second)))
        lines += [
            self.tr("今天顶 {name} 的岗").format(name=self._name(one)) for one in row.stands_in
        ]
        for course in row.training.courses if row.training else ():
            what = "、".join(map(category_word, course.categories))
            lines.append(self.tr("{day} 培训：{what}").format(day=course.day, what=what))
        if row.untrained:
            what = "、".join(map(category_word, row.untrained))
            lines.append(self.tr("本窗口未登记培训：{what}").format(what=what))
        return "\n".join(lines)

    def deeds(self, row: Any | None) -> Sequence[Deed]:
        if self.mode == "deputies":
            end = self._ending("people", "end_deputy", row) if self._lives(row) else ()
            return (*end, self._deputy())
        if self.mode == "authorities":
            end = self._ending("instant", "revoke", row) if self._lives(row) else ()
            return (*end, *self._scanning(row), self._authority())
        new = Deed(self.tr("新增人员"), self._person(None), self._set, self._every())
        if row is None or not hasattr(row, "clerk"):
            return (new,)
        return (
            Deed(self.tr("改岗位"), self._person(row), self._set, self._every()),
            self._training(row),
            self._secret(row),
            new,
        )

    def _person(self, row: StaffRow | None) -> tuple[Ask, ...]:
        who = row.clerk if row else None
        roles = "、".join(words("duty", ROLES[r]) for r in (who.roles if who else (Role.CLERK,)))
        label = self.tr("岗位（用、分开）")
        works = (True, self.tr("在岗")), (False, self.tr("已离岗"))
        secret = () if who else (Ask("secret", self.tr("初始口令（至少 8 位）"), needed=True),)
        return (
            Ask(
                "staff_no",
                self.tr("工号"),
                Way.CODE,
                given=who.staff_no if who else "",
                needed=True,
            ),
            Ask("name", self.tr("姓名"), given=who.name if who else "", needed=True),
            Ask("roles", label, given=roles, needed=True, wide=True),
            Ask(
                "departments",
                self.tr("代表部门（用、分开）"),
                given="、".join(who.departments if who else ()),
            ),
            Ask(
                "active", self.tr("是否在岗"), Way.CHOICE, works, given=who.active if who else True
            ),
            *secret,
        )

    def _every(self) -> str:
        every = "、".join(words("duty", word) for word in ROLES.values())
        return self.tr("岗位有：{every}").format(every=every)

    def _set(self, said: Answers) -> Call:
        by_word = {words("duty", word): role for role, word in ROLES.items()}
        named = _parts(said["roles"])
        if not named or set(named) - set(by_word):
            raise Invalid("PEO-03", "roles")
        wanted = ClerkSet(
            staff_no=str(said["staff_no"]),
            name=str(said["name"]),
            roles=tuple(by_word[word] for word in named),
            departments=_parts(said["departments"]),
            active=bool(said["active"]),
        )
        return self._desk.operations.people.set_clerk, (wanted, str(said.get("secret", ""))), {}

    def _training(self, row: StaffRow) -> Deed:
        by_word = {category_word(one.value): one.value for one in WindowCategory}
        every = "、".join(by_word)
        asks = (
            Ask("categories", self.tr("窗口类别（用、分开）"), given=every, needed=True, wide=True),
            Ask(
                "day",
                self.tr("培训日期"),
                Way.DAY,
                given=f"{self._desk.now():%Y-%m-%d}",
                needed=True,
            ),
            Ask("until", self.tr("有效至（可不填）"), Way.DAY),
            Ask("trainer", self.tr("培训单位"), needed=True),
        )

        def call(said: Answers) -> Call:
            course = Trained(
                categories=tuple(by_word.get(part, part) for part in _parts(said["categories"])),
                day=str(said["day"]),
                until=str(said["until"]),
                trainer=str(said["trainer"]),
            )
            register = self._desk.operations.people.register_training
            return register, (row.clerk.staff_no, course), {}

        return Deed(self.tr("登记培训"), asks, call)

    def _secret(self, row: StaffRow) -> Deed:
        ask = Ask("secret", self.tr("新口令（至少 8 位）"), needed=True, wide=True)
        reset = self._desk.operations.people.reset_secret
        no = row.clerk.staff_no
        return Deed(self.tr("重设口令"), (ask,), lambda said: (reset, (no, said["secret"]), {}))

    def _deputy(self) -> Deed:
        people = tuple((no, f"{no} {name}") for no, name in getattr(self, "_names", {}).items())
        asks = (
            Ask("first", self.tr("A 岗"), Way.COMBO, people),
            Ask("second", self.tr("B 岗"), Way.COMBO, people),
            *self._days(),
        )
        name = self._desk.operations.people.name_deputy
        return Deed(
            self.tr("指定 AB 岗"),
            asks,
            lambda said: (name, (DeputyNamed(**{k: str(v) for k, v in said.items()}),), {}),
        )

    def _scanning(self, row: Any) -> tuple[Deed, ...]:
        if not self._lives(row):
            return ()
        scan = partial(self.paper.scan, row)
        return (Deed(self.tr("扫描委托书"), does=scan),)

    def _show_row(self, row: Any | None) -> None:
        super()._show_row(row)
        self.paper.show_authority(row if isinstance(row, Authority) else None)

    def _authority(self) -> Deed:
        from zcdesk.domain.authority import AuthorityGiven

        asks = (
            Ask("department", self.tr("委托部门"), needed=True),
            Ask("officer", self.tr("部门负责人"), needed=True),
            Ask("windows", self.tr("窗口（用、分开）")),
            Ask("clerks", self.tr("人员工号（用、分开）")),
            Ask("matters", self.tr("事项编号（不填为该部门全部即办件）")),
            Ask("number", self.tr("委托书编号")),
            *self._days(),
        )

        def call(said: Answers) -> Call:
            given = AuthorityGiven(
                department=str(said["department"]),
                officer=str(said["officer"]),
                windows=_parts(said["windows"]),
                clerks=_parts(said["clerks"]),
                matters=_parts(said["matters"]),
                number=str(said["number"]),
                start=str(said["start"]),
                until=str(said["until"]),
            )
            return self._desk.operations.instant.give, (given,), {}

        return Deed(self.tr("登记授权"), asks, call)

    def _days(self) -> tuple[Ask, ...]:
        today = f"{self._desk.now():%Y-%m-%d}"
        return (
            Ask("start", self.tr("起日"), Way.DAY, given=today, needed=True),
            Ask("until", self.tr("止日"), Way.DAY, needed=True),
        )

    def _ending(self, where: str, name: str, row: Any) -> tuple[Deed, ...]:
        end = getattr(getattr(self._desk.operations, where), name)
        ask = Ask("reason", self.tr("原因"), needed=True, wide=True)
        return (
            Deed(self.tr("提前结束"), (ask,), lambda said: (end, (row.id, said["reason"]), {})),
        )

    def _lives(self, row: Any) -> bool:
        if isinstance(row, Deputy):
            return not row.ended
        return isinstance(row, Authority) and not row.revoked

    def _name(self, staff_no: str) -> str:
        return str(getattr(self, "_names", {}).get(staff_no, staff_no))

    def _first(self, row: Any) -> str:
        if isinstance(row, Deputy):
            return f"A {self._name(row.named.first)} · B {self._name(row.named.second)}"
        if isinstance(row, Authority):
            return row.given.number or row.given.officer
        return f"{row.clerk.staff_no} {row.clerk.name}"

    def _second(self, row: Any) -> str:
        if isinstance(row, Deputy):
            return f"{row.named.start} — {row.named.until}"
        if isinstance(row, Authority):
            windows = "、".join(row.given.windows)
            who = [self.tr("{n} 号窗口").format(n=windows)] if windows else []
            return "、".join((*who, *(self._name(one) for one in row.given.clerks)))
        return "、".join(words("duty", ROLES[role]) for role in row.clerk.roles)

    def _third(self, row: Any) -> str:
        if isinstance(row, Deputy):
            return row.ended
        if isinstance(row, Authority):
            return f"{row.given.department} {row.given.start} — {row.given.until}"
        return "、".join(row.clerk.departments) or "—"

    def _state(self, row: Any) -> ChipState | None:
        today = self._desk.now().date()
        if isinstance(row, Deputy):
            if row.stands_in(today):
                return ChipState("circle-check", self.tr("生效中"), Tone.OK)
            return ChipState("circle-minus", self.tr("不在期内"), Tone.NEUTRAL)
        if isinstance(row, Authority):
            return self._authority_state(row, today.isoformat())
        if not row.clerk.active:
            return ChipState("circle-minus", self.tr("已离岗"), Tone.NEUTRAL)
        if row.untrained:
            return ChipState("alert-triangle", self.tr("未登记培训"), Tone.WARN)
        if row.clerk.window:
            at = self.tr("{n} 号窗口").format(n=row.clerk.window)
            return ChipState("circle-check", at, Tone.OK)
        return None

    def _authority_state(self, row: Authority, today: str) -> ChipState:
        if row.revoked:
            return ChipState("ban", self.tr("已撤销"), Tone.NEUTRAL)
        if row.given.until < today:
            return ChipState("clock-exclamation", self.tr("已到期"), Tone.DANGER)
        if row.given.start > today:
            return ChipState("calendar", self.tr("未到起日"), Tone.INFO)
        return ChipState("circle-check", self.tr("生效中"), Tone.OK)

    def _state_text(self, row: Any) -> str:
        chip = self._state(row)
        return chip.word if chip else "—"


def _parts(text: object) -> tuple[str, ...]:
    plain = str(text).replace("，", "、").replace(",", "、")
    return tuple(part.strip() for part in plain.split("、") if part.strip())
