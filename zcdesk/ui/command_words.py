"""What a command prints for people, in the language of the program.

The parts below the screens write Chinese; what they find, compute and list is said by the words
of its own subject first found to know it. What a machine reads never comes here.
"""

from __future__ import annotations

import re

from zcdesk.ui.command_words_devices import device_command_words
from zcdesk.ui.finding_words import finding_words
from zcdesk.ui.phrases import Phrases
from zcdesk.ui.rule_words import rule_words
from zcdesk.ui.words import QT_TRANSLATE_NOOP, labelled

_MARKED = (
    QT_TRANSLATE_NOOP("commands", "{file} 第 {n} 行"),
    QT_TRANSLATE_NOOP("commands", "{file} 第 {n} 行第 {m} 列"),
    QT_TRANSLATE_NOOP("commands", "{file} 末尾"),
    QT_TRANSLATE_NOOP("commands", "{file} 第 {n} 行 {place}"),
    QT_TRANSLATE_NOOP("commands", "第 {n} 行：{why}"),
    QT_TRANSLATE_NOOP("commands", "{file} 打不开（{why}）"),
    QT_TRANSLATE_NOOP("commands", "{file} 写不进去（{why}）"),
    QT_TRANSLATE_NOOP("commands", "{file}：写不进去，请换一个位置（{why}）"),
    QT_TRANSLATE_NOOP("commands", "{file} 不是 UTF-8 编码"),
    QT_TRANSLATE_NOOP("commands", "{at}不是能读懂的 JSON"),
    QT_TRANSLATE_NOOP("commands", "{at} 不是能读懂的 JSON"),
    QT_TRANSLATE_NOOP("commands", "{at}不是能读懂的 TOML"),
    QT_TRANSLATE_NOOP("commands", "{what}，没有导入"),
    QT_TRANSLATE_NOOP("commands", "{what}，已跳过"),
    QT_TRANSLATE_NOOP("commands", "无"),
    # catalogue
    QT_TRANSLATE_NOOP("commands", "这台电脑还没有大厅，请先运行 zcdesk setup"),
    QT_TRANSLATE_NOOP("commands", "检查了 {n} 个文件，没有发现问题"),
    QT_TRANSLATE_NOOP(
        "commands", "这台电脑还没有大厅的事项目录；加 --shipped 可导出程序自带的目录"
    ),
    QT_TRANSLATE_NOOP("commands", "已导出 {n} 个事项到 {file}"),
    QT_TRANSLATE_NOOP("commands", "已发布 {n} 个事项，{same} 个没有变化"),
    QT_TRANSLATE_NOOP("commands", "已提交复核 {n} 个事项，{same} 个没有变化"),
    QT_TRANSLATE_NOOP("commands", "已发布 {n} 个一件事套餐，{same} 个没有变化"),
    QT_TRANSLATE_NOOP("commands", "已提交复核 {n} 个一件事套餐，{same} 个没有变化"),
    QT_TRANSLATE_NOOP("commands", "{file} 有 {n} 处要改，没有导入"),
    QT_TRANSLATE_NOOP("commands", "{file}：{row} {field}（{column}）{why}"),
    QT_TRANSLATE_NOOP("commands", "工作表“{sheet}”第 {n} 行“{column}”太长，单元格放不下"),
    QT_TRANSLATE_NOOP("commands", "{matter} ~ {what}：{old}→{new}"),
    QT_TRANSLATE_NOOP("commands", "{matter} ~ {what}：（空）→{new}"),
    QT_TRANSLATE_NOOP("commands", "{matter} ~ {what}：{old}→（空）"),
    QT_TRANSLATE_NOOP("commands", "{matter} + 事项 {name}"),
    QT_TRANSLATE_NOOP("commands", "{matter} - 事项 {name}"),
    # calendar
    QT_TRANSLATE_NOOP("commands", "--rule 应是 {known} 之一"),
    QT_TRANSLATE_NOOP("commands", "--unit 应是 working（工作日）或 calendar（自然日）"),
    QT_TRANSLATE_NOOP("commands", "handover 按收件的时点移交，不数日子，请去掉 --days 和 --unit"),
    QT_TRANSLATE_NOOP("commands", "promised 的天数由事项决定，请用 --days 写明"),
    QT_TRANSLATE_NOOP("commands", "--days 应是 0 到 {most} 的整数"),
    QT_TRANSLATE_NOOP("commands", "--at 应写成时间，如 2026-11-24T10:31 或 2026-11-24T10:31+08:00"),
    QT_TRANSLATE_NOOP("commands", "handover 要看收件的时刻，{wanted}"),
    QT_TRANSLATE_NOOP("commands", "{due}　{why}"),
    QT_TRANSLATE_NOOP("commands", "{due}　{why}（暂定：有的年度尚未公布放假安排）"),
    QT_TRANSLATE_NOOP("commands", "{day}  第 {n} 日  {why}"),
    QT_TRANSLATE_NOOP("commands", "{day}  　  {why}"),
    QT_TRANSLATE_NOOP("commands", "请用 --data 写明数据所在的文件夹"),
    QT_TRANSLATE_NOOP("commands", "已导入 {year} 年的安排：放假 {off} 天，调休上班 {on} 天"),
    QT_TRANSLATE_NOOP("commands", "已替换 {year} 年的安排：放假 {off} 天，调休上班 {on} 天"),
    QT_TRANSLATE_NOOP("commands", "{at} {field} 缺少或者写得不对"),
    QT_TRANSLATE_NOOP("commands", "{at} days[{row}].date {date} 不属于 {year} 年"),
    QT_TRANSLATE_NOOP("commands", "{file} 的 days 里没有 {year} 年的日子"),
    QT_TRANSLATE_NOOP("commands", "{at} days[{row}].date {date} 出现两次"),
    QT_TRANSLATE_NOOP("commands", "{n} 天超出范围，应在 0 到 {most} 之间"),
    QT_TRANSLATE_NOOP("commands", "{year} 年超出日历，应在 {first} 到 {last} 年之间"),
    # form
    QT_TRANSLATE_NOOP("commands", "已写入 {file}（{n} 字节）"),
    QT_TRANSLATE_NOOP(
        "commands", "{file} 已生效，版本 {version}；以后打印的文书用它，补打仍用原来的版本"
    ),
    QT_TRANSLATE_NOOP("commands", "字体里没有这些字符，已按编码写出：{codes}"),
    QT_TRANSLATE_NOOP("commands", "{file} 没有问题，版本 {version}"),
    QT_TRANSLATE_NOOP("commands", "这里没有可以发布到的大厅"),
    QT_TRANSLATE_NOOP("commands", "字体 {name} 缺失，请重新安装"),
    QT_TRANSLATE_NOOP("commands", "没有 {name} 这种文书，zcdesk form list 列出全部"),
    QT_TRANSLATE_NOOP("commands", "{file} 太大，不像是一份文书的内容"),
    QT_TRANSLATE_NOOP("commands", "{file} 太大，不像是文书用语"),
    QT_TRANSLATE_NOOP("commands", '应写明版本，如 "2026-12"'),
    QT_TRANSLATE_NOOP("commands", "没有这一条"),
    QT_TRANSLATE_NOOP("commands", "不认识 {x}"),
    QT_TRANSLATE_NOOP("commands", "没有这种文书，应是 {known} 之一"),
    QT_TRANSLATE_NOOP("commands", "应是文字"),
    QT_TRANSLATE_NOOP("commands", "花括号里只能是程序给出的名称，如 {days}；花括号要成对"),
    QT_TRANSLATE_NOOP("commands", "应写成 [{x}] 一节"),
    QT_TRANSLATE_NOOP("commands", "不能留空"),
    QT_TRANSLATE_NOOP("commands", "太长，最多 {n} 字"),
    QT_TRANSLATE_NOOP("commands", "含有换行或者控制字符"),
    QT_TRANSLATE_NOOP("commands", "应是文字，加引号"),
    QT_TRANSLATE_NOOP("commands", "应是 0 或者正整数，不加引号"),
    QT_TRANSLATE_NOOP("commands", "应是 true 或者 false"),
    QT_TRANSLATE_NOOP("commands", "应是日期，如 2026-12-08"),
    QT_TRANSLATE_NOOP("commands", "应是时间，如 2026-11-24T10:31:00+08:00"),
    QT_TRANSLATE_NOOP("commands", "证件号码和手机号要先遮挡，如 320***********4528、138****6620"),
    QT_TRANSLATE_NOOP("commands", "二维码内容只能是大写字母、数字和 : . - /"),
    QT_TRANSLATE_NOOP("commands", "前后不符，请核对日期和编号"),
    QT_TRANSLATE_NOOP("commands", "没有这一栏，是不是 {x}"),
    QT_TRANSLATE_NOOP("commands", "没有这一栏"),
    QT_TRANSLATE_NOOP("commands", "没有这一栏，姓名或者名称写在 {x}"),
    QT_TRANSLATE_NOOP("commands", "含有不成对的代理字符"),
    QT_TRANSLATE_NOOP("commands", "应是 {x} 之一"),
    QT_TRANSLATE_NOOP("commands", "写得不对"),
    QT_TRANSLATE_NOOP("commands", "应是一个 JSON 对象，花括号开头"),
    QT_TRANSLATE_NOOP("commands", "应是 {x}"),
    QT_TRANSLATE_NOOP("commands", "应是一个对象"),
    QT_TRANSLATE_NOOP("commands", "应是一个列表，方括号开头"),
    QT_TRANSLATE_NOOP("commands", "应是一个对象，花括号开头"),
    QT_TRANSLATE_NOOP("commands", "必须填写"),
    # bookings, report
    QT_TRANSLATE_NOOP("commands", "新增 {a}，改动 {b}，取消 {c}，没有变化 {d}，未导入 {e}"),
    QT_TRANSLATE_NOOP("commands", "共 {n} 个预约"),
    QT_TRANSLATE_NOOP("commands", "{booking}  未取号"),
    QT_TRANSLATE_NOOP("commands", "{booking}  已取号 {number}"),
    QT_TRANSLATE_NOOP("commands", "{booking}  已取号（迟到） {number}"),
    QT_TRANSLATE_NOOP("commands", "{booking}  已取消"),
    QT_TRANSLATE_NOOP("commands", "{booking}  失约"),
    QT_TRANSLATE_NOOP("commands", "定稿 {n} 份报表"),
    QT_TRANSLATE_NOOP("commands", "定稿 {n} 份报表：{names}"),
    QT_TRANSLATE_NOOP("commands", "没有到期的"),
    QT_TRANSLATE_NOOP("commands", "{n} 份报表写在 {folder}"),
    # exchange
    QT_TRANSLATE_NOOP("commands", "没有读到口令：从标准输入写一行"),
    QT_TRANSLATE_NOOP("commands", "已登记：{name}"),
    QT_TRANSLATE_NOOP("commands", "已删除：{name}"),
    QT_TRANSLATE_NOOP("commands", "{file}：不是能读的 PDF"),
    QT_TRANSLATE_NOOP("commands", "已用印，印记编号 {serial}：{file}"),
    QT_TRANSLATE_NOOP("commands", "已用印，印记编号 （未给）：{file}"),
    QT_TRANSLATE_NOOP("commands", "{file}：读不了"),
    QT_TRANSLATE_NOOP("commands", "{file}：符合 {kind}"),
    QT_TRANSLATE_NOOP("commands", "没有设置对接：数据文件夹里没有 {file}"),
)
_TITLES = (
    QT_TRANSLATE_NOOP("commands", "收件通知书"),
    QT_TRANSLATE_NOOP("commands", "一次性告知书"),
    QT_TRANSLATE_NOOP("commands", "容缺受理承诺书"),
    QT_TRANSLATE_NOOP("commands", "材料接收凭证"),
    QT_TRANSLATE_NOOP("commands", "汇总清单"),
    QT_TRANSLATE_NOOP("commands", "取号单"),
    QT_TRANSLATE_NOOP("commands", "交接班单"),
    QT_TRANSLATE_NOOP("commands", "收件通知书（更正）"),
    QT_TRANSLATE_NOOP("commands", "收件作废告知书"),
    QT_TRANSLATE_NOOP("commands", "受理通知书"),
    QT_TRANSLATE_NOOP("commands", "不予受理通知书"),
    QT_TRANSLATE_NOOP("commands", "材料补齐补正通知书"),
    QT_TRANSLATE_NOOP("commands", "特别程序告知书"),
    QT_TRANSLATE_NOOP("commands", "延长审批期限告知书"),
    QT_TRANSLATE_NOOP("commands", "准予行政许可决定书"),
    QT_TRANSLATE_NOOP("commands", "不予行政许可决定书"),
    QT_TRANSLATE_NOOP("commands", "撤回申请书"),
    QT_TRANSLATE_NOOP("commands", "终止办理告知书"),
    QT_TRANSLATE_NOOP("commands", "督办单"),
    QT_TRANSLATE_NOOP("commands", "材料交接表"),
    QT_TRANSLATE_NOOP("commands", "办理结果交接表"),
    QT_TRANSLATE_NOOP("commands", "送达回执"),
    QT_TRANSLATE_NOOP("commands", "送达回执移交清单"),
    QT_TRANSLATE_NOOP("commands", "寄递清单"),
    QT_TRANSLATE_NOOP("commands", "材料退还清单"),
    QT_TRANSLATE_NOOP("commands", "二次录入单"),
    QT_TRANSLATE_NOOP("commands", "办件档案移交目录"),
    QT_TRANSLATE_NOOP("commands", "办事指南"),
    QT_TRANSLATE_NOOP("commands", "申请材料清单"),
    QT_TRANSLATE_NOOP("commands", "办理流程图"),
    QT_TRANSLATE_NOOP("commands", "政务服务报表"),
    QT_TRANSLATE_NOOP("commands", "窗口人员考核表"),
    QT_TRANSLATE_NOOP("commands", "个人信息销毁证明"),
    QT_TRANSLATE_NOOP("commands", "数据恢复纸"),
)


