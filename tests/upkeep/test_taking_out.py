"""Everything a station holds leaves it whole, readable without us, and the station goes clean."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from fix_pc import ADMIN, ADMIN_SECRET, Pc

from zcdesk import cli, paths
from zcdesk.domain.case import Case, Particulars
from zcdesk.domain.upkeep import Station
from zcdesk.errors import NotAllowed, SurroundingsError
from zcdesk.store import persons
from zcdesk.upkeep import removing, taking_out

_NAMES = ("id", "hall", "origin", "seq", "clerk", "at", "clock_ok", "subject", "base", "kind")


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / name).read_text("utf-8").splitlines()]


@pytest.fixture
def out(pc: Pc, tmp_path: Path) -> Path:
    with pc.open() as session:
        kept, gone = pc.take_in(session), pc.take_in(session)
        with session.reading() as store:
            case = store.state(f"case:{gone}", Case)
        assert case is not None
        with session.transaction() as tx:
            persons.erase(tx, case.intake.applicant.ref)
        assert kept
    with pc.open(ADMIN) as session:
        taking_out.take_out(session, tmp_path / "out")
    return tmp_path / "out"


def test_every_act_is_there_and_its_hashes_hold_without_the_program(pc: Pc, out: Path) -> None:
    """As the README tells it, with nothing but SHA-256 and JSON."""
    chain, count = "", 0
    order = (*_NAMES, "shape", "audience", "prev")
    for line in (out / "acts.jsonl").read_bytes().splitlines():
        act = json.loads(line)
        raw = line[line.index(b'"body":') + 7 : line.rindex(b',"position":')]
        assert "sha256:" + hashlib.sha256(raw).hexdigest() == act["body_hash"]
        values = [act[name] for name in order]
        envelope = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        whole = envelope.encode() + act["body_hash"].encode()
        assert "sha256:" + hashlib.sha256(whole).hexdigest() == act["hash"]
        chain = "sha256:" + hashlib.sha256(f"{chain}|{act['hash']}".encode()).hexdigest()
        assert (chain, act["position"]) == (act["chain"], count + 1)
        count += 1
    made = taking_out.check(out)
    assert (made.position, made.chain) == (count, chain)
    with pc.open() as session:
        assert session.store.head.position.number == count + 1  # the record of the export
        with session.reading() as store:
            life = store.state("station:3", Station)
    assert life is not None
    assert life.taken_out


def test_persons_papers_and_states_are_there_and_who_was_erased_is_not(pc: Pc, out: Path) -> None:
    records = lines(out, "persons.jsonl")
    with pc.open() as session, session.reading() as store:
        for subject, case in store.states(Case):
            found = persons.get(store, case.intake.applicant, Particulars)
            (line,) = [r for r in records if r["ref"] == case.intake.applicant.ref]
            assert line["subject"] == subject
            if found is None:
                assert line["record"] is None
            else:
                assert line["record"]["applicant"]["name"] == found.applicant.name
    assert sum(r["record"] is None for r in records) == 1
    assert len(lines(out, "states/case.jsonl")) == 2
    assert len(lines(out, "states/matter.jsonl")) == 156
    papers = lines(out, "papers.jsonl")
    assert papers
    for paper in papers:
        assert (out / paper["file"]).read_bytes().startswith(b"%PDF")
        assert paper["content"]["head"]["hall"]
    readme = (out / "README.md").read_text("utf-8")
    for name in taking_out.check(out).counts:
        assert name.partition("/")[0] in readme


def test_only_an_administrator_and_only_into_a_new_folder(pc: Pc, tmp_path: Path) -> None:
    with pc.open() as session, pytest.raises(NotAllowed, match="BAK-10"):
        taking_out.take_out(session, tmp_path / "out")
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "file").touch()
    with pc.open(ADMIN) as session:
        with pytest.raises(SurroundingsError, match="EXP-01"):
            taking_out.take_out(session, tmp_path / "used")
        (tmp_path / "plain").touch()
        with pytest.raises(SurroundingsError, match="EXP-02"):
            taking_out.take_out(session, tmp_path / "plain" / "out")
        at = session.store.head
    with pc.open() as session:
        assert session.store.head == at  # nothing was recorded of what did not happen


@pytest.mark.parametrize("harm", ["altered", "gone"])
def test_an_altered_export_is_found(out: Path, harm: str) -> None:
    path = out / "persons.jsonl"
    path.unlink() if harm == "gone" else path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(SurroundingsError, match="EXP-03"):
        taking_out.check(out)


def test_a_station_goes_only_after_everything_is_out(
    pc: Pc, out: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pc.open() as session:
        removing.check_all_is_out(session, out)
        pc.take_in(session)
        with pytest.raises(NotAllowed, match="EXP-04"):
            removing.check_all_is_out(session, out)
    typed = iter([ADMIN_SECRET, ADMIN_SECRET, "5", ADMIN_SECRET, "3"])
    monkeypatch.setattr("getpass.getpass", lambda _: next(typed))
    again = out.with_name("again")
    words = ["--by", ADMIN, "--data", str(pc.data)]
    assert cli.main(["export", "--all", str(again), "--no-pdf", *words]) == 0
    assert cli.main(["remove", "--after", str(again), *words]) == 1
    assert "EXP-06" in capsys.readouterr().err
    assert (pc.data / "store.db").exists()
    witness = paths.witness_dir(pc.data)
    assert cli.main(["remove", "--after", str(again), *words]) == 0
    assert "已从本机移除" in capsys.readouterr().out
    assert not pc.data.exists()
    assert not witness.exists()
    assert list((pc.root / "station" / "keys").glob("*.key")) == []
    assert taking_out.check(again).counts["states/case.jsonl"] == 3
