"""Chinese typed through real input methods into the program's own field, on a display of its own.

Held, for each engine that is installed: what was composed arrives whole; a command pressed in the
middle is held back and costs nothing of it; letters and digits after it arrive as they are.
Needs Xvfb, openbox, xdotool, dbus-run-session and fcitx5 with pinyin, or ibus with libpinyin.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

NEEDED = ("Xvfb", "xvfb-run", "openbox", "xdotool", "dbus-run-session")
FIELD, ENGINE = "--field", "--engine"
TYPED, AFTER = "zhangsan", "0312"
PATIENCE = 60.0
PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
[Groups/0/Items/1]
Name=pinyin
[GroupOrder]
0=Default
"""


def main(arguments: list[str]) -> int:
    """Try what is there; 0 only if every engine that is there held."""
    if FIELD in arguments:
        return field(Path(arguments[-1]))
    if ENGINE in arguments:
        return ENGINES[arguments[-1]](Path(os.environ["HOME"]))
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        print(f"not tried, not installed: {', '.join(missing)}")
        return 1
    there = [name for name, program in PROGRAMS.items() if shutil.which(program)]
    results = [_try(name) for name in there]
    for name in set(PROGRAMS) - set(there):
        print(f"{name}: not installed, not tried")
    return 0 if results and all(results) else 1


def _try(name: str) -> bool:
    with tempfile.TemporaryDirectory(prefix="zcdesk-input-") as folder:
        home = Path(folder)
        (home / "run").mkdir(mode=0o700)
        place = {"HOME": folder, "XDG_RUNTIME_DIR": str(home / "run")}
        command = ("dbus-run-session", "--", "xvfb-run", "-a", sys.executable, __file__)
        subprocess.run((*command, ENGINE, name), env=os.environ | place, check=False, timeout=180)
        seen = (home / "seen").read_text(encoding="utf-8") if (home / "seen").exists() else ""
    text, _, held = seen.partition("\n")
    composed = text.removesuffix(AFTER)
    good = text.endswith(AFTER) and composed != text and len(composed) == 2 and held == "held 1"
    print(f"{name}: {TYPED} with a command in the middle gave {text!r}, {held or 'nothing'}")
    return good and not composed.isascii()


def _fcitx(home: Path) -> int:
    (home / ".config" / "fcitx5").mkdir(parents=True)
    (home / ".config" / "fcitx5" / "profile").write_text(PROFILE, encoding="utf-8")
    _start("openbox")
    _start("fcitx5")
    time.sleep(4)
    return _type_into(home, {"IBUS_USE_PORTAL": "1"}, ("fcitx5-remote", "-s", "pinyin"))


def _ibus(home: Path) -> int:
    _start("openbox")
    _start("ibus-daemon", "-rxR")
    time.sleep(4)
    return _type_into(home, {}, ("ibus", "engine", "libpinyin"))


ENGINES: Mapping[str, Callable[[Path], int]] = {"fcitx5": _fcitx, "ibus": _ibus}
PROGRAMS = {"fcitx5": "fcitx5", "ibus": "ibus-daemon"}


def _start(*command: str) -> None:
    subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _type_into(home: Path, more: Mapping[str, str], switch: tuple[str, ...]) -> int:
    """Open the field, switch the engine on and type as somebody does."""
    shown = {"QT_IM_MODULE": "ibus", "QT_QPA_PLATFORM": "xcb", **more}
    command = (sys.executable, __file__, FIELD, str(home / "seen"))
    child = subprocess.Popen(command, env=os.environ | shown)
    end = time.monotonic() + PATIENCE
    while not (home / "seen.ready").exists() and time.monotonic() < end:
        time.sleep(0.2)
    time.sleep(2)
    subprocess.run(switch, check=False, stdout=subprocess.DEVNULL)
    time.sleep(1)
    for step in (
        ("type", "--delay", "150", TYPED),
        ("key", "F9"),
        ("key", "space"),
        ("type", "--delay", "100", AFTER),
        ("key", "F12"),
    ):
        subprocess.run(("xdotool", *step), check=False)
        time.sleep(1)
    return child.wait(timeout=PATIENCE)


def field(seen: Path) -> int:
    """Show the program's own field; F12 writes what arrived and how often a command was held."""
    from PySide6.QtGui import QKeySequence, QShortcut

    from zcdesk.ui import theme
    from zcdesk.ui.input import KeyGate
    from zcdesk.ui.widgets.field import LineEdit

    app = theme.start([])
    edit = LineEdit()
    theme.apply(edit, theme.Theme.LIGHT)
    gate, held = KeyGate(), [0]

    def count() -> None:
        held[0] += 1

    def write() -> None:
        seen.write_text(f"{edit.text()}\nheld {held[0]}", encoding="utf-8")
        app.quit()

    gate.held_back.connect(count)
    QShortcut(QKeySequence("F12"), edit, write)
    edit.resize(400, 40)
    edit.show()
    edit.activateWindow()
    edit.setFocus()
    seen.with_suffix(".ready").touch()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
