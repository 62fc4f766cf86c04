"""The PC: versions, disk, clock, fonts, keystore."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import time
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from zcdesk import __version__, paths
from zcdesk.doctor.finding import Finding, caution, fault, good
from zcdesk.store.place import write_durably

FULL_MB, TIGHT_MB = 200, 2000
SLOW_MS = 100
"""A write that takes longer to reach the disk is felt at every `Enter`."""

FONTS = ("NotoSansSC-Regular", "NotoSansSC-Bold", "NotoSerifSC-Regular", "NotoSerifSC-Bold")
RARE = "ZCDeskRareSong"


def versions() -> Finding:
    """Name program, system and libraries, so that nobody has to ask on the phone."""
    import PySide6
    import sqlcipher3

    sqlite = sqlcipher3.dbapi2.sqlite_version
    parts = (
        f"zcdesk {__version__}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"Python {platform.python_version()}",
        f"Qt {PySide6.__version__}",
        f"SQLite {sqlite}",
    )
    return good("版本", "，".join(parts))


def disk(folder: Path) -> Iterator[Finding]:
    """Look at the room left and at how long a safe write takes."""
    there = next(p for p in (folder, *folder.parents) if p.exists())
    free = shutil.disk_usage(there).free // 1_000_000
    if free < FULL_MB:
        yield fault("磁盘空间", f"只剩 {free} MB", "清理磁盘，否则收件会被拒绝")
    elif free < TIGHT_MB:
        yield caution("磁盘空间", f"还剩 {free} MB", "请在几天内清理磁盘")
    else:
        yield good("磁盘空间", f"还剩 {free / 1000:.0f} GB")
    if folder.is_dir():
        yield _write_time(folder)


def _write_time(folder: Path) -> Finding:
    probe = folder / f".doctor-{os.getpid()}"
    try:
        took = []
        for _ in range(5):
            begun = time.perf_counter()
            write_durably(probe, b"zcdesk")
            took.append((time.perf_counter() - begun) * 1000)
    except OSError as error:
        return fault("磁盘写入", f"写不进去（{error.strerror}）", "检查数据文件夹的权限和磁盘")
    finally:
        probe.unlink(missing_ok=True)
    middle = sorted(took)[2]
    if middle > SLOW_MS:
        return caution("磁盘写入", f"落盘要 {middle:.0f} 毫秒", "换固态硬盘，或检查磁盘健康")
    return good("磁盘写入", f"落盘 {middle:.0f} 毫秒")


def clock(now: datetime) -> Finding:
    """Tell whether the system keeps its clock right by itself."""
    said = _synchronised()
    text = f"{now:%Y-%m-%d %H:%M:%S}"
    if said is None:
        return caution("时钟", f"{text}，系统没有说是否自动对时", "请与手机时间核对一次")
    if said:
        return good("时钟", f"{text}，已自动对时")
    return caution("时钟", f"{text}，没有自动对时", "请打开系统的自动对时")


def _synchronised() -> bool | None:
    program = shutil.which("timedatectl")
    if program is None:
        return None
    command = [program, "show", "-p", "NTPSynchronized", "--value"]
    try:
        done = subprocess.run(  # noqa: S603 - the system's own program, fixed words
            command, capture_output=True, text=True, timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return {"yes": True, "no": False}.get(done.stdout.strip())


def fonts() -> Finding:
    """Look for the fonts of screen and papers; a missing one would show as empty boxes."""
    folder = paths.resources_dir() / "fonts"
    gone = [name for name in (*FONTS, RARE) if not _is_font(folder / f"{name}.ttf")]
    if gone:
        return fault("字体", f"缺少 {'、'.join(gone)}", "重新安装综窗台")
    return good("字体", "五个字体文件齐全")


def _is_font(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(4) == b"\x00\x01\x00\x00"
    except OSError:
        return False


def keystore() -> Finding:
    """Tell where keys are kept."""
    from zcdesk.store.keys import system_keystore

    if system_keystore() is None:
        found = "系统没有密钥库，密钥存在本机的私有文件里"
        return caution("密钥", found, "可用；如有条件请启用系统密钥环")
    return good("密钥", "存在系统密钥库")
