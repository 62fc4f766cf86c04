"""Everything a station holds, written out in the clear and documented, any day, without us.

`zcdesk export --all DIR`: acts as they were hashed, states, personal records, drafts, pages,
papers, settings, and a README that says what each line means. Complete under its name or not there
at all; an act says who took it out. Whoever has the folder has everything: it is not sealed.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from sqlalchemy import select

from zcdesk import __version__
from zcdesk.domain.act import NewAct
from zcdesk.domain.fold import STATES
from zcdesk.domain.hall import Role
from zcdesk.domain.papers import Paper
from zcdesk.domain.upkeep import TakenOut
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.operations import session as of
from zcdesk.store.persons import opened
from zcdesk.store.reader import ACT_COLUMNS, act_of
from zcdesk.store.schema import acts, blob, draft, hall_log, person, person_key, print_job
from zcdesk.upkeep.copies import _beside
from zcdesk.upkeep.taking_out_words import README

if TYPE_CHECKING:
    from zcdesk.operations.session import Session
    from zcdesk.store.reader import Reader

MANIFEST = "manifest.json"
NOT_EMPTY, NO_FOLDER = "EXP-01", "EXP-02"
Tell = Callable[[str, int], None]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What was written.

    Attributes:
        store: identity of the file; position: end of the hall's order in it, before the act that
            says all this was taken out.
        counts: name of a file of lines → its lines. files: path → SHA-256.
    """

    version: str
    hall: str
    station: str
    store: str
    at: str
    by: str
    position: int
    chain: str
    counts: dict[str, int]
    files: dict[str, str]


def take_out(
    session: Session, folder: Path, *, papers: bool = True, tell: Tell = lambda what, done: None
) -> Manifest:
    """Write everything to `folder`, which must be new or empty.

    Args:
        papers: lay every paper out as PDF too; their content is written either way.
        tell: told what is being written, and how many of it.

    Raises:
        NotAllowed: BAK-10, no administrator.
        SurroundingsError: EXP-01 the folder is in use, EXP-02 it cannot be written.
    """
    with session.reading() as store:
        if Role.ADMINISTRATOR not in of.clerk(store, session.clerk).roles:
            raise NotAllowed("BAK-10")
    if folder.exists() and any(folder.iterdir()):
        raise SurroundingsError(NOT_EMPTY, folder=folder.name)
    half = folder.with_name(f".{folder.name}.part")
    try:
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True, mode=0o700)
        made = _Writer(session, half, tell).run(papers=papers)
        body = TakenOut(
            station=made.station,
            acts=made.counts["acts.jsonl"],
            persons=made.counts["persons.jsonl"],
            pages=made.counts["pages.jsonl"],
        )
        # Before the folder has its name: nothing is taken out that nobody recorded.
        with session.transaction() as tx:
            tx.append(NewAct(subject=f"station:{made.station}", body=body))
        if folder.exists():
            folder.rmdir()
        half.rename(folder)
    except OSError as error:
        shutil.rmtree(half, ignore_errors=True)
        raise SurroundingsError(NO_FOLDER, folder=folder.name) from error
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise
    return made


def check(folder: Path) -> Manifest:
    """Read every file that was written; return the manifest.

    Raises:
        SurroundingsError: EXP-03, a file is missing or altered.
    """
    try:
        made = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
        for name, wanted in made.files.items():
            if _digest(folder / name) != wanted:
                raise SurroundingsError("EXP-03", file=name)
    except (OSError, msgspec.DecodeError) as error:
        raise SurroundingsError("EXP-03", file=MANIFEST) from error
    return made


