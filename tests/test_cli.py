"""The command `zcdesk` as an administrator types it: what it does, says and answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from zcdesk import __version__, cli, paths, station
from zcdesk.operations import catalogue, setup

DEMO = paths.resources_dir() / "demo" / "answers.toml"


@pytest.fixture(scope="module", autouse=True)
def own_station(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ZCDESK_STATION_DIR", str(tmp_path_factory.mktemp("station")))
        yield


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hall") / "data"
    assert cli.main(["setup", "--answers", str(DEMO), "--data", str(folder)]) == 0
    return folder


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Run a command; return its exit code, what it said and what it complained of."""
    code = cli.main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_setup_makes_a_hall_in_use(data: Path) -> None:
    session = station.open_session(data)
    assert setup.is_set_up(session)
    assert session.window == "3"
    session.store.close()


def test_setup_does_not_touch_a_hall_in_use(data: Path, capsys) -> None:
    code, out, err = run(capsys, "setup", "--answers", DEMO, "--data", data)
    assert (code, out) == (1, "")
    assert "SET-08" in err


@pytest.mark.parametrize(
    ("content", "code"),
    [("station = ", "SET-01"), (None, "SET-02"), ("region", "SET-03")],
)
def test_setup_says_what_is_wrong_with_the_answers(
    tmp_path: Path, capsys, content: str | None, code: str
) -> None:
    path = tmp_path / "answers.toml"
    if content == "region":
        text = DEMO.read_text(encoding="utf-8").replace('"320213"', '"3202"')
        path.write_text(text, encoding="utf-8")
    elif content is not None:
        path.write_text(content, encoding="utf-8")
    found, out, err = run(capsys, "setup", "--answers", path, "--data", tmp_path / "data")
    assert (found, out) == (1, "")
    assert code in err
    assert "Traceback" not in err
    assert not (tmp_path / "data").exists()


def test_data_may_be_named_before_or_after_the_command(data: Path, capsys) -> None:
    after = run(capsys, "verify", "--data", data)
    assert run(capsys, "--data", data, "verify") == after
    assert after[0] == 0


def test_verify_says_that_all_is_whole(data: Path, capsys) -> None:
    code, out, _ = run(capsys, "verify", "--data", data)
    assert (code, "全部完好" in out) == (0, True)
    code, out, _ = run(capsys, "verify", "--json", "--data", data)
    report = json.loads(out)
    assert (code, report["findings"]) == (0, [])
    assert report["acts"] > 156


def test_verify_finds_what_somebody_with_the_key_has_changed(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "data"
    assert cli.main(["setup", "--answers", str(DEMO), "--data", str(folder)]) == 0
    session = station.open_session(folder)
    raw = session.store._handle._raw
    raw.execute("UPDATE acts SET body = ? WHERE seq = 3", (b"{}",))
    session.store.close()
    capsys.readouterr()
    code, out, _ = run(capsys, "verify", "--data", folder)
    assert code == 1
    assert "第 3 条" in out


def test_rebuild_makes_the_same_tables_again(data: Path, capsys) -> None:
    code, out, _ = run(capsys, "rebuild", "--data", data)
    assert (code, "一致" in out) == (0, True)


@pytest.mark.parametrize("command", ["verify", "rebuild"])
def test_a_folder_without_a_store_is_said_in_words(tmp_path: Path, capsys, command: str) -> None:
    code, out, err = run(capsys, command, "--data", tmp_path / "none")
    assert code in (1, 2)
    assert (out, "Traceback" in err) == ("", False)
    assert err.strip()


def test_the_catalogue_goes_out_and_in_again(
    data: Path, tmp_path: Path, capsys, monkeypatch
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _: "demo-0001")
    file = tmp_path / "out.yaml"
    code, out, _ = run(capsys, "catalogue", "export", "--data", data, "--out", file)
    assert (code, "156" in out) == (0, True)
    session = station.open_session(data)
    before = {k: m.version for k, m in catalogue.catalogue(session).matters.items()}
    session.store.close()
    code, said, err = run(capsys, "catalogue", "import", "--data", data, "--by", "0001", file)
    assert (code, said, err) == (0, "已提交复核 0 个事项，156 个没有变化\n", "")
    session = station.open_session(data)
    after = {k: m.version for k, m in catalogue.catalogue(session).matters.items()}
    session.store.close()
    assert after == before  # what did not change is no new version


@pytest.mark.parametrize(
    ("who", "secret", "code"), [("0001", "wrong-1", "SEC-02"), ("0312", "demo-0312", "CAS-02")]
)
def test_a_catalogue_is_published_by_somebody_who_may(
    data: Path, tmp_path: Path, capsys, monkeypatch, who: str, secret: str, code: str
) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _: secret)
    file = tmp_path / "out.yaml"
    run(capsys, "catalogue", "export", "--shipped", "--out", file)
    done, _, err = run(capsys, "catalogue", "import", "--data", data, "--by", who, file)
    assert done != 0
    assert code in err


def test_bookings_come_in_by_hand(data: Path, tmp_path: Path, capsys, monkeypatch) -> None:
    monkeypatch.setattr("getpass.getpass", lambda _: "demo-0001")
    table, here = tmp_path / "a.csv", ["--data", data]
    day = "2099-11-24"
    rows = ("预约码,时间,业务", f"YY0001,{day} 09:00,社会民生", f"YY0002,{day} 上午,社会民生")
    table.write_text("\n".join(rows), "utf-8")
    code, out, err = run(capsys, "bookings", "import", table, "--by", "0001", *here)
    assert (code, err) == (1, "")
    first, second = out.splitlines()
    assert first == "新增 1，改动 0，取消 0，没有变化 0，未导入 1"
    assert second.startswith("第 3 行：")
    code, out, _ = run(capsys, "bookings", "list", "--day", day, *here)
    assert (code, out.splitlines()) == (0, ["09:00  YY0001  社会民生  未取号", "共 1 个预约"])
    assert run(capsys, "bookings", "template", tmp_path / "b.xlsx")[0] == 0
    code, _, err = run(capsys, "bookings", "import", tmp_path / "none", "--by", "0001", *here)
    assert (code, "BKG-10" in err) == (1, True)


def test_lint_needs_no_hall(tmp_path: Path, capsys) -> None:
    assert run(capsys, "--data", tmp_path / "none", "catalogue", "lint")[0] == 0


def test_the_version(capsys) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--version"])
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    "words", [(), ("setup",), ("verify",), ("rebuild",), ("catalogue",), ("demo",), ("bench",)]
)
def test_every_command_explains_itself(capsys, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([*words, "--help"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("usage: zcdesk")


@pytest.mark.parametrize("words", [("paint",), ("setup",), ("verify", "--loudly")])
def test_wrong_use_is_answered_with_2(capsys, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(list(words))
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("broken", "code", "said"), [(EOFError, 1, "SEC-36"), (KeyboardInterrupt, 130, "")]
)
def test_a_secret_nobody_types_is_no_crash(
    data: Path, tmp_path: Path, capsys, monkeypatch, broken, code, said
) -> None:
    def ask(_prompt: str) -> str:
        raise broken

    monkeypatch.setattr("getpass.getpass", ask)
    folder = tmp_path / "out"
    found = run(capsys, "export", "--all", folder, "--by", "0001", "--data", data)
    assert (found[0], said in found[2]) == (code, True)
    assert not folder.exists()
