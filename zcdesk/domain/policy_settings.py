"""Every setting of the hall's policies: its bounds, and the rule its default comes from.

The source documents are known by their places (梁溪, 无锡经开, 薛城, 内乡, 昆都仑); what none of
them lays down is the program's own default, and says so.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from enum import Enum
from typing import Any, NamedTuple

import msgspec

from zcdesk.domain.calling import LOUD
from zcdesk.domain.hall import Policy
from zcdesk.domain.policies import settings_of
from zcdesk.errors import Invalid

OWN = "程序默认"


class Setting(NamedTuple):
    """One setting.

    Attributes:
        path: `group.name`, see `policies.Settings`.
        source: the rule its default follows, in one clause.
        bounds: of a number, both allowed; without meaning for what is none.
        kind: type of its value as written in `hall.Policy`.
    """

    path: str
    default: Any
    kind: Any
    source: str = OWN
    bounds: tuple[int, int] = (0, 0)

    @property
    def group(self) -> str:
        return self.path.partition(".")[0]


_BOUNDS: dict[str, tuple[int, int]] = {
    "limits.acceptance_days": (1, 5),
    "limits.deemed_accepted_days": (5, 5),
    "limits.extension_days": (0, 10),
    "limits.delivery_days": (0, 10),
    "limits.slot_warning_minutes": (0, 240),
    "queue.ahead_in_row": (0, 20),
    "queue.age_minutes": (0, 480),
    "queue.appointment_early_minutes": (0, 60),
    "queue.booking_early_minutes": (0, 480),
    "queue.booking_late_minutes": (0, 480),
    "queue.recall_seconds": (0, 60),
    "queue.missed_after_seconds": (10, 900),
    "queue.return_places": (0, 50),
    "queue.undo_seconds": (0, 60),
    "intake.reuse_days": (0, 3650),
    "intake.receipt_copies": (1, 3),
    "lock.idle_seconds": (30, 3600),
    "lock.serving_seconds": (30, 3600),
    "lock.failures": (3, 10),
    "lock.lockout_minutes": (1, 1440),
    "lock.secret_least": (8, 32),
    "lock.secret_kinds": (1, 4),
    "lock.secret_days": (0, 730),
    "lock.pin_digits": (0, 8),
    "lock.pin_tries": (1, 5),
    "messages.remind_days": (0, 30),
    "messages.tries": (1, 20),
    "messages.first_wait": (1, 1440),
    "messages.longest_wait": (1, 1440),
    "messages.take_over": (5, 1440),
    "platform.first_wait": (1, 1440),
    "platform.longest_wait": (1, 1440),
    "case.record_days": (0, 36500),
    "figures.least": (1, 1000),
    "figures.class_share": (0, 100),
    "figures.online_share": (0, 100),
    "figures.weight_told_once": (0, 100),
    "figures.weight_returned": (0, 100),
    "figures.weight_promise": (0, 100),
    "figures.weight_one_visit": (0, 100),
    "figures.weight_satisfied": (0, 100),
}
_OTHER_NUMBERS = (0, 365)
"""Days nobody bounds more closely."""

_SOURCES = {
    "limits.acceptance_days": "无锡经开：推送后 2 个工作日内受理；梁溪：1 个工作日内查看预审",
    "limits.accept_from_handover": "无锡经开：自推送起算；按纸质材料移交起算由本厅定",
    "limits.deemed_accepted_days": "行政许可法第三十二条：5 日内未告知即视为受理",
    "limits.noon": "无锡经开：上午、下午收件的分界",
    "limits.morning_due": "无锡经开：上午的材料当日下午 3:00 前移交",
    "limits.afternoon_due": "无锡经开：下午的材料第二个工作日上午 10:00 前移交",
    "limits.rest_day_due": "无锡经开的下午件规则用于休息日收件",
    "limits.online_review_days": "无锡经开：网上申请 2 个工作日内告知预审结果",
    "limits.archive_days": "无锡经开：送达成功后 1 个工作日内移交送达回执",
    "limits.result_correction_days": "无锡经开：结果有误一般 1 个工作日内更正",
    "limits.extension_days": "行政许可法第四十二条：经批准可延长 10 日",
    "limits.delivery_days": "行政许可法第四十四条：作出决定之日起 10 日内送达",
    "limits.rating_contact_days": "国办发〔2019〕51号：差评 1 个工作日内核实联系",
    "limits.rating_close_days": "国办发〔2019〕51号：一般差评 5 个工作日内整改反馈",
    "limits.complaint_days": "昆都仑：及时反馈至电子政务与监察股处理；天数由本厅定",
    "limits.consultation_days": "无锡经开：咨询解答；转部门的天数由本厅定",
    "queue.ahead": "内乡：特殊窗口、绿色通道优先",
    "intake.one_form": "无锡经开：一表申请、一次提交",
    "lock.secret_least": "等级保护测评实践：不少于 8 位",
    "lock.secret_kinds": "GB/T 22239 身份鉴别：具有复杂度要求",
    "lock.separate": "GB/T 22239 安全管理中心：系统、安全、审计管理分设",
    "lock.secret_days": "GB/T 22239 身份鉴别：定期更换",
    "figures.class_share": "昆都仑：一窗式办理事项不低于 70%",
    "figures.online_share": "昆都仑：网上可办事项 90%",
    "platform.way": "梁溪、无锡经开：均应使用统一受理平台收件受理",
}


def _all() -> dict[str, Setting]:
    found = {}
    default = settings_of(Policy())
    for group in msgspec.structs.fields(Policy):
        for field in msgspec.structs.fields(group.type):
            path = f"{group.name}.{field.name}"
            source, bounds = _SOURCES.get(path, OWN), _BOUNDS.get(path, _OTHER_NUMBERS)
            found[path] = Setting(path, default[path], field.type, source, bounds)
    return found


SETTINGS: dict[str, Setting] = _all()
"""In the order of `hall.Policy`."""


def check(path: str, value: Any) -> None:
    """Refuse a value the setting cannot have.

    Raises:
        Invalid: POL-01, no such setting; POL-02, of another type; POL-03, outside its bounds.
    """
    setting = SETTINGS.get(path)
    if setting is None:
        raise Invalid("POL-01", path, setting=path)
    try:
        found = msgspec.convert(value, setting.kind)
    except msgspec.ValidationError as error:
        raise Invalid("POL-02", path, setting=path) from error
    least, most = setting.bounds
    if isinstance(found, int) and not isinstance(found, bool) and not least <= found <= most:
        raise Invalid("POL-03", path, setting=path, least=least, most=most)
    if path == "platform.number_form":
        _check_form(str(found))


def _check_form(form: str) -> None:
    try:
        re.compile(form)
    except re.error as error:
        raise Invalid("PLT-03", "platform.number_form") from error


def read(path: str, text: str) -> Any:
    """Make a value of what somebody typed: numbers, 是 or 否, 12:00, words joined by 、.

    Raises:
        Invalid: POL-01 to POL-03.
    """
    setting = SETTINGS.get(path)
    if setting is None:
        raise Invalid("POL-01", path, setting=path)
    value = _read(setting, text.strip())
    check(path, value)
    return value


def show(path: str, value: Any) -> str:
    """Write a value as `read` reads it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if is_structured(path):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list | tuple):
        return "、".join(_show_part(part) for part in value)
    if SETTINGS[path].kind is dt.time:
        return str(value)[:5]
    return str(value)


