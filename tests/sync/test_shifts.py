"""Who is at the window: verifiers only where a clerk may work, shifts the server vouches for."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fix_hall import SECRET, Clock
from fix_sync_hall import HALL, Windows

from zcdesk.domain.act import NewAct
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.shift import ShiftBegan, ShiftVerified
from zcdesk.errors import NotAllowed
from zcdesk.operations import attention, clerks, shifts
from zcdesk.operations.attention import Reason
from zcdesk.operations.session import Session
from zcdesk.store import verifiers
from zcdesk.sync import admin, inspect

ROOT = Path(__file__).parents[2]


def held(session: Session) -> set[str]:
    with session.reading() as reader:
        return {one.clerk for one in verifiers.all_of(reader)}


def allow(windows: Windows, clerk: str, *sessions: Session) -> None:
    roles = [windows.login(one).role for one in sessions]
    admin.set_stations(windows.server.url, HALL, clerk, roles)


def supervise(session: Session, clerk: str) -> None:
    with session.as_clerk("0001").transaction() as tx:
        body = ClerkSet(staff_no=clerk, name="值班长", roles=(Role.SUPERVISOR,))
        tx.append(NewAct(subject=f"clerk:{clerk}", body=body))


def test_a_verifier_is_only_where_its_clerk_may_work(windows: Windows) -> None:
    first, second = windows.first, windows.joined("5")
    windows.round(second)
    assert held(first) == {"0001", "0312", "0313"}
    assert held(second) == set()
    allow(windows, "0313", second)
    windows.round(first)
    windows.round(second)
    assert (held(first), held(second)) == ({"0001", "0312"}, {"0313"})
    assert clerks.log_in(second, "0313", SECRET).clerk.name == "李强"
    for session, clerk in ((second, "0312"), (first, "0313")):
        with pytest.raises(NotAllowed, match="SEC-02"):
            clerks.log_in(session, clerk, SECRET)


def test_a_new_secret_travels_and_a_lock_stays(windows: Windows) -> None:
    first, second = windows.first, windows.joined("5")
    allow(windows, "0313", first, second)
    windows.round(second)
    with first.transaction() as tx:
        verifiers.set_secret(tx, "0313", "another-2")
    for _ in range(5):
        with pytest.raises(NotAllowed):
            clerks.unlock(first, "0313", "wrong-wrong")
    windows.round(first)
    windows.round(second)
    clerks.unlock(second, "0313", "another-2")
    with pytest.raises(NotAllowed, match="SEC-01"):
        clerks.unlock(first, "0313", "another-2")


@pytest.mark.req("UX-40")
def test_a_login_counts_as_unverified_until_the_server_has_signed_it(
    windows: Windows, clock: Clock
) -> None:
    first, second = windows.first, windows.joined("5")
    clerks.log_in(first, "0312", SECRET)
    (waiting,) = shifts.unverified(first)
    assert (waiting.clerk, waiting.window, waiting.reason) == ("0312", "3", "")
    windows.round(first)
    assert attention.count(first) == 0
    clock.pass_(minutes=6)
    assert attention.count(first) == 1
    assert windows.sign() == (1, 0)
    assert windows.sign() == (0, 0)
    assert windows.round(first)[1].shifts == 1
    assert shifts.unverified(first) == ()
    assert attention.count(first) == 0
    windows.round(first)
    windows.round(second)
    assert shifts.unverified(second) == ()


def test_a_stolen_station_without_the_secret_stays_unverified(windows: Windows) -> None:
    """The thief has the store and the login, not the clerk's secret: the proof is another's."""
    first = windows.first
    clerks.log_in(first, "0312", SECRET)
    with first.reading() as reader:
        (real,) = [a for s, _ in reader.states(shifts.Shift) for a in reader.acts(s)]
    proof = shifts_body(real.body or b"").proof
    windows.round(first)
    windows.sign()
    for clerk, version in (("0313", 1), ("0312", 1), ("0312", 9)):
        with first.as_clerk(clerk).transaction() as tx:
            body = ShiftBegan(clerk=clerk, window="3", version=version, proof=proof)
            tx.append(NewAct(subject=f"shift:{clerk}-{version}", body=body))
            shifts.shifts.await_word(tx, f"{clerk}-{version}")
    windows.round(first)
    assert windows.sign() == (0, 3)
    windows.round(first)
    reasons = {one.id: one.reason for one in shifts.unverified(first)}
    assert reasons == {
        "0313-1": "登录凭证与口令不符",
        "0312-1": "登录凭证与口令不符",
        "0312-9": "服务器没有该工号的口令验证",
    }


def shifts_body(body: bytes) -> ShiftBegan:
    import msgspec

    return msgspec.json.decode(body, type=ShiftBegan)


def test_a_token_of_ones_own_making_convinces_nobody(windows: Windows) -> None:
    first = windows.first
    clerks.log_in(first, "0312", SECRET)
    (waiting,) = shifts.unverified(first)
    with first.transaction() as tx:
        body = ShiftVerified(statement="W10=", signature="AAAA")
        tx.append(NewAct(subject=f"shift:{waiting.id}", body=body))
    assert shifts.unverified(first) == (waiting,)


def test_a_clerk_of_another_station_is_refused_and_a_supervisor_confirms(windows: Windows) -> None:
    first, second = windows.first, windows.joined("5")
    clerks.log_in(first, "0312", SECRET)
    allow(windows, "0312", second)
    windows.round(first)
    assert windows.sign() == (0, 1)
    windows.round(first)
    windows.round(first)
    (waiting,) = shifts.unverified(first)
    assert waiting.reason == "该工号未获准使用本机"
    with first.reading() as reader:
        kinds = [act.kind for act in reader.acts(f"shift:{waiting.id}")]
        assert kinds == ["shift.began", "shift.refused"]
        assert len(shifts.shifts.awaiting(reader)) == 1
    for clerk in ("0312", "0313"):
        with pytest.raises(NotAllowed, match="SEC-04"):
            shifts.confirm(first.as_clerk(clerk), waiting.id, "是本人")
    supervise(first, "0312")
    with pytest.raises(NotAllowed, match="SEC-04"):
        shifts.confirm(first.as_clerk("0312"), waiting.id, "我自己")
    supervise(first, "0313")
    (asked,) = attention.all_of(first)
    assert (asked.reason, asked.clerk, asked.is_mine) == (Reason.UNVERIFIED, "0312", True)
    assert attention.count(first) == 1
    attention.see(first.as_clerk("0313"), asked.act)
    assert attention.count(first) == 0
    assert shifts.unverified(first) == ()
    windows.round(first)
    with first.reading() as reader:
        assert shifts.shifts.awaiting(reader) == ()


def test_acts_without_any_shift_are_named_on_the_server(windows: Windows, clock: Clock) -> None:
    """A station that hides the login altogether is found too."""
    first, url = windows.first, windows.server.url
    windows.round(first)
    old = inspect.unverified(url, HALL)
    with first.as_clerk("0312").transaction() as tx:
        tx.append(NewAct(subject="clerk:0999", body=ClerkSet(staff_no="0999", name="更早")))
    before = first.store.head.position.number
    clock.pass_(minutes=1)
    clerks.log_in(first, "0312", SECRET)
    with first.as_clerk("0313").transaction() as tx:
        body = ClerkSet(staff_no="0999", name="无登录")
        tx.append(NewAct(subject="clerk:0999", body=body))
    windows.round(first)
    windows.sign()
    public = windows.signer.public
    found = {one.clerk: one for one in inspect.unverified(url, HALL, public)}
    assert old == ()
    assert {clerk: (one.count, one.position) for clerk, one in found.items()} == {
        "0312": (1, before + 1),
        "0313": (1, before + 4),
    }


def test_the_watch_signs_a_login_by_itself_and_ends_when_told(windows: Windows) -> None:
    first, url = windows.first, windows.server.url
    words = [sys.executable, "-m", "zcdesk", "server", "sign-heads", "--watch"]
    watch = subprocess.Popen([*words, "--url", url, "--keys", str(windows.keys)], cwd=ROOT)
    try:
        clerks.log_in(first, "0312", SECRET)
        windows.round(first)
        while shifts.unverified(first):
            assert watch.poll() is None
            windows.round(first)
        watch.send_signal(signal.SIGTERM)
        assert watch.wait() == 0
    finally:
        watch.kill()
        watch.wait()


def test_without_a_server_no_shift_is_needed(session: Session) -> None:
    clerks.log_in(session, "0312", SECRET)
    assert shifts.unverified(session) == ()
