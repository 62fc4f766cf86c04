"""The English texts: from the sources to `.ts`, from `.ts` to the `.qm` the program loads.

The `.ts` is where people translate; the `.qm` beside the resources is committed too, so that a
checkout runs in English without any Qt tool. Neither is ever edited by hand.
"""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import environment

LANGUAGE = "en_US"
TS = environment.ROOT / "translations" / f"zcdesk_{LANGUAGE}.ts"
QM = environment.ROOT / "resources" / "translations" / f"zcdesk_{LANGUAGE}.qm"
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n")


def sources(package: Path = environment.ROOT / "zcdesk") -> list[Path]:
    """Return the files that hold interface texts, in an order that never changes."""
    return sorted((package / "ui").rglob("*.py"))


def update(ts: Path, files: list[Path]) -> None:
    """Bring `ts` up to the sources, keeping what is translated."""
    options = ["-locations", "none", "-no-obsolete", "-silent"]
    languages = ["-source-language", "zh_CN", "-target-language", LANGUAGE]
    ts.parent.mkdir(parents=True, exist_ok=True)
    _qt("lupdate", *options, *languages, *map(str, files), "-ts", str(ts))


def release(ts: Path, qm: Path) -> None:
    """Compile `ts` for the program."""
    qm.parent.mkdir(parents=True, exist_ok=True)
    _qt("lrelease", "-silent", str(ts), "-qm", str(qm))


def _qt(tool: str, *arguments: str) -> None:
    binary = environment.venv_path("purelib") / "PySide6" / tool
    done = subprocess.run(
        [str(binary), *arguments],
        capture_output=True,
        text=True,
        env=environment.child_environment(),
        check=False,
    )
    if done.returncode or "warning" in done.stderr.lower():
        raise environment.Unusable(f"{tool}: {done.stderr.strip() or done.stdout.strip()}")


def text_faults(ts: Path) -> Iterator[str]:
    """Yield what is wrong with single entries: untranslated, or other placeholders."""
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            source = message.findtext("source") or ""
            where = f"{ts.name}: {context.findtext('name')}: {source[:40]!r}"
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                yield f"{where} is not translated"
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            for text in forms or [translation.text or ""]:
                if not text.strip():
                    yield f"{where} is empty"
                elif set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(source)):
                    yield f"{where} has other placeholders: {text[:40]!r}"


SAID = """
import json
from importlib import import_module
from pathlib import Path
import zcdesk.ui
from zcdesk.ui import texts
known = {text.zh: text.en for text in texts.table().values()}
for part in Path(zcdesk.ui.__file__).parent.glob("texts*.py"):
    named = vars(import_module(f"zcdesk.ui.{part.stem}")).values()
    known |= {a.zh: a.en for a in named if isinstance(a, texts.Action)}
print(json.dumps(known))
"""


def english_of_errors() -> dict[str, str]:
    """Return what stands beside each Chinese text of an error in its table."""
    done = subprocess.run(
        [str(environment.venv_python()), "-c", SAID],
        cwd=environment.ROOT,
        capture_output=True,
        text=True,
        env=environment.child_environment(),
        check=True,
    )
    said: dict[str, str] = json.loads(done.stdout)
    return said


def put(ts: Path, context: str, english: dict[str, str]) -> None:
    """Write translations into a context of `ts`; entries that say the same stay untouched."""
    text = ts.read_text("utf-8")
    head, root = text[: text.index("<TS")], ET.fromstring(text[text.index("<TS") :])
    changed = False
    for part in root.iter("context"):
        for message in part.iter("message") if part.findtext("name") == context else ():
            wanted, entry = english.get(message.findtext("source") or ""), message[-1]
            if wanted and (entry.text != wanted or entry.get("type")):
                entry.attrib.pop("type", None)
                entry.text, changed = wanted, True
    if changed:
        ts.write_text(head + ET.tostring(root, encoding="unicode") + "\n", "utf-8")


def write() -> str:
    files = sources()
    if not files:
        return "no interface files yet"
    update(TS, files)
    put(TS, "errors", english_of_errors())
    update(TS, files)
    release(TS, QM)
    open_entries = len(list(text_faults(TS)))
    return f"{TS.relative_to(environment.ROOT)}: {open_entries} entries to mend"


def faults(ts: Path = TS, qm: Path = QM, files: list[Path] | None = None) -> list[str]:
    """Return why the committed files are not what the sources ask for; empty when they are."""
    files = sources() if files is None else files
    if not files:
        return []
    if not ts.exists():
        return [f"{ts.name} does not exist; run dev.py translate"]
    with tempfile.TemporaryDirectory() as folder:
        fresh_ts, fresh_qm = Path(folder, ts.name), Path(folder, qm.name)
        fresh_ts.write_bytes(ts.read_bytes())
        update(fresh_ts, files)
        release(fresh_ts, fresh_qm)
        found = []
        if fresh_ts.read_bytes() != ts.read_bytes():
            found.append(f"{ts.name} is older than the sources; run dev.py translate")
        elif not qm.exists() or fresh_qm.read_bytes() != qm.read_bytes():
            found.append(f"{qm.name} is older than {ts.name}; run dev.py translate")
        return found + list(text_faults(fresh_ts))
