"""The workplace: store, calendar, devices, server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import calendar, settings, station
from zcdesk.devices import urls
from zcdesk.devices.kinds import DeviceKind, DeviceState
from zcdesk.devices.serial_wire import holder_of
from zcdesk.doctor.finding import Finding, caution, fault, good
from zcdesk.errors import CodedError
from zcdesk.operations import releases
from zcdesk.store import faults
from zcdesk.ui.texts import describe

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

NAMES = {
    DeviceKind.CALLER: "叫号设备",
    DeviceKind.VOICE: "语音盒",
    DeviceKind.WINDOW_SCREEN: "窗口屏",
    DeviceKind.HALL_SCREEN: "大厅屏",
    DeviceKind.PRINTER: "打印机",
    DeviceKind.SECOND_PRINTER: "第二打印机",
    DeviceKind.READER: "读卡器",
    DeviceKind.GUN: "扫码枪",
    DeviceKind.SCANNER: "高拍仪",
    DeviceKind.PADS: "呼叫器",
    DeviceKind.RATER: "评价器",
}


def store(data: Path, *, whole: bool) -> Iterator[Finding]:
    """Open the store; with `whole` walk every chain, number and hash of it."""
    if data.exists() and not data.is_dir():
        yield fault("数据", f"{data} 是文件，不是文件夹", "用 --data 写大厅的数据文件夹")
        return
    if not station.exists(data):
        yield caution("数据", f"{data} 里还没有大厅", "启动综窗台按提示设置，或运行 zcdesk setup")
        return
    try:
        session = station.open_session(data)
    except CodedError as error:
        if error.code == faults.IN_USE:
            yield good("数据", "综窗台正在运行，数据由它打开着")
            return
        yield fault("数据", describe(error).text, "先备份数据文件夹，再联系信息科")
        return
    try:
        yield good("数据", f"可以打开，本机已记 {session.store.head.seq} 条")
        yield _recovery(session)
        yield _copied(session)
        for notice in session.store.notices:
            words = describe(CodedError(notice.code)).text
            yield caution("数据", words, "看说明，必要时联系信息科")
        if whole:
            from zcdesk.store import command

            text, code = command.verify_text(session.store)
            if code == 0:
                yield good("核验", text)
            else:
                yield fault("核验", text, "请勿继续收件，联系信息科")
    finally:
        session.store.close()


def _recovery(session: Session) -> Finding:
    """Tell whether a lost key could be brought back."""
    from zcdesk.operations import recovery

    if recovery.is_followed(session):
        return good("恢复纸", "可以打开本机数据")
    advice = (
        "运行 zcdesk keys paper --by 工号 --out 文件.pdf，打印后存保险柜；已有的，启动一次综窗台"
    )
    return caution("恢复纸", "还没有能打开本机数据的：密钥丢失后无法取回", advice)


def _copied(session: Session) -> Finding:
    """Tell how old this station's last copy is; see docs/backup.md."""
    name = session.store.station.name
    row = next((one for one in releases.view(session).rows if one.station.name == name), None)
    if row is None or not row.station.backed_up:
        return caution("备份", "从未备份", "运行 zcdesk backup set --to 文件夹")
    at = row.station.backed_up[:16].replace("T", " ")
    if row.is_copy_old:
        return caution("备份", f"最近一次是 {at}", "看 U 盘或共享是否还在，运行 zcdesk backup now")
    return good("备份", f"最近一次是 {at}")


def years(data: Path, now: datetime) -> Finding:
    """Tell whether this year's and, late in the year, the next year's calendar is there."""
    table, damaged = calendar.load_folder(data / station.YEARS)
    if damaged:
        return fault("工作日历", "导入的年度通知有一份读不懂", "重新运行 zcdesk calendar import")
    wanted = [now.year, now.year + 1] if now.month == 12 else [now.year]
    gone = [str(year) for year in wanted if year not in table.official]
    if gone:
        advice = "用 zcdesk calendar import 导入国务院办公厅的年度通知"
        return caution("工作日历", f"没有 {'、'.join(gone)} 年的安排，期限只能暂定", advice)
    return good("工作日历", f"{now.year} 年的安排已有")


def devices(data: Path) -> Iterator[Finding]:
    """Ask each device of this station how it stands."""
    fitted = settings.load(data).devices
    if not fitted:
        yield caution("设备", "还没有配置设备", "在“设备”页选型号和端口")
    for kind, url in sorted(fitted.items()):
        yield _device(NAMES.get(kind, kind), url)  # type: ignore[call-overload]


def _device(name: str, url: str) -> Finding:
    try:
        made = urls.from_url(url)
    except CodedError as error:
        return fault(name, describe(error).text, "在“设备”页重新选型号和端口")
    try:
        status = made.status()
    except CodedError as error:
        return fault(name, describe(error).text, "检查电源和线，再看“设备”页")
    finally:
        close = getattr(made, "close", None)
        if close is not None:
            close()
    place = url.partition("?")[0]
    port = place.partition(":")[2]
    by = holder_of(port) or "其他程序"
    said = CodedError(status.code, device=name, port=port, printer=name, by=by)
    words = describe(said).text if status.code else place
    match status.state:
        case DeviceState.OK:
            return good(name, words)
        case DeviceState.FAULT:
            return fault(name, words, "按提示处理，再看“设备”页")
        case _:
            return caution(name, words, "在“设备”页做一次测试")
