"""Words about bookings (预约): taking one in, and coming for it."""

from __future__ import annotations

from zcdesk.ui.texts import ErrorText, Level
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_NOTE = Level.NOTE
_FIELD = Level.FIELD

TEXTS: dict[str, ErrorText] = {
    "BKG-01": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "没有查到这个预约，请核对预约码，或直接取号"),
        "No booking has this code; check it, or take a number",
    ),
    "BKG-02": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "预约的是 {time}，{opens} 起可以取号"),
        "Booked for {time}; its number may be taken from {opens} on",
    ),
    "BKG-03": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "预约的是 {day} {time}，请当天来取号"),
        "Booked for {day} {time}; come on that day",
    ),
    "BKG-04": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这个预约已取号 {no}，请等候叫号"),
        "Number {no} was taken for this booking; wait to be called",
    ),
    "BKG-05": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "这个预约已取消，请直接取号"),
        "This booking was cancelled; take a number",
    ),
    "BKG-06": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "预约的是 {day}，已经过了，请直接取号"),
        "Booked for {day}, which is over; take a number",
    ),
    "BKG-09": ErrorText(
        _NOTE,
        QT_TRANSLATE_NOOP("errors", "预约由值班长、导办或管理员导入"),
        "Bookings are imported by a supervisor, guide or administrator",
    ),
    "BKG-10": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{file}：{reason}，请另存为 xlsx 或 CSV 后再导入"),
        "{file}: {reason}; save it as xlsx or CSV and import again",
    ),
    "BKG-11": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "表里缺少列：{lacking}，可以用模板填写"),
        "Columns are missing: {lacking}; use the template",
    ),
    "BKG-12": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "预约码应为 {least} 至 {most} 个字母或数字"),
        "A code has {least} to {most} letters or digits",
    ),
    "BKG-13": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "“{time}”不是时间，应如 2026-11-24 和 09:00-09:30"),
        "“{time}” is no time; write 2026-11-24 and 09:00-09:30",
    ),
    "BKG-14": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "没有“{name}”这个业务或事项，请填本厅的名称"),
        "“{name}” is no category or matter of this hall",
    ),
    "BKG-15": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "{day} 已经过了，没有导入"),
        "{day} is over; not imported",
    ),
    "BKG-16": ErrorText(
        _FIELD,
        QT_TRANSLATE_NOOP("errors", "已经取号 {no}，改动没有导入"),
        "Number {no} was taken; the change was not imported",
    ),
}
