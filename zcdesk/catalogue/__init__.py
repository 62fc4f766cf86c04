"""Catalogue files: reading, linting, comparing and writing matters (YAML, XLSX, CSV).

Files in, immutable `Matter` values out, and back. Nothing here knows a store or a screen, and no
file is ever changed by reading it.
"""

from zcdesk.catalogue.files import (
    load_shipped,
    read,
    read_xlsx,
    read_yaml,
    shipped_files,
    write,
    write_xlsx,
    write_yaml,
)
from zcdesk.catalogue.raw import BadCell, Unreadable

__all__ = [
    "BadCell",
    "Unreadable",
    "load_shipped",
    "read",
    "read_xlsx",
    "read_yaml",
    "shipped_files",
    "write",
    "write_xlsx",
    "write_yaml",
]
