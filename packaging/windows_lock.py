"""The part of requirements.lock that a Windows PC needs, markers already judged.

pip judges markers for the machine it runs on, not for the one it fetches for.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import re
import site
import tomllib
from typing import Any

import environment

ENVIRONMENT = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "platform_machine": "AMD64",
    "os_name": "nt",
    "python_version": "3.11",
    "python_full_version": "3.11.9",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "extra": "",
}


def text() -> str:
    """Return the lock's entries of the program's own dependencies, hashes included."""
    wanted = names()
    chosen = []
    for entry in entries():
        requirement, _, rest = entry.partition("\\\n")
        name, _, marker = requirement.partition(";")
        if _plain(re.split(r"[=\[ ]", name)[0]) in wanted and _holds(marker):
            chosen.append(f"{name.strip()} \\\n{rest}")
    return "\n".join(chosen) + "\n"


def entries() -> list[str]:
    """Split the lock into one text a package."""
    lines = environment.LOCK.read_text("utf-8").splitlines()
    joined = "\n".join(line for line in lines if line and not line.lstrip().startswith("#"))
    return [e for e in re.split(r"\n(?=\S)", joined) if "==" in e]


def names() -> set[str]:
    """Return what the program needs on Windows, followed through what each package asks for."""
    library = _requirements()
    project = tomllib.loads((environment.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    todo = [(library.Requirement(text), {""}) for text in project["dependencies"]]
    found: set[tuple[str, str]] = set()
    while todo:
        wanted, asked = todo.pop()
        if wanted.marker and not any(
            wanted.marker.evaluate({**ENVIRONMENT, "extra": extra}) for extra in asked
        ):
            continue
        name, extras = _plain(wanted.name), {"", *wanted.extras}
        if not extras <= {extra for known, extra in found if known == name}:
            found |= {(name, extra) for extra in extras}
            todo += [(library.Requirement(text), extras) for text in _needs(name)]
    return {name for name, _ in found}


def _needs(name: str) -> list[str]:
    """Return what an installed package asks for; one only Windows has asks for nothing."""
    folder = str(environment.venv_path("purelib"))
    for found in importlib.metadata.distributions(name=name, path=[folder]):
        return found.requires or []
    return []


def _holds(marker: str) -> bool:
    return not marker.strip() or bool(_requirements_marker(marker.strip()))


def _requirements_marker(marker: str) -> bool:
    markers: Any = _library("packaging.markers")
    return bool(markers.Marker(marker).evaluate(ENVIRONMENT))


def _requirements() -> Any:
    return _library("packaging.requirements")


def _library(name: str) -> Any:
    """Load the library `packaging` from the environment; this folder bears the same name."""
    site.addsitedir(str(environment.venv_path("purelib")))
    return importlib.import_module(name)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.strip()).lower()
