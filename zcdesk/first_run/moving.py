"""A PC's window goes to another one: by `zcdesk sync move`, or from the page of the desk."""

from __future__ import annotations

import argparse
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy.engine import make_url

from zcdesk import station
from zcdesk.errors import UserError
from zcdesk.operations import clerks
from zcdesk.operations import moving as window
from zcdesk.sync import login, moving
from zcdesk.sync.postgres_hall import PostgresHall
from zcdesk.ui.setup_words import setup_words

if TYPE_CHECKING:
    from zcdesk.operations.session import Session
    from zcdesk.store.store import Store


AUTHORITY, NO_CERTIFICATE = "authority.crt", "NET-54"


class Given(NamedTuple):
    """What the other PC asks for: the one-time code, and where the hall's server is."""

    code: str
    server: str


def run(args: argparse.Namespace, data: Path) -> str:
    """Close the window, send everything; return words with the code of its next PC."""
    given = send_away(data, None, args.by, getpass(setup_words("口令：")))
    name = login.load(data / login.FILE).name
    return setup_words(
        f"本机的记录已全部上报，窗口 {name} 已交出。新电脑的接入码：{given.code}\n"
        f"24 小时内在新电脑的首次设置里填服务器地址 {given.server} 和这个接入码；本机不能再收件。"
    )


def send_away(data: Path, session: Session | None, staff_no: str, secret: str) -> Given:
    """Send this PC's window away and close its store; again after any interruption.

    Args:
        session: over the store while it is open; None opens it. Left open if refused.

    Raises:
        NotAllowed: the secret does not fit; CAS-02, no administrator; NET-46, open visits.
        UserError: NET-54, this PC has a password at the server, so no code would name that.
        SurroundingsError: see `sync.moving.hand_over`; the window stays here.
    """
    store = session.store if session is not None else station.open_store(data)
    is_done = False
    try:
        given = _given(data, store, staff_no.strip(), secret)
        is_done = True
        return given
    finally:
        if is_done or session is None:
            store.close()


def _given(data: Path, store: Store, staff_no: str, secret: str) -> Given:
    mine = login.load(data / login.FILE)
    if AUTHORITY not in mine.files:
        raise UserError(NO_CERTIFICATE)
    asking = station.session_of(store, data).as_clerk(staff_no)
    clerks.unlock(asking, staff_no, secret)
    if moving.is_gone(store):
        window.must_administer(asking)
    else:
        window.close(asking)
    hall = PostgresHall(login.address(data, mine))
    try:
        code = moving.hand_over(store, hall, mine.files[AUTHORITY], now=station.clock)
    finally:
        hall.close()
    return Given(code.text, make_url(mine.url).host or "")
