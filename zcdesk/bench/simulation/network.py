"""What lies between a station and its hall: calls that are lost, late, twice or elsewhere."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any

from zcdesk.bench.simulation.sealed import SealedGround, SealedHall
from zcdesk.errors import CodedError, SurroundingsError
from zcdesk.store.hall import Claim, Pulled
from zcdesk.sync.memory_hall import CODES
from zcdesk.sync.postgres_hall import UNREACHABLE

CODES_APART = 1024
"""How far the codes jump when an older copy takes over: grants may have been lost."""

_ORDER = ("push", "pull", "heads")
_BESIDE = ("ask", "put_blob", "get_blob", "put_page", "pages")

Later = Callable[[timedelta, Callable[[], None]], None]


class Site:
    """One hall's server: the primary, its copies, and what a failover leaves behind.

    Attributes:
        old: the former primary, which some stations may still reach.
        is_down: nobody is answered.
    """

    def __init__(self, hall: str) -> None:
        self.ground = SealedGround(hall)
        self.old: SealedGround | None = None
        self.copies = [self.ground.copy()]
        self.is_down = False

    def keep_copy(self) -> None:
        self.copies = [*self.copies[-2:], self.ground.copy()]

    def fall_back(self, copy: SealedGround) -> set[str]:
        """Let an older copy take over; return the tickets whose claims it does not know."""
        lost = self.ground
        self.old, self.ground = lost, copy.copy()
        self.ground.epoch = lost.epoch + 1
        self.ground.next_code = (self.ground.next_code + CODES_APART) % CODES
        self.ground.revoked, self.ground.members = lost.revoked, lost.members
        self.copies.clear()
        known = self.ground.tickets
        return {
            name
            for name, ticket in lost.tickets.items()
            if name not in known or known[name].fence != ticket.fence
        }


class Weather:
    """How bad the network is, as chances of each call.

    Attributes:
        count: what happened, by name.
    """

    LOST, NO_REPLY, HANGS, TWICE, STALE, SPLIT, ASTRAY = 0.06, 0.07, 0.03, 0.04, 0.06, 0.3, 0.003
    PAGE_ASTRAY = 0.01

    def __init__(self, dice: random.Random, later: Later, count: Counter[str]) -> None:
        self.dice, self.later, self.count = dice, later, count
        self.is_calm = False

    def pieces(self, limit: int) -> int:
        """Return how many acts one answer carries."""
        return limit if self.is_calm else self.dice.choice((1, 3, limit))

    def strikes(self, chance: float, name: str) -> bool:
        if self.is_calm or self.dice.random() >= chance:
            return False
        self.count[name] += 1
        return True


class Wire:
    """One station's way to its hall; every verb of `Hall` goes through it.

    Attributes:
        is_cut: nothing passes until it is mended.
        fresh: the last pull was answered by the present primary, with what it knew then.
        late_claims: tickets given by a call that had hung: asked again meanwhile, the queue may
            have been empty, and only the end of its lease frees such a ticket.
    """

    def __init__(
        self, weather: Weather, sealed: Weather, site: Site, login: str, strangers: Site
    ) -> None:
        self._weather, self._sealed, self._site, self.login = weather, sealed, site, login
        self._strangers = strangers
        self._stale: Pulled | None = None
        self.is_cut = False
        self.fresh = False
        self.late_claims: set[str] = set()

    def __getattr__(self, verb: str) -> Callable[..., Any]:
        return lambda *given, **named: self._call(verb, given, named)

    def _call(self, verb: str, given: tuple[Any, ...], named: dict[str, Any]) -> Any:
        weather = self._weather
        if verb in _BESIDE:
            return self._beside(verb, given)
        if verb == "pull":
            self.fresh = False
        if self.is_cut or self._site.is_down or weather.strikes(weather.LOST, "request lost"):
            raise SurroundingsError(UNREACHABLE)
        # Only the order may be had elsewhere: a queue of two authorities is none (sync 2.7).
        ground = self._reached() if verb in _ORDER else self._site.ground

        def call(on: SealedGround) -> Any:
            return getattr(SealedHall(on, self.login), verb)(*given, **named)

        if weather.strikes(weather.HANGS, "call hung"):
            # Its deadline ends it here; the server it reached may still do it.
            weather.later(timedelta(seconds=5), lambda: self._too_late(lambda: call(ground)))
            raise SurroundingsError(UNREACHABLE)
        if weather.strikes(weather.TWICE, "request twice"):
            with suppress(CodedError):
                call(ground)
        if verb == "pull":
            given = (given[0], weather.pieces(given[1]))
        answer = call(ground)
        if weather.strikes(weather.NO_REPLY, "reply lost"):
            raise SurroundingsError(UNREACHABLE)
        if verb != "pull":
            return answer
        self.fresh = ground is self._site.ground
        return self._or_stale(answer)

    def _beside(self, verb: str, given: tuple[Any, ...]) -> Any:
        """What is sealed goes to who answered the round, by dice of its own; it may be cut."""
        weather = self._sealed
        if self.is_cut or self._site.is_down or weather.strikes(weather.LOST, "page call lost"):
            raise SurroundingsError(UNREACHABLE)
        is_astray = weather.strikes(weather.PAGE_ASTRAY, "page astray")
        ground = self._strangers.ground if is_astray else self._site.ground
        answer = getattr(SealedHall(ground, self.login), verb)(*given)
        if weather.strikes(weather.NO_REPLY, "page reply lost"):
            raise SurroundingsError(UNREACHABLE)
        return answer

    def _reached(self) -> SealedGround:
        """Return who answers: the primary, a former one, or a hall that is not ours."""
        weather, site = self._weather, self._site
        if site.old is not None and weather.strikes(weather.SPLIT, "former primary"):
            return site.old
        if weather.strikes(weather.ASTRAY, "another hall's server"):
            return self._strangers.ground
        return site.ground

    def _or_stale(self, answer: Pulled) -> Pulled:
        """Now and then let an older answer come instead; both were asked by this station."""
        weather = self._weather
        if self._stale is not None and weather.strikes(weather.STALE, "late reply"):
            answer, self._stale, self.fresh = self._stale, answer, False
        elif answer.acts:
            self._stale = answer
        return answer

    def calm(self) -> None:
        self.is_cut, self._stale = False, None

    def _too_late(self, call: Callable[[], object]) -> None:
        """Do what nobody waits for any more."""
        with suppress(CodedError):
            answer = call()
            if isinstance(answer, Claim):
                self.late_claims.add(answer.ticket)
