"""Qt's ICU data cut down to Chinese and English: 32 MB become 9.

Qt asks ICU for code pages, line breaks, collation and names of languages, countries and zones;
the other nine hundred languages are never shown. Needs Debian's `icu-devtools` and `gcc`; where
they are missing the whole data are packed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

CODE_PAGES = re.compile(r"(gb18030|ibm-1386|ibm-964|ibm-1383|ibm-5348|windows-936|iso-8859)")
LANGUAGES = re.compile(r"(root|pool|res_index|zh(_\w+)?|en(_US|_001)?)")
BY_LANGUAGE = {"brkitr", "coll", "curr", "lang", "region", "zone"}
DROPPED = {"rbnf", "translit", "unit"}
SOURCE = """
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}:
.incbin "small.dat"
.size {symbol}, .-{symbol}
.section .note.GNU-stack,"",%progbits
"""


def shrink(library: Path) -> bool:
    """Replace `libicudata.so.N` by one with less in it; False where the tools are missing."""
    if not all(shutil.which(tool) for tool in ("icupkg", "gcc", "objdump")):
        return False
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        symbol, data = _data(library)
        whole = work / f"{symbol.removesuffix('_dat')}l.dat"
        whole.write_bytes(data)
        listing = _out("icupkg", "-l", str(whole))
        (work / "drop.txt").write_text("\n".join(filter(_is_foreign, listing.split())) + "\n")
        _out("icupkg", "-r", str(work / "drop.txt"), str(whole), str(work / "small.dat"))
        (work / "data.S").write_text(SOURCE.format(symbol=symbol))
        name = f"-Wl,-soname,{library.name}"
        command = ["gcc", "-shared", "-nostdlib", "-s", name, "-o", str(library.absolute())]
        library.unlink()
        subprocess.run([*command, "data.S"], cwd=work, check=True)
    return True


def _data(library: Path) -> tuple[str, bytes]:
    """Return the name and the bytes of the one symbol in the library."""
    for line in _out("objdump", "-T", str(library)).splitlines():
        words = line.split()
        if words and words[-1].endswith("_dat"):
            start, length = int(words[0], 16), int(words[4], 16)
            # The data are the first section of the file: offset and address are the same.
            return words[-1], library.read_bytes()[start : start + length]
    raise ValueError(f"no ICU data in {library.name}")


def _is_foreign(item: str) -> bool:
    folder, _, name = item.rpartition("/")
    stem, _, kind = name.rpartition(".")
    if kind == "cnv":
        return CODE_PAGES.match(stem) is None
    if kind != "res":
        return False
    if folder in DROPPED:
        return True
    if folder in BY_LANGUAGE or re.fullmatch(r"[a-z]{2,3}(_\w+)?", stem):
        shared = {"supplementalData", "tzdbNames"}
        return LANGUAGES.fullmatch(stem) is None and stem not in shared
    return False


def _out(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
