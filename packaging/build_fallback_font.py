"""Build the fallback font of rare characters from the two Hanazono files.

Takes every ideograph that one of the main fonts lacks (Extensions B to F: level 3 of GB 18030,
and the compatibility ideographs), drops hinting, vertical metrics and layout tables, and gives
the result its own name, because the licence reserves the original one for unmodified files.
Run it by hand when a main font changes; nothing at run time depends on it.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

from fontTools import merge, subset
from fontTools.ttLib import TTFont

FAMILY = "ZCDesk Rare Song"
VERSION = "Version 1.000; subset of Hanazono 2017-09-04"
COPYRIGHT = "Copyright 2008-2017 GlyphWiki Project. Modified: subset, unhinted and renamed."
LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1."
IDEOGRAPHS = (
    range(0x2E80, 0x2FE0),  # radicals
    range(0x31C0, 0x31F0),  # strokes
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0x20000, 0x32400),
)
DROPPED = ["BASE", "FFTM", "GDEF", "GSUB", "gasp", "prop", "vhea", "vmtx"]


def wanted(source: TTFont, have: set[int]) -> set[int]:
    """List the ideographs `source` has and `have` lacks."""
    return {
        code
        for code in source.getBestCmap()
        if code not in have and any(code in block for block in IDEOGRAPHS)
    }


def cut(source: TTFont, codes: set[int]) -> io.BytesIO:
    """Reduce `source` to `codes`, outlines only."""
    options = subset.Options()
    options.hinting = False
    options.glyph_names = False
    options.layout_features = []
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += DROPPED
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(source)
    out = io.BytesIO()
    source.save(out, reorderTables=False)
    out.seek(0)
    return out


def rename(font: TTFont) -> None:
    """Give the modified font its own name and carry copyright and licence inside."""
    table = font["name"]
    table.names = []
    texts = {
        0: COPYRIGHT,
        1: FAMILY,
        2: "Regular",
        3: f"{FAMILY} 1.000",
        4: FAMILY,
        5: VERSION,
        6: FAMILY.replace(" ", ""),
        13: LICENCE,
    }
    for number, text in texts.items():
        table.setName(text, number, 3, 1, 0x409)


def build(main: list[Path], plane2: Path, plane0: Path, out: Path) -> int:
    """Write the fallback font and return the number of characters in it."""
    have = set.intersection(*(set(TTFont(path, lazy=True).getBestCmap()) for path in main))
    parts = []
    for path in (plane2, plane0):
        source = TTFont(path, recalcTimestamp=False)
        codes = wanted(source, have)
        have |= codes
        parts.append(cut(source, codes))
    font = merge.Merger().merge(parts)
    rename(font)
    font["OS/2"].fsType = 0
    font.recalcTimestamp = False
    font.save(out)
    return len(TTFont(out, lazy=True).getBestCmap())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--main", type=Path, nargs="+", required=True, help="the main fonts")
    parser.add_argument("--plane2", type=Path, required=True, help="HanaMinB.ttf")
    parser.add_argument("--plane0", type=Path, required=True, help="HanaMinA.ttf")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    count = build(args.main, args.plane2, args.plane0, args.out)
    print(f"{args.out.name}: {count} characters, {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