class _Writer:
    """One export on its way out."""

    def __init__(self, session: Session, folder: Path, tell: Tell) -> None:
        self.session, self.folder, self.tell = session, folder, tell
        self.counts: dict[str, int] = {}
        self.files: dict[str, str] = {}

    def run(self, *, papers: bool) -> Manifest:
        store = self.session.store
        head = store.head
        with self.session.reading() as reader:
            self.lines("acts.jsonl", _acts(reader))
            for kind, type_ in STATES.items():
                self.lines(f"states/{kind}.jsonl", _states(reader, type_))
            self.lines("persons.jsonl", _persons(reader))
            self.lines("drafts.jsonl", _drafts(reader))
            self.lines("pages.jsonl", self.pages(reader))
            self.lines("papers.jsonl", self.papers(reader, as_pdf=papers))
        for name, data in sorted(_beside(store.place.data).items()):
            self.put(f"settings/{name}", data)
        self.put("README.md", README.encode())
        made = Manifest(
            version=__version__,
            hall=store.hall,
            station=store.station.name,
            store=store.identity,
            at=self.session.now().isoformat(timespec="seconds"),
            by=self.session.clerk,
            position=head.position.number,
            chain=head.position.chain,
            counts=self.counts,
            files=self.files,
        )
        raw = msgspec.json.format(msgspec.json.encode(made), indent=2)
        (self.folder / MANIFEST).write_bytes(raw)
        return made

    def lines(self, name: str, rows: Iterator[dict[str, Any]]) -> None:
        path = self.folder / name
        path.parent.mkdir(exist_ok=True)
        count = 0
        with open(path, "wb") as file:
            for row in rows:
                file.write(msgspec.json.encode(row) + b"\n")
                count += 1
                if count % 1000 == 0:
                    self.tell(name, count)
        self.counts[name] = count
        self.files[name] = _digest(path)
        self.tell(name, count)

    def put(self, name: str, data: bytes) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.files[name] = hashlib.sha256(data).hexdigest()

    def pages(self, reader: Reader) -> Iterator[dict[str, Any]]:
        wanted = select(blob.c.digest, blob.c.size, blob.c.kind, blob.c.at).order_by(blob.c.digest)
        rows: Any = reader.select(wanted).all()
        for digest, size, kind, at in rows:
            data = self.session.store.blobs.get(digest)
            name = f"pages/{digest.partition(':')[2]}{_ending(data or b'')}"
            if data is not None:
                self.put(name, data)
            row = {"digest": digest, "size": size, "named_by": kind, "at": at}
            yield {**row, "file": None if data is None else name}

    def papers(self, reader: Reader, *, as_pdf: bool) -> Iterator[dict[str, Any]]:
        columns = [c for c in print_job.c if c.name != "content"]
        wanted = select(*columns, print_job.c.content).order_by(print_job.c.at, print_job.c.id)
        rows: Any = reader.select(wanted).all()
        for *values, content in rows:
            row: dict[str, Any] = {c.name: v for c, v in zip(columns, values, strict=True)}
            name = f"papers/{row['id']}.pdf"
            if as_pdf:
                self.put(name, _as_pdf(content))
            row["file"] = name if as_pdf else None
            yield {**row, "content": msgspec.Raw(content)}


def _acts(reader: Reader) -> Iterator[dict[str, Any]]:
    found: Any = reader.select(
        select(*ACT_COLUMNS, hall_log.c.position, hall_log.c.chain)
        .select_from(acts.outerjoin(hall_log, hall_log.c.act == acts.c.pk))
        .order_by(hall_log.c.position.is_(None), hall_log.c.position, acts.c.pk)
    )
    for *row, position, chain in found:
        act = act_of(tuple(row))
        body = None if act.body is None else msgspec.Raw(act.body)
        values = {**msgspec.structs.asdict(act), "body": body}
        yield {**values, "position": position, "chain": chain}


def _states(reader: Reader, type_: type[msgspec.Struct]) -> Iterator[dict[str, Any]]:
    for subject, state in reader.states(type_):
        yield {"subject": subject, "state": state}


def _persons(reader: Reader) -> Iterator[dict[str, Any]]:
    """Every record that is not erased, in the clear; of an erased one that there was one."""
    found: Any = reader.select(
        select(
            person.c.ref,
            person.c.subject,
            person.c.salt,
            person.c.digest,
            person.c.nonce,
            person.c.sealed,
            person_key.c.key,
        )
        .select_from(person.outerjoin(person_key, person_key.c.ref == person.c.ref))
        .order_by(person.c.ref)
    )
    for ref, subject, salt, digest, nonce, sealed, key in found:
        plain = opened(ref, salt, digest, nonce, sealed, key) if key else None
        record = None if plain is None else msgspec.Raw(plain)
        yield {"ref": ref, "subject": subject, "digest": digest, "record": record}


def _drafts(reader: Reader) -> Iterator[dict[str, Any]]:
    c = draft.c
    found: Any = reader.select(select(c.id, c.window, c.kind, c.at, c.value).order_by(c.id))
    for id_, window, kind, at, value in found:
        row = {"id": id_, "window": window, "kind": kind, "at": at}
        try:
            yield {**row, "value": msgspec.json.decode(value)}
        except msgspec.DecodeError:
            yield {**row, "value": value}  # msgspec writes bytes as base64


def _as_pdf(content: bytes) -> bytes:
    from zcdesk.forms import render

    paper: Any = msgspec.json.decode(content, type=Paper)
    return render(paper)


def _ending(data: bytes) -> str:
    known = {b"\x89PNG": ".png", b"\xff\xd8\xff": ".jpg", b"%PDF": ".pdf"}
    return next((ending for start, ending in known.items() if data.startswith(start)), "")


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
