"""A station's copies: the original is destroyed and comes back, on this PC and on another."""

from __future__ import annotations

import shutil
from collections import namedtuple
from pathlib import Path

import msgspec
import pytest
from fix_pc import ADMIN, Pc

from zcdesk import settings
from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.upkeep import Station
from zcdesk.errors import Invalid, StoreError, SurroundingsError, UserError
from zcdesk.operations import recovery
from zcdesk.operations.session import Session
from zcdesk.store import backup, blobs, persons
from zcdesk.store.backup import Copy
from zcdesk.store.verify import verify
from zcdesk.upkeep import copies
from zcdesk.upkeep.command_backup import told

Room = namedtuple("Room", "total used free")


def case(session: Session, case_id: str) -> Case:
    with session.reading() as store:
        found = store.state(f"case:{case_id}", Case)
    assert found is not None
    return found


def number(session: Session, case_id: str) -> str:
    return case(session, case_id).intake.number


def name(session: Session, case_id: str) -> str | None:
    """Return the applicant's name, None once it is erased."""
    with session.reading() as store:
        found = persons.get(store, case(session, case_id).intake.applicant, Particulars)
    return found and found.applicant.name


def day(pc: Pc, count: int = 1) -> tuple[list[str], str, Copy]:
    """Take cases in, make a code and a copy; return ids, code and copy."""
    with pc.open() as session:
        ids = [pc.take_in(session) for _ in range(count)]
        code = recovery.new_code(session.as_clerk(ADMIN))
        return ids, code, copies.take(session, pc.stick)


@pytest.mark.req("R169")
def test_a_destroyed_pc_comes_back_elsewhere_with_its_code_alone(pc: Pc) -> None:
    settings.save(pc.data, settings.Settings(window="3", scale=1.25))
    (kept,), code, copy = day(pc)
    with pc.open() as session:
        digest = session.store.blobs.put(b"a page")
        before = {number(session, kept), number(session, pc.take_in(session))}
        who = name(session, kept)
        last = copy.manifest.numbers
    with pc.open() as session:
        copy = copies.take(session, pc.stick)
        lost = pc.take_in(session)
        before.add(number(session, lost))
    pc.destroy()

    with pytest.raises(StoreError, match="SYS-07"):
        copies.bring_back(pc.data, copy, now=pc.clock)
    with pytest.raises(Invalid, match="SEC-20"):
        copies.bring_back(pc.data, copy, code=code[::-1], now=pc.clock)
    assert not (pc.data / "store.db").exists()
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    back = copies.bring_back(pc.data, copies.choose(pc.stick), code=typed, now=pc.clock)

    assert back.missing is None
    assert last[0] != back.copy.manifest.numbers[0]
    assert back.copy.manifest.numbers[0] in told(back)
    assert settings.load(pc.data).scale == 1.25
    with pc.open() as session:
        assert name(session, kept) == who
        assert session.store.blobs.get(digest) == b"a page"
        assert verify(session.store).is_clean
        assert number(session, pc.take_in(session)) not in before
        with session.reading() as store:
            assert store.state(f"case:{lost}", Case) is None
            life = store.state("station:3", Station)
        assert life is not None
        assert life.restored
        copies.take(session, pc.stick)  # the same code still opens what is copied from now on
    assert copies.choose(pc.stick).manifest.recovery == copy.manifest.recovery


def test_put_back_over_a_living_pc_nothing_is_deleted_and_the_witness_tells_what_is_missing(
    pc: Pc,
) -> None:
    _, _, copy = day(pc)
    with pc.open() as session:
        given = {number(session, pc.take_in(session)) for _ in range(2)}
        after = session.store.head.seq
    with pytest.raises(StoreError, match="SYS-26"):
        copies.bring_back(pc.data, copy, now=pc.clock)
    back = copies.bring_back(pc.data, copy, replace=True, now=pc.clock)
    assert back.missing == after - copy.manifest.seq > 0
    assert f"{back.missing} 条记录" in told(back)
    assert back.aside is not None
    assert (back.aside / "store.db").exists()
    with pc.open() as session:
        assert number(session, pc.take_in(session)) not in given
        assert verify(session.store).is_clean


def test_the_last_moment_restored_writes_under_a_new_incarnation_all_the_same(pc: Pc) -> None:
    _, _, copy = day(pc)
    back = copies.bring_back(pc.data, copy, replace=True, now=pc.clock)
    assert back.missing == 1  # the act that says a copy was made
    with pc.open() as session:
        assert session.store.head.origin != copy.manifest.origin


def test_who_was_erased_after_the_copy_stays_erased(pc: Pc) -> None:
    (gone, stays), code, first = day(pc, 2)
    with pc.open() as session:
        ref = case(session, gone).intake.applicant.ref
        with session.transaction() as tx:
            persons.erase(tx, ref)
        copies.take(session, pc.stick)
    pc.destroy()
    copies.bring_back(pc.data, first, code=code, now=pc.clock)
    with pc.open() as session:
        assert name(session, gone) is None
        assert name(session, stays) is not None
        assert verify(session.store).is_clean


