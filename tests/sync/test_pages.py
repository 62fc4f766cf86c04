"""Scanned pages at the server: sealed, gone with their records, and nothing else in the clear."""

from __future__ import annotations

import base64
import hashlib
import json
import os
from contextlib import closing
from datetime import date
from pathlib import Path

import msgspec
import psycopg
import pytest
from fix_carried import (
    ELSEWHERE,
    LONG_AFTER,
    NUMBER,
    PAGE,
    Carrier,
    dump,
    erase_all,
    forms,
    scanned,
    unsealed,
)
from fix_cases import people
from fix_postgres import HallServer
from fix_sync_hall import HALL, Windows
from fix_visit import settle, somebody

from zcdesk.domain.act import NewAct
from zcdesk.domain.act import digest as digest_of
from zcdesk.domain.case import Case
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.inquiry import Asker, InquiryChannel, InquiryKind
from zcdesk.domain.parcel import Sender
from zcdesk.domain.person import Person
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.operations import inquiries, intake, mending, online, parcels, scans
from zcdesk.operations.inquiries import Taking
from zcdesk.operations.session import Session
from zcdesk.store import blobs, pages, rekey
from zcdesk.store.algorithms import Profile
from zcdesk.store.pages import Kept
from zcdesk.store.vault import Vault
from zcdesk.store.verify import verify
from zcdesk.sync import backup, inspect, packages, retention
from zcdesk.sync.postgres_hall import PostgresHall

# --- what lies at the server ---


def application(person: Person, filed: bytes) -> bytes:
    """Return what a citizen filed on the service site, with one file."""
    file = {
        "kind": "application/pdf",
        "content": base64.b64encode(filed).decode(),
        "sha256": hashlib.sha256(filed).hexdigest(),
    }
    who = {
        "name": person.name,
        "id_kind": "resident",
        "id_number": person.id_number,
        "phone": person.phone,
    }
    document = {
        "format": "zcdesk.online/1",
        "number": NUMBER,
        "filed_at": "2026-11-23T21:00:00+08:00",
        "matter": "1-2",
        "applicant": who,
        "materials": [{"name": "居民身份证", "files": [file]}],
    }
    return json.dumps(document).encode()


def a_day(session: Session) -> list[bytes]:
    """Play everything that brings personal data or pictures in; return what nobody may find."""
    person = msgspec.structs.replace(somebody(1), address="示例市示例路 77 号")
    picture, filed = b"\x89PNG\r\n\x1a\n a drawn name", b"%PDF-1.4 a form filed online"
    case_id, _ = scanned(session, PAGE)
    with session.reading() as store:
        sitting = next(c.intake.sitting for _, c in store.states(Case) if c.id == case_id)
    mending.sign_all(session, sitting, picture, digest_of(b"lines"), "申请人")
    online.take_in(session, application(person, filed), "folder")
    asker = Asker(name="来电人甲", phone="13861236620", text="等了一个小时")
    wanted = Taking(of=InquiryKind.CONSULTATION, channel=InquiryChannel.WINDOW, asker=asker)
    inquiries.record(session, wanted)
    sender = Sender(
        name="寄件人乙",
        id_number=person.id_number,
        phone="13900001234",
        address="示例市寄件路 9 号",
    )
    parcels.register(session, sender, waybill="EA123456789CN", pages=2)
    values = (person.name, person.id_number, person.phone, asker.name, asker.phone, asker.text)
    values += (sender.name, sender.phone, sender.address)
    return [PAGE, picture, filed, *(value.encode() for value in values)]


@pytest.mark.req("R169")
def test_a_dump_of_the_server_after_a_day_names_nobody_and_shows_no_page(
    first: Carrier, windows: Windows, tmp_path: Path
) -> None:
    people(first.session)
    secrets = a_day(first.session)
    first.round()
    assert forms(windows) == ["sealed"] * 3
    backup.backup(windows.server.url, tmp_path / "b", tmp_path / "k")
    copied = b"".join(p.read_bytes() for d in ("b", "k") for p in (tmp_path / d).iterdir())
    for found in (dump(windows.server), copied):
        assert len(found) > 10_000
        for secret in secrets:
            for form in (secret, secret.hex().encode(), base64.b64encode(secret)):
                assert form not in found, secret
    # and it would be found: the same search over what the window itself holds
    assert all(first.session.store.blobs.get(digest_of(one)) for one in secrets[:3])


def test_who_reads_the_tables_themselves_sees_seals_only(
    first: Carrier, second: Carrier, windows: Windows
) -> None:
    """The first wall broken for a station of the hall: what it reads it cannot open."""
    other = Carrier(windows, windows.joined("9", ELSEWHERE))
    case_id, (digest,) = scanned(first.session, PAGE)
    first.round()
    for name in ("page", "blob", "blob_piece"):
        windows.server.run(f"GRANT SELECT ON core.{name} TO zc_station")
    windows.server.run("GRANT USAGE ON SCHEMA core TO zc_station")
    with psycopg.connect(windows.login(other.session).url, autocommit=True) as raw:
        (content,) = (row[0] for row in raw.execute("SELECT piece FROM core.blob_piece"))
        kept = [Kept(*r) for r in raw.execute("SELECT ref, content, wrapped FROM core.page")]
        assert raw.execute("SELECT * FROM api.pages(%s)", (digest,)).fetchall() == []
    assert content.startswith(pages.MARK)
    assert PAGE not in content
    # with all its own keys, and with the hall's
    hall_key = base64.b64decode(windows.login(other.session).hall_key)
    for one in kept:
        assert pages.page_key((pages.Owner(one.ref, hall_key),), digest, one) is None
    assert second.sees(case_id, digest) == PAGE
    other.round()
    with closing(PostgresHall(windows.login(other.session).url)) as hall:
        assert not other.attachments.fetch(hall, digest)


