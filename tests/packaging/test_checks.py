from __future__ import annotations

import checks
import pytest

PROJECT = {
    "project": {"dependencies": ["PySide6-Essentials==6.9.3 ; sys_platform != 'x'"]},
    "dependency-groups": {"dev": ["pytest==9.2.0"]},
}
HASH = "    --hash=sha256:00"
LOCK = f"pyside6-essentials==6.9.3 ; a == 'b' \\\n{HASH} \\\n{HASH}\npytest==9.2.0 \\\n{HASH}\n"
REGISTRY = "py" + "pi.org"  # in two pieces, as this file too is looked at
WEB = "http:" + "//"


def test_a_whole_lock_passes() -> None:
    assert list(checks.lock_faults(LOCK, PROJECT)) == []


@pytest.mark.parametrize(
    "lock",
    [
        LOCK.replace("pytest==9.2.0", "pytest==9.1.0"),
        LOCK.replace("pytest==9.2.0", "pytest>=9.2.0"),
        LOCK.replace("pyside6-essentials", "pyside6"),
        LOCK + "six==1.17.0\n",
        LOCK.replace("pytest==9.2.0", f"pytest==9.2.0 ; '{WEB}{REGISTRY}'"),
        LOCK + f"six @ {WEB}{REGISTRY}/six.whl \\\n{HASH}\n",
        f"--index {WEB}{REGISTRY}/simple\n" + LOCK,
    ],
)
def test_a_broken_lock_is_found(lock: str) -> None:
    assert list(checks.lock_faults(lock, PROJECT)) != []


def test_a_dependency_without_an_exact_version_is_found() -> None:
    project = {**PROJECT, "dependency-groups": {"dev": ["pytest>=9"]}}
    assert list(checks.lock_faults(LOCK, project)) == [
        "pyproject.toml: no exact version: pytest>=9"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "cd /build/desk/tests",
        "open('/build/desk')",
        "/ro" + "ot/.cache",
        "/ho" + "me/clerk/desk",
        f"index = {WEB}{REGISTRY}/simple",
        f"mirror of {REGISTRY}",
        f"see {WEB}intranet.hall.example.cn/page",
        f"{WEB}user:secret@10.0.0.7:8080/x",
    ],
)
def test_a_machines_own_words_are_found(line: str) -> None:
    assert list(checks.machine_faults(line, {"/build/desk"})) != []


@pytest.mark.parametrize(
    "line",
    [
        "http://www.apache.org/licenses/LICENSE-2.0",
        "a rebuild/desktop, /build/desks and src/build/desk",
        "serial:/dev/ttyUSB0 tcp://127.0.0.1:9100",
        "~/.local/share/zcdesk in a home directory",
    ],
)
def test_ordinary_lines_are_left_alone(line: str) -> None:
    assert list(checks.machine_faults(line, {"/build/desk"})) == []


def test_the_checkouts_own_path_is_one_of_the_words() -> None:
    words = checks.machine_words()
    assert not words & {"/", "/home", "/tmp"}
    assert str(checks.ROOT) in words or str(checks.ROOT) in {"/opt", "/srv"}


@pytest.mark.parametrize("git", [True, False])
def test_every_file_of_ours_is_looked_at(monkeypatch: pytest.MonkeyPatch, git: bool) -> None:
    if not git:
        monkeypatch.setenv("PATH", "/nowhere")
    names = {path.relative_to(checks.ROOT).as_posix() for path in checks.tracked_files()}
    assert {"pyproject.toml", ".ci/run", "tests/packaging/test_checks.py"} <= names
    assert not any(name.startswith((".venv/", ".git/", ".hypothesis/")) for name in names)


def test_one_line_for_each_guard(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    guards = {"good": list, "bad": lambda: ["wrong here", "and there"]}
    monkeypatch.setattr(checks, "GUARDS", guards)
    assert checks.run() == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in lines[:2]] == [["ok", "good"], ["FAIL", "bad"]]
    assert [line.strip() for line in lines[2:]] == ["wrong here", "and there"]
    assert checks.run(["good"]) == 0


def test_a_command_that_fails_is_a_fault() -> None:
    assert checks.command("this_module_is_nowhere")() != []
    assert checks.command("compileall", "-h")() == []
    assert checks.in_turn(list, lambda: ["x"])() == ["x"]
