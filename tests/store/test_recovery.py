"""A destroyed keystore: told in words, undone by the paper alone, and the key can be changed."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from fix_store import chance
from fix_visit import settle, somebody, visiting
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.recovery import Escrow
from zcdesk.errors import Invalid, NotAllowed, StoreError
from zcdesk.operations import history, intake, recovery, scans
from zcdesk.operations.session import Session
from zcdesk.store import escrow, persons, rekey
from zcdesk.store.keys import Keys
from zcdesk.store.place import Place
from zcdesk.store.store import Store
from zcdesk.store.verify import verify

PAGE = b"a scanned page"


def paper_of(session: Session) -> str:
    """Make the paper and read its code off it, as the person with the paper does."""
    made = recovery.make(session.as_clerk("0001"))
    return " ".join(cell for row in made.tables[0].rows for cell in row[1:] if cell)


def keys_of(place: Place) -> Keys:
    return Keys(place.keys, keystore=None)


def reopened(session: Session, place: Place) -> Session:
    store = Store.open(place, at=session.now(), keys=keys_of(place), machine="pc-1")
    return replace(session, store=store)


def destroy_keystore(place: Place) -> None:
    shutil.rmtree(place.keys)


@pytest.mark.req("R169")
def test_a_destroyed_keystore_comes_back_from_the_paper(session: Session, place: Place) -> None:
    person = somebody()
    intake.receive(session, settle(visiting(session, "1-2", person=person)))
    code = paper_of(session)
    session.store.close()
    destroy_keystore(place)
    with pytest.raises(StoreError) as told:
        reopened(session, place)
    assert told.value.code == "SYS-07"
    escrow.recover(place, keys_of(place), code.lower().replace("0", "O"))
    again = reopened(session, place)
    assert history.known(again, person).open_cases
    assert verify(again.store).is_clean
    assert not again.store.notices  # the same station going on, not a copy
    again.store.close()


def test_nothing_on_the_disk_opens_the_data_without_the_paper(
    session: Session, place: Place
) -> None:
    code = paper_of(session)
    key = session.store.key
    session.store.close()
    destroy_keystore(place)
    for path in (p for p in place.data.parent.rglob("*") if p.is_file()):
        content = path.read_bytes()
        assert key not in content
        assert key.hex().encode() not in content
        assert code.replace(" ", "").encode() not in content
    other = escrow.new_pair(chance(7)).code
    with pytest.raises(StoreError) as refused:
        escrow.recover(place, keys_of(place), other)
    assert refused.value.code == "SEC-21"
    assert not place.keys.exists()


@given(place_=st.integers(0, 55), letter=st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_letter_is_found_before_anything_is_tried(place_: int, letter: str) -> None:
    code = escrow.new_pair(chance()).code
    assert len(code) == 56
    slip = code[:place_] + letter + code[place_ + 1 :]
    if slip == code:
        assert escrow.secret_of(slip)
        return
    with pytest.raises(Invalid):
        escrow.secret_of(slip)


@pytest.mark.parametrize("code", ["", "ABCD", "ü" * 56, "0" * 56, "Z" * 56, "0" * 57])
def test_what_is_no_code_is_said_to_be_none(code: str, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as refused:
        escrow.recover(Place.under(tmp_path), Keys(tmp_path, keystore=None), code)
    assert refused.value.code == "SEC-20"


def test_the_escrow_lost_too_comes_from_elsewhere(session: Session, place: Place) -> None:
    code = paper_of(session)
    kept = escrow.read(place.data)
    session.store.close()
    destroy_keystore(place)
    (place.data / escrow.FILE).unlink()
    with pytest.raises(StoreError) as refused:
        escrow.recover(place, keys_of(place), code)
    assert refused.value.code == "SEC-22"
    asked: list[str] = []

    def server(file: str) -> Escrow | None:
        asked.append(file)
        return kept

    escrow.recover(place, keys_of(place), code, server)
    assert kept is not None
    assert asked == [kept.file]
    reopened(session, place).store.close()


def test_a_new_paper_voids_the_old_one(session: Session, place: Place) -> None:
    old, new = paper_of(session), paper_of(session)
    assert recovery.is_followed(session)
    assert not recovery.follow(session)  # once is enough
    session.store.close()
    destroy_keystore(place)
    with pytest.raises(StoreError, match="SEC-21"):
        escrow.recover(place, keys_of(place), old)
    escrow.recover(place, keys_of(place), new)


def test_only_the_administrator_makes_the_paper(session: Session) -> None:
    with pytest.raises(NotAllowed):
        recovery.make(session)
    assert recovery.in_force(session) is None


def test_a_damaged_escrow_is_written_again_from_the_acts(session: Session, place: Place) -> None:
    paper_of(session)
    whole = escrow.read(place.data)
    (place.data / escrow.FILE).write_bytes(b"{")
    assert not recovery.follow(session)
    assert escrow.read(place.data) == whole


def test_a_changed_key_opens_everything_and_the_old_one_nothing(
    session: Session, place: Place
) -> None:
    person = somebody()
    intake.receive(session, settle(visiting(session, "1-2", person=person)))
    page = scans.keep_page(session, PAGE)
    with session.transaction() as tx:
        from zcdesk.store import blobs

        blobs.register(tx, page, len(PAGE), "scan", "jar:a")
    code = paper_of(session)
    old_key, old_names = session.store.key, {p.name for p in place.blobs.iterdir()}
    old_mark = escrow.mark_of_file(place)
    assert rekey.change(session.store, keys_of(place), chance(3)) == 1
    assert [p.name for p in place.keys.iterdir()] != [f"{old_mark}.key"]
    assert not old_names & {p.name for p in place.blobs.iterdir()}
    again = reopened(session, place)
    assert again.store.key != old_key
    assert again.store.blobs.get(page) == PAGE
    with again.reading() as store:
        case = next(case for _, case in store.states(Case))
        found = persons.get(store, case.intake.applicant, Particulars)
        assert found is not None
        assert found.applicant.name == person.name
        assert persons.find(store, person.id_number)
    assert verify(again.store).is_clean
    assert recovery.follow(again)
    again.store.close()
    destroy_keystore(place)
    escrow.recover(place, keys_of(place), code)
    last = reopened(again, place)
    assert last.store.blobs.get(page) == PAGE
    last.store.close()


def test_a_key_is_not_changed_without_a_way_back(session: Session, place: Place) -> None:
    with pytest.raises(NotAllowed, match="SEC-23"):
        rekey.change(session.store, keys_of(place), chance(3))
    assert session.store.head.seq > 0  # still open, still the old key


@pytest.mark.skipif(sys.platform == "win32", reason="a folder is made read-only by its mode")
@pytest.mark.parametrize("at", ["_copy", "_keep_roots", "_seal_again"])
def test_a_change_that_is_cut_leaves_the_old_data_with_their_key(
    session: Session, place: Place, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_of(session)

    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(rekey, at, cut)
    with pytest.raises(KeyboardInterrupt):
        rekey.change(session.store, keys_of(place), chance(3))
    session.store.close()
    monkeypatch.undo()
    again = reopened(session, place)
    assert verify(again.store).is_clean
    rekey.change(again.store, keys_of(place), chance(4))
    reopened(again, place).store.close()
