"""Cut the bold song font of the papers down to the characters headings are made of.

Headings and labels are everyday words; a rare character among them is drawn by the regular font.
That saves ten megabytes on every PC. Run it by hand when the font changes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

IDEOGRAPHS = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0xF900, 0xFB00))
BEYOND_BMP = 0x10000


def is_everyday(code: int) -> bool:
    """Tell whether GB 2312 has the character, or it is no ideograph."""
    if code < BEYOND_BMP and not any(code in block for block in IDEOGRAPHS):
        return True
    try:
        chr(code).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    font = TTFont(options.source)
    chosen = subset.Options(notdef_outline=True, glyph_names=False, name_IDs=["*"], hinting=False)
    cutter = subset.Subsetter(chosen)
    cutter.populate(unicodes=[code for code in font.getBestCmap() if is_everyday(code)])
    cutter.subset(font)
    font.save(options.out)


if __name__ == "__main__":
    main()
