"""One person at the result counter: who came, what goes out to them, what is still lacking.

Pure; the counter asks `lacking` before every Enter and says it in words.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

import msgspec

from zcdesk.domain.identity import normalise_number
from zcdesk.domain.person import Agency, Person


class Lacking(Enum):
    """What keeps the results here, in the order it is asked for."""

    IDENTITY = "identity"
    COMPARE = "compare"
    AUTHORITY = "authority"
    CHECKED = "checked"
    NOTHING_PICKED = "nothing"
    COLLECT = "collect"
    SIGNATURE = "signature"


class Pickup(msgspec.Struct, frozen=True, kw_only=True):
    """What stands on the counter.

    Attributes:
        wanted: by case that lies ready, the materials to collect.
        came: who stands here, from the card or typed.
        compared: the clerk saw that person and card are one (人证一致); nothing compares faces.
        authority: number or date of the 委托书; `checked`: read whole, valid, names the results.
        picked: cases that go out; with an agent those the authority names.
        collected: (case, material) taken in.
        on_screen: the receiver signs on the citizen's screen; `signed`: has done so.
    """

    applicant: Person
    wanted: Mapping[str, tuple[str, ...]]
    came: Person | None = None
    compared: bool = False
    agency: Agency = Agency.SELF
    authority: str = ""
    checked: bool = False
    picked: tuple[str, ...] = ()
    collected: frozenset[tuple[str, str]] = frozenset()
    on_screen: bool = False
    signed: bool = False

    @property
    def is_own(self) -> bool:
        """Whether the card is the applicant's; a unit never comes itself."""
        if self.came is None or self.applicant.is_unit:
            return False
        return normalise_number(self.came.id_number) == normalise_number(self.applicant.id_number)

    @property
    def to_collect(self) -> tuple[tuple[str, str], ...]:
        """What must be taken in for what is picked, in the order of the list."""
        return tuple((case, name) for case in self.picked for name in self.wanted.get(case, ()))


def begin(applicant: Person, wanted: Mapping[str, tuple[str, ...]], picked: str = "") -> Pickup:
    """Lay out what waits for one applicant; `picked` is the case whose code was scanned."""
    agency = Agency.UNIT_CLERK if applicant.is_unit else Agency.SELF
    return Pickup(
        applicant=applicant,
        wanted=wanted,
        agency=agency,
        picked=tuple(wanted) if agency is Agency.SELF or not picked else (picked,),
    )


def arrive(now: Pickup, person: Person) -> Pickup:
    """Somebody showed a card: the applicant takes everything, anybody else comes for them.

    An authority names what it is for, so a stranger begins with the first result alone.
    """
    came = msgspec.structs.replace(now, came=person, compared=False, signed=False)
    if came.is_own:
        return msgspec.structs.replace(came, agency=Agency.SELF, picked=tuple(now.wanted))
    agency = now.agency if now.agency is not Agency.SELF else Agency.AGENT
    picked = now.picked[:1] if now.agency is Agency.SELF else now.picked
    return msgspec.structs.replace(came, agency=agency, picked=picked, checked=False)


def pick(now: Pickup, case: str) -> Pickup:
    """Let a result go out, or keep it here."""
    kept = set(now.picked) ^ {case}
    picked = tuple(one for one in now.wanted if one in kept)
    return msgspec.structs.replace(now, picked=picked, signed=False)


def collect(now: Pickup, place: int) -> Pickup:
    """Tick the material at `place` of `to_collect`, or take the tick back."""
    if not 0 <= place < len(now.to_collect):
        return now
    return msgspec.structs.replace(
        now, collected=now.collected ^ {now.to_collect[place]}, signed=False
    )


def lacking(now: Pickup) -> Lacking | None:
    """Return what is asked for next; None = everything may go out."""
    own = now.agency is Agency.SELF
    if now.came is None:
        return Lacking.IDENTITY
    if not now.compared:
        return Lacking.COMPARE
    if not own and not now.authority.strip():
        return Lacking.AUTHORITY
    if not own and not now.checked:
        return Lacking.CHECKED
    if not now.picked:
        return Lacking.NOTHING_PICKED
    if not set(now.to_collect) <= now.collected:
        return Lacking.COLLECT
    return Lacking.SIGNATURE if now.on_screen and not now.signed else None
