"""A person or unit as the counter knows them, before masking.

Personal values never enter an act's body: the store keeps them beside it under a reference.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec


class Trust(StrEnum):
    """Where the particulars came from, in falling order of trust (ux 2.2)."""

    CARD = "读卡"
    LICENCE = "电子证照"
    HISTORY = "历史"
    MANUAL = "手工"


class Person(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A natural person, or a unit with the one who speaks for it.

    Attributes:
        name: exactly as on the card or licence, never normalised to a variant.
        id_kind: value of `identity.IdKind`.
        override: why a number whose check digit fails was taken all the same.
        compared: 人证已核对, set by the clerk's own key; nothing compares faces.
        is_unit: 企业/组织; then `id_number` is the unified social credit code.
        representative: 法定代表人 of a unit.
        birth: ISO date where the number tells it.
    """

    name: str = ""
    id_kind: str = ""
    id_number: str = ""
    phone: str = ""
    address: str = ""
    trust: Trust = Trust.MANUAL
    override: str = ""
    compared: bool = False
    is_unit: bool = False
    representative: str = ""
    birth: str = ""
    sex: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.id_number)

    @property
    def is_identified(self) -> bool:
        """Name and number are there; whether they are right is `identity`'s judgement."""
        return bool(self.name and self.id_number)


class Agency(StrEnum):
    """Who presents: oneself, somebody with an authority, a unit's clerk, an agent officer."""

    SELF = "本人"
    AGENT = "代办"
    UNIT_CLERK = "单位经办人"
    AGENT_OFFICER = "代办员"
