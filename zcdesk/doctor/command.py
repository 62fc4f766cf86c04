"""The command `zcdesk doctor`: every check, one line each, and a bundle for whoever helps.

The bundle holds the findings, the settings without addresses' secrets and the log, all masked;
no case, no person, no key.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec

from zcdesk import log, settings
from zcdesk.doctor import machine, workplace
from zcdesk.doctor.finding import Finding, Light, fault
from zcdesk.ui.doctor_words import doctor_words

LOG_DAYS = 7
"""Days of log that go into a bundle."""

SECRET = re.compile(r"(?i)(password|secret|token|key)=[^&\s]*")


def findings(data: Path, now: datetime, *, whole: bool) -> Iterator[Finding]:
    """Run every check in turn; one that breaks is itself a finding."""
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        lambda: iter((machine.versions(),)),
        lambda: machine.disk(data),
        lambda: iter((machine.clock(now),)),
        lambda: iter((machine.fonts(),)),
        lambda: iter((machine.keystore(),)),
        lambda: workplace.store(data, whole=whole),
        lambda: iter((workplace.years(data, now),)),
        lambda: workplace.devices(data),
    )
    for check in checks:
        try:
            yield from check()
        except OSError as error:
            yield fault("检查", f"查不了（{error.strerror or error}）", "把这一行告诉信息科")


def text(found: list[Finding]) -> str:
    """Return the lines for people, and what it comes to."""
    faults = sum(f.light is Light.FAULT for f in found)
    cautions = sum(f.light is Light.CAUTION for f in found)
    end = f"{faults} 处故障，{cautions} 处注意" if faults or cautions else "一切正常"
    return "\n".join((*(f.line for f in found), doctor_words(end)))


def as_json(found: list[Finding]) -> str:
    """Return the findings as one JSON list."""
    return json.dumps(msgspec.to_builtins(found), ensure_ascii=False, indent=2)


def exit_code(found: list[Finding]) -> int:
    """0 unless something is out of order."""
    return int(any(f.light is Light.FAULT for f in found))


def bundle(file: Path, data: Path, found: list[Finding]) -> None:
    """Write what helps to find a fault from afar; an existing file is replaced."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as into:
        into.writestr("findings.json", as_json(found))
        into.writestr("settings.json", _settings(data))
        for path in sorted((data / log.FOLDER).glob(f"{log.FILE}*"))[-LOG_DAYS:]:
            into.writestr(f"log/{path.name}", log.masked(path.read_text("utf-8", "replace")))
    file.write_bytes(packed.getvalue())


def _settings(data: Path) -> str:
    known = settings.load(data)
    urls = {kind: SECRET.sub(r"\1=…", url) for kind, url in known.devices.items()}
    shown = {"window": known.window, "theme": known.theme, "scale": known.scale, "devices": urls}
    return json.dumps(shown, ensure_ascii=False, indent=2)