class _Printed(Phrases):
    """Knows the words of whatever a command may print beside its own."""

    def say(self, text: str) -> str:
        """Say a sentence; one that nobody knows with a label before it, part by part."""
        for known in (super().say, device_command_words, finding_words, rule_words):
            if (said := known(text)) != text:
                return said
        label, sign, rest = text.partition("：")
        return labelled(self.say(label), self.say(rest)) if sign and rest else text


_PHRASES = _Printed("commands", (*_MARKED, *_TITLES))
_FINDING = re.compile(r"(.+?:\d+ \S* )(.+) → (.+)")
"""A line of `catalogue lint`: place and field, what is wrong, what to write instead."""
_CHANGE = re.compile(r"(\S+ ~ )(.+ )(\S+)(：.*→.*)")
"""A line of `catalogue diff` about a material: its name, which nobody says, and the field."""
_PAPER = re.compile(r"([a-z-]+ +)(\S+)")
"""A line of `form list`: the name to write and the title of the paper."""


def command_words(text: str) -> str:
    """Say it, line by line; paths, names, numbers and what frames hold stay as they are."""
    lines = ((line[: -len(line.lstrip()) or None], line.lstrip()) for line in text.split("\n"))
    return "\n".join(f"{left}{_line(line)}" if line else left for left, line in lines)


def _line(line: str) -> str:
    if '{"' in line and line.endswith("}"):
        return line
    if found := _FINDING.fullmatch(line):
        place, wrong, instead = found.groups()
        return f"{place}{_PHRASES.say(wrong)} → {_PHRASES.say(instead)}"
    said = _PHRASES.say(line)
    if (found := _CHANGE.fullmatch(line)) and _PHRASES.say(found[3]) != found[3]:
        matter, material, field, change = found.groups()
        said = _PHRASES.say(matter + field + change).replace(matter, matter + material, 1)
    if said == line and (found := _PAPER.fullmatch(line)):
        return f"{found[1]}{_PHRASES.say(found[2])}"
    return said
