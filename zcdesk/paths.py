"""Where things lie: the shipped resources, a store's data, and what belongs to the station only.

Nothing here makes a folder, and nothing of a station's own (witness, key files) may ever lie
inside the data: whoever copies or restores the data must not carry them along.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

NAME = "zcdesk"
# Witness and keys; named apart from `NAME` so that no backup of one takes the other.
STATION = "zcdesk-station"


def resources_dir() -> Path:
    """Return the folder of fonts, icons, catalogue and translations.

    `ZCDESK_RESOURCES` decides where it is set; then a checkout, an unfrozen tree and a frozen
    program have it beside the package, an installation under the prefix has it in `share`.
    """
    if given := os.environ.get("ZCDESK_RESOURCES"):
        return Path(given).absolute()
    beside = Path(__file__).resolve().parent.parent / "resources"
    frozen = Path(sys.executable).resolve().parent / "resources"
    share = Path(sys.prefix) / "share" / NAME / "resources"
    for folder in (beside, frozen, share):
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError(f"no resources beside {beside.parent} nor in {share}")


def translations_dir() -> Path:
    return resources_dir() / "translations"


def data_dir(given: str | Path | None = None) -> Path:
    """Return the folder of the store: `given` (`--data DIR`), else the place for this machine."""
    if given:
        return Path(given).expanduser().absolute()
    if _is_machine_wide():
        return _site_dir(NAME)
    import platformdirs  # 24 ms that a desk started with --data need not pay

    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def witness_dir(data: Path) -> Path:
    """Return where the last transaction of the store in `data` is remembered."""
    import hashlib  # 3 ms the login window need not wait for

    digest = hashlib.sha256(os.fsencode(data.absolute())).hexdigest()[:16]
    return _station_dir() / "witness" / digest


def keys_dir() -> Path:
    """Return where keys lie when the system has no keystore; moved data still find theirs."""
    return _station_dir() / "keys"


def _station_dir() -> Path:
    if given := os.environ.get("ZCDESK_STATION_DIR"):
        return Path(given).absolute()
    if _is_machine_wide():
        return _site_dir(STATION)
    import platformdirs

    return Path(platformdirs.user_state_dir(STATION, appauthor=False))


def _is_machine_wide() -> bool:
    """Tell whether one store serves every user of this PC; an ordinary Linux user cannot."""
    return sys.platform == "win32" or os.geteuid() == 0


def _site_dir(name: str) -> Path:
    import platformdirs

    return Path(platformdirs.site_state_dir(name, appauthor=False))
