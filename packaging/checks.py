"""`dev.py check`: every linter and guard, one line each.

A guard returns the sentences that are wrong; an empty list is its only way to pass.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import environment
import requirement_rows
import translation

ROOT = environment.ROOT
Guard = Callable[[], list[str]]

# Hosts that files may name: licences, name spaces, documentation of formats, this machine.
HOSTS = {
    *(
        "www.adobe.com",
        "www.apache.org",
        "openfontlicense.org",
        "scripts.sil.org",
        "www.gnu.org",
        "spdx.org",
    ),
    *(
        "keepachangelog.com",
        "semver.org",
        "www.w3.org",
        "www.aiim.org",
        "purl.org",
        "ns.adobe.com",
        "localhost",
        "127.0.0.1",
    ),
    *("example.org", "example.com", "example.net", "github.com", "json-schema.org"),
}
EVIDENCE = Path("resources/catalogue")
"""Draft lists name the public pages they were collected from: facts, not places to fetch from."""

URL_HOST = re.compile(r"[a-z][a-z0-9+.-]*://(?:[^/\s@]*@)?([A-Za-z0-9][A-Za-z0-9.-]*)")
# Package registries by name, with or without a scheme; written so that this file is clean.
REGISTRY = re.compile(
    r"py[p]i\.org|python[h]osted|deb\.debia[n]\.org|registry\.np[m]js|index-ur[l]="
)
HOME = re.compile(r"(?<![\w.])/(?:roo[t]|hom[e]/\w+|User[s]/\w+)/")
NOT_TEXT = {".png", ".ttf", ".otf", ".qm", ".pdf", ".xlsx", ".gz", ".ico", ".wav", ".bin"}
NOT_OURS = {"build", "out", "__pycache__"}


def command(*arguments: str) -> Guard:
    """Return a guard that passes when the environment's `python -m …` exits with 0."""

    def run() -> list[str]:
        done = subprocess.run(
            [str(environment.venv_python()), "-m", *arguments],
            cwd=ROOT,
            env=environment.child_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return [] if done.returncode == 0 else (done.stdout + done.stderr).strip().splitlines()

    return run


def in_turn(*guards: Guard) -> Guard:
    """Return a guard that is what all of `guards` are together."""
    return lambda: [fault for guard in guards for fault in guard()]


def _name(requirement: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[\[=<>~! ;]", requirement, maxsplit=1)[0]).lower()


def lock_faults(lock: str, project: dict[str, Any]) -> Iterator[str]:
    """Yield what breaks the promise of the lock: exact, hashed, complete, from nowhere named."""
    if "://" in lock:
        yield "requirements.lock names an address"
    pinned: set[tuple[str, str]] = set()
    for entry in re.sub(r"\\\n", " ", lock).splitlines():
        match = re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", entry)
        if match:
            pinned.add((_name(match[1]), match[2]))
        if entry.strip() and not (match and "--hash=sha256:" in entry):
            yield f"requirements.lock: not an exact version with its hash: {entry[:60]}"
    for requirement in direct_dependencies(project):
        version = re.search(r"==\s*([^\s;]+)", requirement)
        if not version:
            yield f"pyproject.toml: no exact version: {requirement}"
        elif (_name(requirement), version[1]) not in pinned:
            yield f"requirements.lock lacks {requirement}"


def direct_dependencies(project: dict[str, Any]) -> Iterator[str]:
    """Yield what pyproject.toml asks for, development groups included."""
    yield from project["project"]["dependencies"]
    for group in project["dependency-groups"].values():
        yield from group


def lock() -> list[str]:
    import tomllib  # an older Python must get as far as the sentence that says which one it needs

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(lock_faults(environment.LOCK.read_text(encoding="utf-8"), project))


def tracked_files() -> Iterator[Path]:
    """Yield the files git knows or would add; without git, every file that is ours."""
    query = ["git", "-C", str(ROOT), "ls-files", "-coz", "--exclude-standard"]
    try:
        listing = subprocess.run(query, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        for folder, folders, names in os.walk(ROOT):
            ours = (f for f in folders if f not in NOT_OURS and (f[0] != "." or f == ".ci"))
            folders[:] = sorted(ours)
            yield from (Path(folder, name) for name in sorted(names))
        return
    for name in listing.split(b"\0"):
        path = ROOT / os.fsdecode(name)
        if name and path.is_file():
            yield path


def machine_words() -> set[str]:
    """Return paths that only this machine has: where the checkout and the home are.

    Folders every system has say nothing about a machine and are left out.
    """
    ordinary = {"/", "/home", "/tmp", "/opt", "/srv", "/usr/src", "/var/tmp"}
    own = {ROOT, *ROOT.parents, Path.home()}
    return {str(path) for path in own if str(path) not in ordinary}


def machine_faults(text: str, words: Iterable[str]) -> Iterator[str]:
    """Yield each place of `text` that names a machine's path, a registry or an unknown host."""
    own = "|".join(re.escape(word) + r"(?![\w-])" for word in sorted(words)) or r"(?!)"
    patterns = (re.compile(rf"(?<![\w.])(?:{own})"), HOME, REGISTRY)
    for number, line in enumerate(text.splitlines(), 1):
        yield from (f"{number}: {m[0]}" for p in patterns for m in p.finditer(line))
        hosts = (m[1].rstrip(".") for m in URL_HOST.finditer(line))
        yield from (f"{number}: host {h}" for h in hosts if h not in HOSTS)


def machine() -> list[str]:
    words = machine_words()
    found = []
    for path in tracked_files():
        if path.suffix not in NOT_TEXT:
            text = path.read_text(encoding="utf-8", errors="replace")
            where = path.relative_to(ROOT)
            found += [
                f"{where}:{fault}"
                for fault in machine_faults(text, words)
                if not (EVIDENCE in where.parents and ": host " in fault)
            ]
    return found


PYTEST = ("pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly")
PACKAGING = ("dev.py", "checks.py", "environment.py", "requirement_rows.py", "translation.py")
GUARDS: dict[str, Guard] = {
    "lint": command("ruff", "check", "--quiet", "--output-format=concise", "."),
    "format": command("ruff", "format", "--check", "--quiet", "--output-format=concise", "."),
    "types": in_turn(
        command("mypy"),
        command("mypy", "--strict", *(f"packaging/{name}" for name in PACKAGING)),
        command("mypy", "--strict", "packaging/drills"),
    ),
    "imports": command(*PYTEST, "tests/test_imports.py"),
    "sizes": command(*PYTEST, "tests/test_sizes.py"),
    "code": command(*PYTEST, "tests/test_guards.py"),
    "translations": translation.faults,
    "requirements": requirement_rows.faults,
    "lock": lock,
    "machine": machine,
}


def run(names: Iterable[str] = ()) -> int:
    """Run the named guards, or all; return how many failed."""
    chosen = tuple(names) or tuple(GUARDS)
    if unknown := set(chosen) - set(GUARDS):
        raise environment.Unusable(f"no such guard: {', '.join(sorted(unknown))}")
    failed = 0
    for name in chosen:
        start = time.perf_counter()
        faults = GUARDS[name]()
        failed += bool(faults)
        verdict = "FAIL" if faults else "ok"
        print(f"{verdict:<4} {name:<13} {time.perf_counter() - start:5.1f} s", flush=True)
        for fault in faults:
            print(f"     {fault}", flush=True)
    return failed
