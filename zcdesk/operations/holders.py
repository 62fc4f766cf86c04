"""Who holds a number or a booking, without saying who: a keyed digest of day and card; and a parcel
of a waybill likewise.

Made with the hall's key where stations share one, so that a card is the same holder at each of
them; no act and no table holds the card's number.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from zcdesk.domain.identity import normalise_number
from zcdesk.store import meta
from zcdesk.store.vault import Vault

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader


def digest(reader: Reader, use: str, scope: str, id_number: str) -> str:
    """Return what a card is known by, empty without one.

    Args:
        use, scope: `queue` or `booking`, and the day and what else it counts for: digests of two
            of them tell nobody that it was the same card.
    """
    return next(iter(digests(reader, use, scope, id_number)), "")


def digests(reader: Reader, use: str, scope: str, number: str) -> tuple[str, ...]:
    """Return what a number is known by, the newest name first; none without a number.

    A PC that was a hall of its own named it by its own key before it shared one.
    """
    if not number:
        return ()
    shared = base64.b64decode(meta.get(reader, meta.HALL_KEY))
    vaults = (Vault(shared), reader.vault) if shared else (reader.vault,)
    said = f"{scope}|{normalise_number(number)}"
    return tuple(vault.lookup(use, said)[:32] for vault in vaults)
