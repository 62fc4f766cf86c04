"""Qt's ICU data cut down to what Qt asks for, in Chinese and English: 32 MB become 4.

Qt asks ICU for code pages, collation and names of time zones and for nothing else (`objdump -T`
of its libraries names every function); the other nine hundred languages are never shown. Needs
Debian's `icu-devtools` and `gcc`; where they are missing the whole data are packed.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

CODE_PAGES = re.compile(r"(gb18030|ibm-1386|ibm-964|ibm-1383|ibm-5348|windows-936|iso-8859)")
LANGUAGES = re.compile(r"(root|pool|res_index|zh(_\w+)?|en(_US|_001)?)")
BY_LANGUAGE = {"coll", "zone"}
DROPPED = {"brkitr", "curr", "lang", "rbnf", "region", "translit", "unit"}
NAMELESS = {"unames.icu", "uemoji.icu", "confusables.cfu"}
"""Names of characters, what is an emoji, what looks alike: nobody asks."""
SOURCE = """
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, @object
{symbol}:
.incbin "small/{whole}"
.size {symbol}, .-{symbol}
.section .note.GNU-stack,"",%progbits
"""


def has_tools() -> bool:
    """Tell whether the data can be cut here."""
    return all(map(_tool, ("icupkg", "gcc", "objdump")))


def shrink(library: Path) -> bool:
    """Replace `libicudata.so.N` by one with less in it; False where the tools are missing."""
    if not has_tools():
        return False
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        symbol, data = _data(library)
        whole, small = work / f"{symbol.removesuffix('_dat')}l.dat", work / "small"
        whole.write_bytes(data)
        small.mkdir()  # of the same name: it stands before every item, and ICU looks for it
        listing = _out("icupkg", "-l", str(whole))
        (work / "drop.txt").write_text("\n".join(filter(_is_foreign, listing.split())) + "\n")
        _out("icupkg", "-r", str(work / "drop.txt"), str(whole), str(small / whole.name))
        (work / "data.S").write_text(SOURCE.format(symbol=symbol, whole=whole.name))
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
    if folder in DROPPED or name in NAMELESS:
        return True
    if kind == "cnv":
        return CODE_PAGES.match(stem) is None
    if kind != "res":
        return False
    if folder in BY_LANGUAGE or re.fullmatch(r"[a-z]{2,3}(_\w+)?", stem):
        shared = {"supplementalData", "tzdbNames"}
        return LANGUAGES.fullmatch(stem) is None and stem not in shared
    return False


def _tool(name: str) -> str | None:
    """Return where a program is: Debian keeps `icupkg` where an ordinary user does not look."""
    return shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin")))


def _out(name: str, *arguments: str) -> str:
    command = (_tool(name) or name, *arguments)
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
