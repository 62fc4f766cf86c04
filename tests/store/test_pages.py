"""A page on its way: the same bytes from every station, opened by its records' keys alone."""

from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from fix_store import chance
from fix_visit import settle, somebody, visiting
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.act import digest as digest_of
from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.visit import rows_of, set_mark
from zcdesk.operations import intake, scans
from zcdesk.operations.session import Session
from zcdesk.store import blobs, contents, erasure, pages, persons
from zcdesk.store.algorithms import Profile
from zcdesk.store.blobs import DIGEST
from zcdesk.store.pages import HALLS, Owner
from zcdesk.store.vault import Vault

PAGE = "王桂兰的身份证".encode() * 40
DIGEST_OF_PAGE = digest_of(PAGE)
ONE, TWO = Owner("r1", bytes([1]) * 32), Owner("r2", bytes([2]) * 32)
SHORT = "sha256:" + "a" * 64


def sealed(*whose: Owner, profile: Profile = Profile.STANDARD, seed: int = 1) -> pages.Sealed:
    return pages.seal(Vault(bytes(32), profile), chance(seed), whose, DIGEST_OF_PAGE, PAGE)


def reopened(found: pages.Sealed, owner: Owner) -> bytes | None:
    for name in found.names:
        key = pages.page_key((owner,), DIGEST_OF_PAGE, name)
        if key is not None:
            return pages.opened(key, DIGEST_OF_PAGE, found.content)
    return None


@pytest.mark.parametrize("profile", Profile)
def test_a_page_is_opened_by_any_of_its_records_and_by_no_other(profile: Profile) -> None:
    found = sealed(ONE, TWO, profile=profile)
    assert [reopened(found, one) for one in (ONE, TWO)] == [PAGE, PAGE]
    assert reopened(found, Owner("r1", TWO.key)) is None
    assert reopened(found, Owner("r3", ONE.key)) is None
    assert reopened(sealed(TWO, profile=profile), ONE) is None
    assert PAGE[:12] not in found.content
    assert found.content.startswith(pages.MARK)
    assert {name.content for name in found.names} == {digest_of(found.content)}


@pytest.mark.parametrize("profile", Profile)
def test_every_station_seals_it_to_the_same_bytes_and_wraps_its_key_anew(profile: Profile) -> None:
    here, there = sealed(ONE, TWO, profile=profile), sealed(ONE, profile=profile, seed=2)
    assert here.content == there.content
    assert here.names[0].wrapped != there.names[0].wrapped  # a nonce is never used twice
    assert reopened(there, TWO) is None


def test_each_profile_reads_what_the_other_sealed() -> None:
    both = [sealed(ONE, profile=profile) for profile in Profile]
    assert len({one.content for one in both}) == 2
    assert [reopened(one, ONE) for one in both] == [PAGE, PAGE]


@given(st.integers(0, 10**6), st.integers(1, 255))
def test_an_altered_seal_is_no_page(at: int, by: int) -> None:
    found = sealed(ONE)
    key = pages.page_key((ONE,), DIGEST_OF_PAGE, found.names[0])
    assert key is not None
    altered = bytearray(found.content)
    altered[len(pages.MARK) + at % (len(altered) - len(pages.MARK))] ^= by
    assert pages.opened(key, DIGEST_OF_PAGE, bytes(altered)) is None
    assert pages.opened(key, SHORT, found.content) is None


def taken_in(session: Session, *matters: str) -> tuple[dict[str, str], str]:
    """Take in a case of each matter, the identity card scanned once; return case → ref, digest."""
    visit = settle(visiting(session, *matters, person=somebody()))
    digest = scans.keep_page(session, PAGE)
    row = next(row for row in rows_of(visit) if row.name == "居民身份证")
    mark = msgspec.structs.replace(row.mark, pages=(digest,))
    intake.receive(session, set_mark(visit, row.key, mark))
    with session.reading() as store:
        return {s: c.intake.applicant.ref for s, c in store.states(Case)}, digest