@pytest.mark.parametrize("profile", Profile)
def test_a_page_crosses_the_hall_under_either_profile(
    first: Carrier, second: Carrier, windows: Windows, profile: Profile
) -> None:
    rekey.use(first.session.store, profile, first.session.now())
    data = PAGE + os.urandom(2 * blobs.PIECE)
    case_id, (digest,) = scanned(first.session, data)
    first.round()
    second.round()
    assert second.sees(case_id, digest) == data
    pieces = windows.server.run("SELECT piece FROM core.blob_piece WHERE start = 0")
    assert [bytes(row[0])[8:16] == b"sm4-gcm:" for row in pieces] == [profile is Profile.SM]


def test_nothing_goes_before_the_halls_key_is_here(first: Carrier, windows: Windows) -> None:
    with first.session.store.transaction(clerk="", at=first.session.now()) as tx:
        key = pages.meta.get(tx, pages.meta.HALL_KEY)
        pages.meta.put(tx, pages.meta.HALL_KEY, "")
    scanned(first.session, PAGE)
    first.round()
    assert forms(windows) == []
    with first.session.store.transaction(clerk="", at=first.session.now()) as tx:
        pages.meta.put(tx, pages.meta.HALL_KEY, key)
    first.round()
    assert forms(windows) == ["sealed"]


def test_a_station_that_puts_rubbish_hides_nobody_elses_page(
    first: Carrier, second: Carrier, windows: Windows
) -> None:
    case_id, (digest,) = scanned(first.session, PAGE)
    windows.round(first.session)
    with first.session.reading() as store:
        (owner,) = pages.owners(store, digest) or ()
    rubbish = pages.MARK + bytes(64)
    with closing(PostgresHall(windows.login(second.session).url)) as hostile:
        hostile.put_blob(digest_of(rubbish), 0, rubbish, len(rubbish))
        assert hostile.put_page(digest, Kept(owner.ref, digest_of(rubbish), bytes(60)))
        # One that holds the record's key can make rubbish that opens, too.
        vault, random = Vault(bytes(32)), os.urandom
        wrong = pages.seal(vault, random, (owner,), digest, b"rubbish")
        hostile.put_blob(wrong.names[0].content, 0, wrong.content, len(wrong.content))
        assert hostile.put_page(digest, wrong.names[0])
        clear = PAGE + b"2"
        hostile.put_blob(digest_of(clear), 0, clear, len(clear))
        for content in (digest, digest_of(clear)):  # its own name; something in the clear
            with pytest.raises(SurroundingsError):
                hostile.put_page(digest, Kept(owner.ref, content, bytes(60)))
    first.round()
    assert second.sees(case_id, digest) == PAGE


def test_a_package_is_no_page_and_stays(windows: Windows, first: Carrier, tmp_path: Path) -> None:
    file = tmp_path / "zcdesk.deb"
    file.write_bytes(pages.MARK + b"!<arch>\n a package")
    name = packages.put(windows.server.url, HALL, file)
    scanned(first.session, PAGE)
    first.round()
    assert sorted(forms(windows)) == ["package", "sealed"]
    assert unsealed(windows) == first.seal_clear() == 0
    with closing(PostgresHall(windows.login(first.session).url)) as hall:
        with pytest.raises(SurroundingsError):
            hall.put_page(digest_of(b"x"), Kept(pages.HALLS, name, bytes(60)))
        assert hall.put_page(name, Kept(pages.HALLS, digest_of(b"nowhere"), bytes(60))) is False
        assert hall.get_blob(name, 0, 99) == file.read_bytes()
    retention.run(windows.server.url, tmp_path / "k", LONG_AFTER)
    assert packages.drop(windows.server.url, HALL, name)


# --- a record's time is over ---