@pytest.mark.req("R169")
def test_a_page_destroyed_after_the_copy_is_in_no_copy_any_more(pc: Pc) -> None:
    """An older copy comes back whole but for that page; one of a living record is there."""
    with pc.open() as session:
        kept = [session.store.blobs.put(one) for one in (b"a page", b"another")]
        ids = [pc.take_in(session) for _ in kept]
        with session.transaction() as tx:
            for page, id_ in zip(kept, ids, strict=True):
                blobs.register(tx, page, 9, "scan", f"case:{id_}")
        code = recovery.new_code(session.as_clerk(ADMIN))
        first = copies.take(session, pc.stick)
        names = {session.store.blobs.name(page) for page in kept}
        assert names <= set(first.manifest.pages)
        ref = case(session, ids[0]).intake.applicant.ref
        with session.transaction() as tx:
            blobs.forget(tx, kept[0])
            persons.erase(tx, ref)
        session.store.blobs.drop(kept[0])
        pc.clock.pass_(hours=1)
        copies.take(session, pc.stick)
        (left,) = names & {p.name for p in (first.path.parent / backup.PAGES).iterdir()}
        assert left == session.store.blobs.name(kept[1])
    pc.destroy()
    copies.bring_back(pc.data, first, code=code, now=pc.clock)
    with pc.open() as session:
        assert [session.store.blobs.get(page) for page in kept] == [None, b"another"]
        assert verify(session.store).is_clean


def test_nothing_personal_and_no_key_can_be_read_on_the_stick(pc: Pc) -> None:
    (id_,), _, _ = day(pc)
    with pc.open() as session:
        who = name(session, id_)
        key = next((pc.root / "station" / "keys").glob("*.key")).read_text().strip()
    assert who is not None
    for path in pc.stick.rglob("*"):
        data = path.read_bytes() if path.is_file() else b""
        assert who.encode() not in data
        assert bytes.fromhex(key) not in data
        assert key.encode() not in data


@pytest.mark.parametrize("what", ["store.db", "settings.sealed", "page", "keys"])
def test_a_copy_that_is_not_whole_restores_nothing(pc: Pc, what: str) -> None:
    with pc.open() as session:
        session.store.blobs.put(b"a page")
    _, code, copy = day(pc)
    pc.destroy()
    match what:
        case "page":
            shutil.rmtree(copy.path.parent / backup.PAGES)
        case "keys":
            (copy.path.parent / backup.KEYS).write_bytes(bytes(64))
        case _:
            data = bytearray((copy.path / what).read_bytes())
            data[len(data) // 2] ^= 1
            (copy.path / what).write_bytes(data)
    with pytest.raises(StoreError, match="BAK-04"):
        copies.bring_back(pc.data, copy, code=code, now=pc.clock)
    assert not (pc.data / "store.db").exists()


def test_a_copy_of_a_newer_program_is_refused_in_words(pc: Pc) -> None:
    _, code, copy = day(pc)
    newer = Copy(copy.path, msgspec.structs.replace(copy.manifest, schema=999, version="9.0"))
    pc.destroy()
    with pytest.raises(StoreError, match=r"BAK-06.*9\.0"):
        copies.bring_back(pc.data, newer, code=code, now=pc.clock)


def test_without_a_code_without_room_without_a_stick_no_copy_is_made(
    pc: Pc, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pc.open() as session:
        with pytest.raises(StoreError, match="BAK-02"):
            copies.take(session, pc.stick)
        recovery.new_code(session.as_clerk(ADMIN))
        monkeypatch.setattr(shutil, "disk_usage", lambda _: Room(10**9, 10**9, 10**6))
        with pytest.raises(StoreError, match="BAK-03"):
            copies.take(session, pc.stick)
    assert backup.copies(pc.stick) == ()
    with pytest.raises(UserError, match="BAK-07"):
        copies.folder_of(pc.data)
    with pytest.raises(SurroundingsError, match="BAK-09"):
        copies.folder_of(pc.data, pc.stick / "pulled out")
    with pytest.raises(UserError, match="BAK-08"):
        copies.choose(pc.stick)


def test_a_copy_cut_off_is_none_and_the_next_one_clears_it(pc: Pc) -> None:
    _, _, copy = day(pc)
    torn = copy.path.with_name("20261124T235900.new")
    shutil.copytree(copy.path, torn)
    assert [one.path for one in backup.copies(pc.stick)] == [copy.path]
    with pc.open() as session:
        copies.take(session, pc.stick)
    assert not torn.exists()


def test_old_copies_go_and_pages_nobody_needs_with_them(pc: Pc) -> None:
    with pc.open() as session:
        digest = session.store.blobs.put(b"short-lived")
        recovery.new_code(session.as_clerk(ADMIN))
        copies.take(session, pc.stick)
        session.store.blobs.drop(digest)
        for _ in range(backup.KEPT):
            pc.clock.pass_(hours=1)
            last = copies.take(session, pc.stick)
    found = backup.copies(pc.stick)
    assert (len(found), found[0].path) == (backup.KEPT, last.path)
    assert list((last.path.parent / backup.PAGES).iterdir()) == []


def test_settings_never_lead_out_of_the_folder(tmp_path: Path) -> None:
    from zcdesk.store import restoring

    inside = tmp_path / "in"
    inside.mkdir()
    restoring.put_settings(inside, {"../out.toml": b"x", "calendar/2026.yaml": b"y"})
    assert not (tmp_path / "out.toml").exists()
    assert (inside / "calendar" / "2026.yaml").read_bytes() == b"y"