def owners(session: Session, digest: str) -> list[str] | None:
    with session.reading() as store:
        found = pages.owners(store, digest)
    return None if found is None else [one.ref for one in found]


def destroy(session: Session, ref: str) -> frozenset[str]:
    with session.transaction() as tx:
        gone = erasure.destroy(tx, (ref,))
    erasure.drop_pages(session.store, gone)
    return gone.pages


def test_a_shared_page_is_everybodys_until_the_last_of_them_goes(session: Session) -> None:
    refs, digest = taken_in(session, "1-1", "1-2")
    with session.reading() as store:
        shares = [s for s in refs if digest in contents.named(store.acts(s))]
    assert len(shares) == 2
    assert owners(session, digest) == sorted(refs.values())
    first, last = shares
    assert digest not in destroy(session, refs[first])
    assert owners(session, digest) == [refs[last]]
    assert scans.page(session, digest) == PAGE
    assert digest in destroy(session, refs[last])
    assert owners(session, digest) == []
    assert scans.page(session, digest) is None
    with session.reading() as store:
        assert digest in blobs.gone(store)
        assert pages.is_erased(store, first)


def test_whose_page_it_is_is_found_in_the_acts_where_nobody_noted_it(session: Session) -> None:
    refs, digest = taken_in(session, "1-1")
    session.store.handle.raw.execute("DELETE FROM page_of")
    assert owners(session, digest) is None
    after: int | None = 0
    steps = 0
    while after is not None:
        with session.transaction() as tx:
            after = pages.look_through(tx, {digest, SHORT}, after, limit=3)
        steps += 1
    assert steps > 2
    assert owners(session, digest) == list(refs.values())
    assert owners(session, SHORT) is None


def test_an_act_about_an_older_programs_page_does_not_make_it_its_own(session: Session) -> None:
    """Else the page would be sealed for that one alone, and lost to the others with it."""
    _, digest = taken_in(session, "1-1")
    session.store.handle.raw.execute("DELETE FROM page_of")
    session.store.handle.raw.execute("DELETE FROM blob_due")
    with session.transaction() as tx:
        blobs.register(tx, digest, len(PAGE), "scan", "handover:7")
    assert owners(session, digest) is None
    with session.reading() as store:
        assert blobs.due(store, blobs.SEND, 9) == (digest,)


def test_what_no_person_stands_behind_is_the_halls(session: Session) -> None:
    with session.transaction() as tx:
        for digest, subject in ((DIGEST_OF_PAGE, "handover:1"), (SHORT, "case:elsewhere")):
            blobs.note_whose(tx, digest, subject)
    assert owners(session, DIGEST_OF_PAGE) == []  # while the hall's key is not here
    with session.transaction() as tx:
        pages.meta.put(tx, pages.meta.HALL_KEY, "A" * 43 + "=")
    assert owners(session, DIGEST_OF_PAGE) == [HALLS]
    assert owners(session, SHORT) == []  # a case's page never, though its record is not here
    assert DIGEST.fullmatch(SHORT.encode())


def test_a_page_sealed_before_an_older_record_came_still_opens(session: Session) -> None:
    """A case was taken in at two windows, or by a clock behind: its records come in any order."""
    subject, record = "case:c", Particulars(applicant=somebody())
    with session.store.transaction(clerk="", at=session.now() + timedelta(hours=1)) as tx:
        newer = persons.put(tx, subject, record)
        blobs.note_whose(tx, DIGEST_OF_PAGE, subject)
        before = pages.owners(tx, DIGEST_OF_PAGE)
    assert before is not None
    found = sealed(*before)
    with session.store.transaction(clerk="", at=session.now()) as tx:
        older = persons.put(tx, subject, record)
        first = pages.owners(tx, DIGEST_OF_PAGE)
        every = pages.owners(tx, DIGEST_OF_PAGE, every=True)
    assert first is not None
    assert every is not None
    assert [one.ref for one in first] == [older.ref]
    assert [one.ref for one in every] == [older.ref, newer.ref]
    assert reopened(found, first[0]) is None
    assert PAGE in [reopened(found, one) for one in every]
