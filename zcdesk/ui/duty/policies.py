"""制度: every setting, what was decided and has not begun, and known halls beside it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec

from zcdesk import paths
from zcdesk.domain.policies import PolicyStep, settings_of
from zcdesk.domain.policy_settings import SETTINGS
from zcdesk.ui.duty import policy_values
from zcdesk.ui.duty.policy_values import value_words
from zcdesk.ui.duty.policy_words import GROUPS, LABELS, source_words
from zcdesk.ui.duty.register import Call, Deed, Register
from zcdesk.ui.review.form import Answers, Ask, Way
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets import ChipState, Column
from zcdesk.ui.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from zcdesk.operations.policies import PolicyView

PROFILES = (
    QT_TRANSLATE_NOOP("policies", "梁溪"),
    QT_TRANSLATE_NOOP("policies", "无锡经开"),
    QT_TRANSLATE_NOOP("policies", "薛城"),
    QT_TRANSLATE_NOOP("policies", "内乡"),
    QT_TRANSLATE_NOOP("policies", "昆都仑"),
)


class SettingRow(msgspec.Struct, frozen=True):
    """A setting: its value now, and the other one it is seen beside; `begins` of a change."""

    path: str
    now: Any
    other: Any
    note: str = ""
    whole: Any = None


class PoliciesPage(Register):
    """The tab."""

    topics = frozenset({"policy"})
    name = "policies"
    spare = (3,)
    icon = "settings"

    def heading(self) -> str:
        return self.tr("制度")

    def modes(self) -> Sequence[tuple[str, str]]:
        fixed = (("now", self.tr("现行")), ("ahead", self.tr("待生效")))
        return (*fixed, *((name, words("policies", name)) for name in PROFILES))

    def columns(self) -> Sequence[Column[Any]]:
        return (
            Column(self.tr("类别"), lambda r: _group(r.path), width=100),
            Column(self.tr("设置"), lambda r: _label(r.path), style="body"),
            Column(self.tr("现行"), lambda r: value_words(r.path, r.now), width=130),
            Column(self.tr("默认／改为"), lambda r: value_words(r.path, r.other), width=130),
            Column(self.tr("情况"), self._state_text, width=128, chip=self._state),
        )

    def key_of(self, row: SettingRow) -> Hashable:
        return (row.path, row.note)

    def reading(self) -> Callable[..., Any]:
        ops = self._desk.operations
        if self.mode in PROFILES:
            folder = paths.resources_dir() / "policies"
            compare: Callable[..., Any] = ops.profiles.compare
            return _bound(compare, folder, self.mode)
        view: Callable[..., Any] = ops.policies.view
        return view

    def rows_of(self, found: Any) -> Iterable[SettingRow]:
        if self.mode in PROFILES:
            return tuple(SettingRow(one.path, one.now, one.then, "", one.profile) for one in found)
        if self.mode == "ahead":
            return self._ahead(found)
        now = settings_of(found.now)
        return tuple(SettingRow(path, now[path], SETTINGS[path].default) for path in SETTINGS)

    def tell(self, row: SettingRow) -> str:
        setting = SETTINGS[row.path]
        rule = source_words(setting.source)
        lines = [_label(row.path), self.tr("来源：{rule}").format(rule=rule)]
        if isinstance(row.now, int) and not isinstance(row.now, bool):
            least, most = setting.bounds
            lines.append(self.tr("可填 {least} 到 {most}").format(least=least, most=most))
        lines.append(self.tr("写法：{example}").format(example=policy_values.example(row.path)))
        if row.whole is not None:
            lines.append(
                self.tr("方案来源：{source}").format(source=source_words(row.whole.source))
            )
        if row.note:
            lines.append(self.tr("自 {day} 起生效").format(day=row.note[:10]))
        return "\n".join(lines)

    def deeds(self, row: SettingRow | None) -> Sequence[Deed]:
        if row is None:
            return ()
        other = self.mode in PROFILES
        value = policy_values.ask(row.path, _label(row.path), row.other if other else row.now)
        day = Ask("effective", self.tr("生效日期（不填即时生效）"), Way.DAY)
        why = Ask("reason", self.tr("理由"), wide=True)
        change = self._desk.operations.policies.change

        def one(said: Answers) -> Call:
            changes = {row.path: policy_values.taken(row.path, said["value"])}
            return change, (changes,), _when(said)

        deeds = [Deed(self.tr("改这一项"), (value, day, why), one)]
        if row.whole is not None:
            deeds.append(self._whole(row.whole, (day, why)))
        return deeds

    def _whole(self, profile: Any, asks: tuple[Ask, ...]) -> Deed:
        change = self._desk.operations.policies.change

        def call(said: Answers) -> Call:
            return change, (profile.settings,), {**_when(said), "profile": profile.name}

        return Deed(self.tr("装入本方案"), asks, call, self.tr("只改方案写明的设置，其余不动"))

    def _ahead(self, found: PolicyView) -> tuple[SettingRow, ...]:
        now = settings_of(found.now)
        return tuple(
            SettingRow(path, now[path], value, step.begins)
            for step in found.ahead
            for path, value in _changes(step)
            if path in now
        )

    def _state(self, row: SettingRow) -> ChipState | None:
        if row.note:
            return ChipState("calendar", row.note[:10], Tone.INFO)
        if row.now != row.other:
            return ChipState("pencil", self.tr("不同"), Tone.WARN)
        return None

    def _state_text(self, row: SettingRow) -> str:
        chip = self._state(row)
        return chip.word if chip else self.tr("同默认")


def _changes(step: PolicyStep) -> Iterable[tuple[str, Any]]:
    return step.changes.items()


def _when(said: Answers) -> dict[str, object]:
    return {"effective": str(said["effective"]), "reason": str(said["reason"])}


def _bound(operation: Callable[..., Any], *given: object) -> Callable[..., Any]:
    """Return the operation with what follows the session already given."""
    return partial(_call, operation, given)


def _call(operation: Callable[..., Any], given: tuple[object, ...], session: object) -> Any:
    return operation(session, *given)


def _label(path: str) -> str:
    return words("policies", LABELS[path])


def _group(path: str) -> str:
    return words("policies", GROUPS[SETTINGS[path].group])
