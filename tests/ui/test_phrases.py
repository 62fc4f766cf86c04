"""What parts below the screens write in Chinese, a screen can say: every sentence of theirs."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from types import ModuleType

import pytest
from screen_words import PACKAGE

from zcdesk import booking_command, booking_tables, calendar, report_command
from zcdesk.calendar import command as calendar_command
from zcdesk.catalogue import (
    columns,
    compare,
    csv_file,
    files,
    lint,
    package_file,
    plain_yaml,
    raw,
    xlsx_file,
    yaml_file,
)
from zcdesk.catalogue import command as catalogue_command
from zcdesk.devices import command as device_command
from zcdesk.devices import (
    command_decode,
    command_encode,
    command_live,
    command_traffic,
    command_words,
    described,
    frame_codecs,
    frame_fields,
    frame_profile,
    frame_reader,
    hextext,
    models,
    printer_file,
    profile_file,
    sam_frames,
    sam_layouts,
    tap,
    trial,
)
from zcdesk.devices.simulators import models as simulated
from zcdesk.doctor import command as doctor
from zcdesk.doctor import finding, machine, workplace
from zcdesk.domain import (
    deadlines,
    limits,
    online,
    papers,
    period,
    rating_follow,
    reasons,
    worktime,
)
from zcdesk.domain.matter import Unit
from zcdesk.exchange import command as exchange_command
from zcdesk.first_run import command as first_run
from zcdesk.first_run import moving
from zcdesk.forms import command as form_command
from zcdesk.forms import data as form_data
from zcdesk.forms import wording
from zcdesk.operations import booking_file, catalogue_table, contested
from zcdesk.store import command as verifying
from zcdesk.sync import command as server
from zcdesk.sync import (
    command_guard,
    command_invite,
    command_late,
    command_renew,
    probe,
    probe_features,
)
from zcdesk.ui import command_words as said_by_commands
from zcdesk.ui.counter import queue_menu
from zcdesk.ui.device_words import device_words
from zcdesk.ui.doctor_words import doctor_words
from zcdesk.ui.duty import urging
from zcdesk.ui.finding_words import finding_words
from zcdesk.ui.phrases import Phrases
from zcdesk.ui.record_words import record_words, recorded
from zcdesk.ui.review import fields
from zcdesk.ui.rule_words import rule_words
from zcdesk.ui.server_words import server_words
from zcdesk.ui.setup_words import setup_words
from zcdesk.ui.texts import Level
from zcdesk.ui.upkeep_words import upkeep_words
from zcdesk.upkeep import command as upkeep
from zcdesk.upkeep import (
    command_backup,
    command_keys,
    command_out,
    command_pilot,
    command_update,
    who,
)

CHINESE = re.compile("[\u4e00-\u9fff]")
TS = PACKAGE.parent / "translations" / "zcdesk_en_US.ts"
FOUND = (
    *(lint, package_file, raw, files, csv_file, yaml_file, plain_yaml, xlsx_file),
    *(catalogue_table, booking_file, columns, period, online),
)
DEVICES = (
    *(profile_file, printer_file, described, frame_codecs, frame_reader, frame_fields),
    *(frame_profile, hextext, models, trial),
)
UPKEEP = (*(upkeep, command_backup, command_keys, command_out, command_pilot, command_update, who),)
SERVER = (
    *(server, command_guard, command_invite, command_late, command_renew),
    *(probe, probe_features),
)
COMMANDS = (
    *(calendar_command, catalogue_command, compare, form_command, form_data, wording),
    *(booking_command, booking_tables, report_command, exchange_command, papers),
    *(device_command, command_decode, command_encode, command_live, command_traffic),
    *(command_words, sam_frames, sam_layouts, simulated, tap),
)
NOT_SAID: dict[str, set[str]] = {
    "deadlines": {*deadlines.LimitKind, *deadlines.LimitState},
    "period": set(period.Span),
    "lint": {"等 7 份材料", *["无", "暂无", "没有", "待定", "待补充", "待补", "待确认", "不详"]},
    "booking_file": {"社会民生", "预约"},
    "online": {"法定代表人 of a unit"},
    "trial": {
        "综窗台 测试页",
        "，然后切纸",
        "请看打印机：应有一张测试页，数字恰好占满一行7；不是这样请换型号",
    },
    "command": {
        "核验 7 条办理记录、7 个站点实例",
        "7，次序到 7：全部完好。",
        *("7：发现 7 处问题。\n7", "7 个原是另一版本程序的，已更新；"),
        *("（暂定：有的年度尚未公布放假安排）", "第 7 日", "第 7 行"),
        *("已导入", "已替换", "已提交复核"),
        "7 7 年的安排：放假 7 天，调休上班 7 天\n",
        *("7 7 个事项，7 个没有变化\n", "7 7 个一件事套餐，7 个没有变化\n"),
        *("hand in packages of matters (一件事)", "申请表", "【示例】试发", "第 7 行第 7 列"),
    },
    "command_pilot": {"试点对比表-7-7"},
    "probe_features": {
        *(sql for one in probe_features.FEATURES for sql in one.sql),
        *(str(one.gives) for one in probe_features.FEATURES),
    },
    "compare": {"来源", "事项 7"},
    "wording": {"末尾", "第 7 行"},
    "booking_command": {"未取号", "已取号", "已取消", "失约", "（迟到）"},
    "report_command": {"报表"},
    "command_decode": {"设波特率", "未知命令"},
    "command_live": {"  正被 7 使用", "  型号 7", "（试验）"},
    "command_words": {"没有型号“7”", "没有写明型号", "7，可用：7"},
    "sam_frames": {
        *("完成", "找到证件", "设射频帧长", *sam_frames.COMMANDS.values()),
    },
    "sam_layouts": {sam_layouts._NATIONS, *("长期", "男", "女", "未说明", "外国血统")},
    "tap": {"7 字节"},
    "worktime": {"为休息日（7）"},
    "frame_fields": {"校验“7”7"},
}
"""What a file says, what is printed, and what is no sentence by itself."""


def sentences(module: ModuleType) -> Iterator[str]:
    """Yield what a module may write."""
    yield from written(module.__loader__.get_source(module.__name__))  # type: ignore[union-attr]


def written(source: str) -> Iterator[str]:
    """Yield the texts of some source, a number where something is filled in."""
    tree = ast.parse(source)
    inside: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            inside.add(node.value)
        if isinstance(node, ast.JoinedStr):
            inside |= set(ast.walk(node))
            yield "".join(str(p.value) if isinstance(p, ast.Constant) else "7" for p in node.values)
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "tr":
            inside |= set(ast.walk(node))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in inside:
            yield node.value


@pytest.mark.req("UX-55")
@pytest.mark.parametrize(
    ("say", "modules"),
    [
        (rule_words, (worktime, limits, deadlines)),
        (finding_words, FOUND),
        (device_words, DEVICES),
        (record_words, (reasons, rating_follow, contested)),
        (doctor_words, (machine, workplace, finding, doctor, verifying)),
        (upkeep_words, UPKEEP),
        (server_words, SERVER),
        (setup_words, (first_run, moving)),
        (said_by_commands.command_words, COMMANDS),
    ],
)
def test_every_sentence_is_said_in_english(english, say: Callable[[str], str], modules) -> None:
    for module in modules:
        kept = NOT_SAID.get(module.__name__.rpartition(".")[2], set())
        said = {text: say(text) for text in sentences(module) if CHINESE.search(text)}
        assert {a: b for a, b in said.items() if CHINESE.search(b)}.keys() - kept == set(), module


def test_what_a_frame_holds_and_what_a_name_is_stays_as_it_is(english) -> None:
    say = said_by_commands.command_words
    for data in ('12:00:01 > {"text": "A：请，没有权限"}', "  数据/没有权限.yaml", ""):
        assert say(data) == data
    due = "2026-12-01 17:00　自起算日的次日起第 5 个工作日结束前\n  2026-11-28  　  周六休息\n"
    assert say(due) == (
        "2026-12-01 17:00  End of working day 5, counted from the next day\n"
        "  2026-11-28  -  Sat, rest day\n"
    )
    assert say("x.yaml:3 name 没有填写 → 请写上") == ("x.yaml:3 name Empty → Fill it in")
    assert say("accept             受理通知书") == "accept             Notice of acceptance"
    assert say("f.json 第 3 行不是能读懂的 JSON，没有导入") == (
        "f.json line 3 is no JSON that can be read; nothing was imported"
    )


def test_what_is_offered_and_recorded_is_said_in_english(english) -> None:
    offered = (*queue_menu.PAUSES, *urging.TEMPLATES, *fields.STEPS)
    assert not [one for one in offered if CHINESE.search(record_words(one))]
    assert [recorded(record_words(one), offered) for one in offered] == list(offered)
    assert recorded("Ask Wang first", offered) == "Ask Wang first"
    assert (
        record_words("电子证照 A-7，有效期至 2027-01-31") == "E-licence A-7, valid until 2027-01-31"
    )
    assert record_words("最迟 2026-12-01") == "by 2026-12-01"


CHINESE_EVERYWHERE = {
    *("综窗台导出", "办件档案", "电子", "文书/7-7.pdf", "扫描件/7", "档案移交目录.pdf"),
    *("诊断 7.zip", "事项目录 7.xlsx", "部门表要改的地方 7.xlsx", "数据时间"),
    *("{n}号窗口 欢迎光临", "{n}号窗口 已关闭", "7号窗口请确认：7，当场办结"),
    *(f"《行政许可法》第{one}条" for one in ("三十二", "三十八", "四十五", "七十八")),
    *(f"《行政许可法》第三十二条第一款第{one}项" for one in "一二"),
    *("余 9999 份", "空白证照", "申请材料", "邮寄途中"),
    *(one.value for one in Level),
}
"""Names of files and folders, what screens of the hall show, citations, widths and plain values."""


@pytest.mark.req("UX-55")
def test_every_chinese_text_of_a_screen_is_marked_for_translation() -> None:
    entries = ET.parse(TS).getroot().iter("message")
    marked = {entry.findtext("source") for entry in entries} | CHINESE_EVERYWHERE
    for path in sorted((PACKAGE / "ui").rglob("*.py")):
        if CHINESE.search(source := path.read_text(encoding="utf-8")):
            left = {one for one in written(source) if CHINESE.search(one)} - marked
            assert {one for one in left if "\\d" not in one} == set(), path.name


@pytest.mark.parametrize("unit", Unit)
def test_why_each_day_counts_is_said_in_english(english, unit) -> None:
    known = calendar.load()
    day = date(2026, 1, 1)
    while day < date(2027, 3, 1):
        for line in worktime.add_days(known, day, 9, unit, called="收件日").explain:
            assert not re.search("[\u4e00-\u9fff，（）]", rule_words(line.why)), line.why
        day += timedelta(5)


def test_a_sentence_is_found_by_its_own_words_and_filled_again(english) -> None:
    known = Phrases("rules", ("{day}休息", "{start}为休息日（{why}）"))
    assert known.say("收件日为休息日（周六休息）") == "Day taken in, a rest day (Sat, rest day)"
    assert known.say("区卫生健康委") == "区卫生健康委"
    assert known.say("周一，依本区第 3 号文") == "周一，依本区第 3 号文", "half of it is no English"
    assert known.say("") == ""


def test_in_chinese_everything_is_as_it_was_written(qapp) -> None:
    for text in ("收件日为休息日（周六休息），不计入", "2026年第4季度", "周一，依本区第 3 号文"):
        assert rule_words(text) == text
        assert finding_words(text) == text


@pytest.mark.req("UX-55")
def test_what_commands_print_is_said_line_by_line_and_names_stay(english) -> None:
    assert upkeep_words("  3：未知，9.9.9 没有装上（UPD-07）") == (
        "  3: unknown, 9.9.9 was not installed (UPD-07)"
    )
    assert upkeep_words("推行 9.9.9：2026-12-01 起 全部，其余 待定") == (
        "Rolling out 9.9.9: from 2026-12-01 on all, the others not settled"
    )
    assert upkeep_words("备份里最后的编号：A-1、A-2。此后发出的回执请按纸质件补录。") == (
        "Last numbers in the copy: A-1, A-2. Enter receipts given out since then from paper."
    )
    assert server_words("已备份 区大厅 到 5、市大厅 到 7、c 到 9。") == (
        "Backed up: 区大厅 up to 5, 市大厅 up to 7, c up to 9."
    )
    assert server_words(
        "大厅 a 已迁到服务器，次序到 5。有 3 条内容过大，服务器不收，只留在本机，请勿删除本机数据。"
    ) == (
        "Hall a has moved to the server, up to position 5. "
        "Too large for the server and kept on this PC only: 3; do not delete this PC's data."
    )
    assert server_words(
        "发现 2 处问题。\n  a：内容被改动：次序 5，实例 x 第 3 条\n  a：与服务器签名的次序不一致"
    ) == (
        "Faults found: 2.\n  a: content altered: position 5, incarnation x, record 3\n"
        "  a: differs from the order the server signed"
    )