@pytest.mark.req("R169")
def test_once_a_record_is_erased_its_page_opens_nowhere_and_all_chains_verify(
    first: Carrier, second: Carrier, windows: Windows, empty: str, tmp_path: Path
) -> None:
    case_id, (digest,) = scanned(first.session, PAGE)
    first.round()
    assert second.sees(case_id, digest) == PAGE
    late = Carrier(windows, windows.joined("7"))
    late.round()
    with closing(PostgresHall(windows.login(late.session).url)) as hall:
        (kept,) = hall.pages(digest)
        seal = hall.get_blob(kept.content, 0, 1 << 20)
    backup.backup(windows.server.url, tmp_path / "b", tmp_path / "k")
    erase_all(windows, tmp_path / "k")

    assert windows.server.run("SELECT count(*) FROM core.page") == [(0,)]
    assert forms(windows) == []
    for one in (first, second, late, first, second, late):
        one.round()
    for one in (first, second, late):
        assert scans.page(one.session, digest) is None
        with pytest.raises(NotAllowed, match="SEC-35"):
            scans.want(one.session, case_id, (digest,))
        with one.session.reading() as store:
            assert not pages.owners(store, digest)
        assert verify(one.session.store).is_clean
    assert inspect.flaws(windows.server.url, HALL) == ()

    # The copy that was made before holds the seal and no key to it.
    windows.server.drop()
    backup.restore(empty, tmp_path / "b", tmp_path / "k")
    restored = HallServer(empty)
    assert restored.run("SELECT count(*) FROM core.page") == [(0,)]
    assert restored.run("SELECT count(*) FROM core.blob_piece") == [(0,)]
    copied = (tmp_path / "b" / "blob_piece").read_bytes()
    assert seal.hex().encode() in copied
    assert PAGE.hex().encode() not in copied
    windows.now_at(empty)
    for one in (first, late):
        one.round()
        assert scans.page(one.session, digest) is None
    assert inspect.flaws(empty, HALL) == ()


def test_a_page_of_two_cases_goes_with_the_second(
    first: Carrier, second: Carrier, windows: Windows, tmp_path: Path
) -> None:
    _, (digest,) = scanned(first.session, PAGE, matters=("1-1", "1-2"))
    first.round()
    second.round()
    rows = windows.server.run("SELECT DISTINCT content, ref FROM core.page ORDER BY ref")
    assert len({row[0] for row in rows}) == 1
    assert len(rows) == 2
    for left, (_, ref) in zip((1, 0), rows, strict=True):
        windows.server.run("SELECT core.erase(%s, %s, 'test')", HALL, ref)
        for one in (first, second):
            windows.round(one.session)
        assert windows.server.run("SELECT count(*) FROM core.blob") == [(left,)]
        assert (scans.page(first.session, digest) is not None) == bool(left)
        if left:
            with second.session.reading() as store:
                living = [s for s, c in store.states(Case) if not pages.is_erased(store, s)]
            assert second.sees(living[0].partition(":")[2], digest) == PAGE


@pytest.mark.parametrize("is_seen", [False, True])
def test_what_was_filed_online_outlives_the_application_in_its_case(
    first: Carrier, second: Carrier, windows: Windows, *, is_seen: bool
) -> None:
    """Taken in at another window than the one where it arrived, looked at there or not."""
    filed = b"%PDF-1.4 filed"
    digest = digest_of(filed)
    online.take_in(first.session, application(somebody(), filed), "folder")
    officer = ClerkSet(
        staff_no="0801",
        name="审查员",
        roles=(Role.REVIEWER,),
        departments=("区行政审批局",),
    )
    with first.session.transaction() as tx:
        tx.append(NewAct(subject="clerk:0801", body=officer))
    online.review(first.session.as_clerk("0801"), NUMBER, passed=True)
    windows.round(first.session)
    second.round()
    if is_seen:
        first.round()
        scans.want(second.session, f"online:{NUMBER}", (digest,))
        second.round()
    intake.receive(second.session, settle(online.open_visit(second.session, NUMBER)))
    for one in (second, first, second):  # its page comes to the server after the case, or before
        one.round()
    named = windows.server.run(
        "SELECT p.subject, g.content FROM core.page AS g JOIN core.person AS p USING (hall, ref)"
    )
    assert {str(row[0]).partition(":")[0] for row in named} == {"online", "case"}
    assert len({row[1] for row in named}) == 1
    with second.session.reading() as store:
        (case_id,) = (case.id for _, case in store.states(Case))
        assert blobs.due(store, blobs.SEND, 9) == ()
    windows.server.run(
        "SELECT core.erase(hall, ref, 'test') FROM core.person WHERE subject LIKE 'online:%%'"
    )
    for one in (first, second):
        windows.round(one.session)
    late = Carrier(windows, windows.joined("7"))
    assert late.sees(case_id, digest) == filed
    assert (scans.page(second.session, digest) is not None) == is_seen


def test_a_page_that_is_on_its_way_when_its_record_goes_is_not_kept(
    first: Carrier, windows: Windows, tmp_path: Path
) -> None:
    scanned(first.session, PAGE)
    windows.round(first.session)
    ref = str(windows.server.run("SELECT ref FROM core.person")[0][0])
    with first.session.reading() as store:
        (digest,) = blobs.due(store, blobs.SEND, 9)
        whose = pages.owners(store, digest) or ()
    windows.server.run("SELECT core.erase(%s, %s, 'test')", HALL, ref)
    with closing(PostgresHall(windows.login(first.session).url)) as hall:
        assert first.attachments.send_one(hall, digest, whose, lambda: True)
    assert windows.server.run("SELECT count(*) FROM core.page") == [(0,)]
    retention.run(windows.server.url, tmp_path / "k", date(2026, 1, 1))
    assert forms(windows) == []
