"""`zcdesk sync move`: send this PC's window to another one."""

from __future__ import annotations

import argparse
from getpass import getpass
from pathlib import Path

from zcdesk import station
from zcdesk.operations import clerks
from zcdesk.operations import moving as window
from zcdesk.sync import login, moving
from zcdesk.sync.postgres_hall import PostgresHall


def run(args: argparse.Namespace, data: Path) -> str:
    """Close the window, send everything; return words with the code of its next PC."""
    mine = login.load(data / login.FILE)
    hall = PostgresHall(login.address(data, mine))
    store = station.open_store(data)
    try:
        if not moving.is_gone(store):
            session = station.session_of(store, data).as_clerk(args.by)
            clerks.unlock(session, args.by, getpass("口令："))
            window.close(session)
        code = moving.hand_over(store, hall, mine.files["authority.crt"], now=station.clock)
    finally:
        store.close()
        hall.close()
    return (
        f"本机的记录已全部上报，窗口 {mine.name} 已交出。新电脑的接入码：{code.text}\n"
        "24 小时内在新电脑的首次设置里填服务器地址和这个接入码；本机不能再收件。"
    )