def _show_part(part: Any) -> str:
    if isinstance(part, dict):  # quiet hours: 12:00-13:30 50%
        return f"{part['start'][:5]}-{part['end'][:5]} {part['percent']}%"
    return str(part)


_HOURS = re.compile(r"(\d{1,2}:\d\d)\s*[-至到]\s*(\d{1,2}:\d\d)\s+(\d{1,3})\s*%?")


def _read(setting: Setting, text: str) -> Any:
    kind = setting.kind
    wrong = Invalid("POL-02", setting.path, setting=setting.path)
    try:
        if kind is bool:
            return {"是": True, "否": False}[text]
        if kind is int:
            return int(text)
        if kind is dt.time:
            return _time(text)
        if setting.path == "calling.quiet":
            return [_hours(part) for part in _parts(text)]
        if is_structured(setting.path):
            return json.loads(text)
    except (KeyError, ValueError) as error:
        raise wrong from error
    if kind is str or (isinstance(kind, type) and issubclass(kind, Enum)):
        return text
    return _parts(text)


def is_structured(path: str) -> bool:
    """Whether a value is a list of records, which only a file of settings writes well."""
    default = SETTINGS[path].default
    listed = isinstance(default, list | tuple) and bool(default)
    return listed and isinstance(default[0], dict) and path != "calling.quiet"


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split("[、,，]", text) if part.strip()]


def _hours(text: str) -> dict[str, Any]:
    found = _HOURS.fullmatch(text)
    if found is None or int(found[3]) > LOUD:
        raise ValueError(text)
    return {"start": _time(found[1]), "end": _time(found[2]), "percent": int(found[3])}


def _time(text: str) -> str:
    return dt.time.fromisoformat(text.zfill(5)).isoformat()
