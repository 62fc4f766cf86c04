"""After a person's time is over nothing on this PC holds a value of theirs, and that can be proved.

The data file is decrypted page by page here, free pages and the log included, as somebody with the
key could; contents are unsealed; what stands in files is read as it is.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from fix_hall import SECRET, Clock
from fix_visit import settle, somebody, visiting

from zcdesk import forms
from zcdesk.domain.erasure import digest_of, mark_of
from zcdesk.domain.hall import CasePolicy, Policy
from zcdesk.domain.person import Person
from zcdesk.domain.visit import add_applicants, rows_of, set_mark
from zcdesk.operations import clerks, drafts, erasing, intake, policies, printing, queue, scans
from zcdesk.operations.session import Session
from zcdesk.store import drafts as kept
from zcdesk.store.place import Place
from zcdesk.store.schema import person as person_table
from zcdesk.store.verify import verify

PAGE, RESERVED, HEADER, FRAME = 4096, 80, 32, 24


def decrypted(session: Session) -> bytes:
    """Return every page of the file and of its log, in the clear."""
    place, key = session.store.place, session.store.key
    whole = place.database.read_bytes()
    pages = [(whole[n : n + PAGE], n == 0) for n in range(0, len(whole), PAGE)]
    log = place.database.with_name(place.database.name + "-wal")
    data = log.read_bytes() if log.exists() else b""
    step = FRAME + PAGE
    for n in range(HEADER, len(data) - step + 1, step):
        number = int.from_bytes(data[n : n + 4], "big")
        pages.append((data[n + FRAME : n + step], number == 1))
    return b"".join(_open(page, key, is_first=first) for page, first in pages)


def _open(page: bytes, key: bytes, *, is_first: bool) -> bytes:
    end = PAGE - RESERVED
    body, vector = page[16 * is_first : end], page[end : end + 16]
    cipher = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return cipher.update(body) + cipher.finalize()


def unsealed(session: Session, digests: list[str]) -> bytes:
    return b"".join(session.store.blobs.get(digest) or b"" for digest in digests)


def a_day(session: Session, person: Person) -> list[str]:
    """Take a case in with a page, print it, park another visit of the person, hand the shift on."""
    visit = settle(visiting(session, "1-2", person=person))
    page = scans.keep_page(session, f"scan of {person.name} {person.id_number}".encode())
    row = rows_of(visit)[0]
    visit = set_mark(visit, row.key, msgspec.structs.replace(row.mark, pages=(page,)))
    intake.save(session, visit)
    for task in intake.receive(session, visit).prints:
        printing.finish(session, printing.begin(session, task, "热敏#1"), "confirmed")
    queue.park(session, add_applicants(queue.walk_in(session), (person,)), "回去取原件")
    # a paper of another subject that names the person, as lists do
    custody = clerks.hand_custody(session, "0313", SECRET, clerks.custody_now(session))
    paper = msgspec.structs.replace(custody, note=f"{person.name}的原件在抽屉")
    task = printing.PrintTask(
        sitting="shift-1", kind=printing.PaperKind.SHIFT, number="shift-1", paper=paper
    )
    with session.transaction(own=True) as tx:
        printing.queue(tx, task)
    # a long draft of a visit that went on leaves its pages free, not empty
    with session.transaction() as tx:
        kept.put(tx, "long", window="3", kind="open", value=f"{person.name}备注".encode() * 4000)
    with session.transaction() as tx:
        kept.drop(tx, "long")
    return [page]


@pytest.fixture
def grown(session: Session, clock: Clock) -> tuple[Session, Person, list[str]]:
    person = msgspec.structs.replace(
        somebody(7), name="欧阳甲乙", phone="13912345678", address="示例路 77 号"
    )
    digests = a_day(session, person)
    policies.set_policy(session.as_clerk("0001"), Policy(case=CasePolicy(record_days=100)))
    clock.pass_(days=101)
    return session, person, digests


@pytest.mark.req("R169")
def test_nothing_of_the_person_is_left_in_any_byte(
    grown: tuple[Session, Person, list[str]], place: Place
) -> None:
    session, person, digests = grown
    values = [v.encode() for v in (person.name, person.id_number, person.phone, person.address)]
    before = decrypted(session) + unsealed(session, digests)
    # the sealed record hides the rest even from who opens the file; papers and drafts did not
    assert [value in before for value in values[:2]] == [True, True]
    erasing.erase_due(session)
    after = decrypted(session) + unsealed(session, digests)
    assert [value.decode() for value in values if value in after] == []
    for path in (p for p in place.data.parent.rglob("*") if p.is_file()):
        assert not [v for v in values if v in path.read_bytes()], path.name
    assert verify(session.store).is_clean
    with session.reading() as store:
        assert drafts.all_of(store, "3", drafts.PARKED) == ()


def test_a_namesakes_later_papers_stay(
    grown: tuple[Session, Person, list[str]], clock: Clock
) -> None:
    session, person, _ = grown
    namesake = msgspec.structs.replace(somebody(8), name=person.name)
    intake.receive(session, settle(visiting(session, "1-2", person=namesake)))
    kept = len(printing.later(session))
    (run,) = erasing.erase_due(session)
    assert run.counts.records == 2  # the person, and why the visit was parked
    assert len(printing.later(session)) >= kept - 1
    assert any(person.name in str(task.paper) for task in printing.later(session))


def test_the_proof_says_how_much_and_names_nobody(
    grown: tuple[Session, Person, list[str]],
) -> None:
    session, person, _ = grown
    with session.reading() as store:
        refs = [str(row[0]) for row in store.select(person_table.select())]
    runs = erasing.erase_due(session)
    paper = erasing.on_paper(session, erasing.runs_of(session))
    said = msgspec.json.encode(paper).decode()
    for value in (person.name, person.id_number, person.phone, *refs):
        assert value not in said
    (run,) = runs
    assert run.counts.papers >= 2
    assert run.counts.pages == 1
    assert run.counts.drafts >= 1
    assert set(run.refs) <= {mark_of(ref) for ref in refs}
    assert run.digest == digest_of(run.refs)
    assert forms.render(paper).startswith(b"%PDF")


def test_it_runs_by_itself_after_closing_and_not_before(
    grown: tuple[Session, Person, list[str]], clock: Clock
) -> None:
    session, _, _ = grown
    clock.at = clock.at.replace(hour=10)
    erasing.at_closing(session)
    with pytest.raises(erasing.UserError, match="SEC-24"):
        erasing.runs_of(session)
    clock.at = clock.at.replace(hour=18)
    erasing.at_closing(session)
    assert erasing.runs_of(session)
    erasing.at_closing(session)
    assert len(erasing.runs_of(session)) == 1


def test_the_command_writes_the_proof(
    grown: tuple[Session, Person, list[str]], tmp_path: Path
) -> None:
    from argparse import Namespace

    from zcdesk.upkeep import command

    session, _, _ = grown
    sheet = tmp_path / "proof.pdf"
    text, code = command.retain(Namespace(proof=sheet), session)
    assert code == 0
    assert "销毁证明" in text
    assert sheet.read_bytes().startswith(b"%PDF")
