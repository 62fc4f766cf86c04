"""Rounds of exchange at this station: what is due goes out, what came in is recorded.

Each round goes store → network → store → network, so that no lane waits for another system: a
desk runs the steps in its lanes, the command one after the other. A step that fails ends its
round in words; the next round starts anew and nothing is lost, for every step may be repeated.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, TypeVar

import msgspec

from zcdesk.booking_tables import BookingRound
from zcdesk.domain.filing import FilingState
from zcdesk.domain.licence import LicenceAnswer, LicenceQuery
from zcdesk.domain.message import Handed, MessageState, Outgoing
from zcdesk.domain.platform import Changes, Receipt
from zcdesk.domain.platform_way import Way
from zcdesk.domain.sealing import SealAnswer, SealRequest
from zcdesk.errors import CodedError, Invalid, NotAllowed, SurroundingsError, UserError
from zcdesk.exchange import gateways, http, inbox, licences, seals, templates
from zcdesk.exchange import platform as far
from zcdesk.exchange.gateways import Gateway
from zcdesk.exchange.http import Endpoint
from zcdesk.exchange.inbox import Gathered, Judged
from zcdesk.exchange.settings import Messages, Online, Platform, Settings, load
from zcdesk.operations import messages, online, platform, reminders, standby
from zcdesk.operations.platform import Due
from zcdesk.operations.session import Session, hall
from zcdesk.store import secrets
from zcdesk.sync import online_table

if TYPE_CHECKING:
    from zcdesk.exchange.command import Hall

NOT_SET_UP = "EXC-13"
Words = Callable[[CodedError], str]
T = TypeVar("T")


class Round(Protocol):
    """One interface's round; `take` and `record` touch the store alone, the others never do."""

    name: str

    def take(self, session: Session) -> Any:
        """Return what is due."""

    def send(self, due: Any) -> Any:
        """Send it and bring back what came."""

    def record(self, session: Session, came: Any) -> Any:
        """Note what came; returns what is left to tidy up."""

    def finish(self, rest: Any) -> int:
        """Tidy up; returns how much went through."""


class _Sent(NamedTuple):
    gateway: str
    handed: tuple[Handed, ...]
    reports: Mapping[str, MessageState]


@dataclass
class MessageRound:
    """Messages through whichever gateway is set up; the line to it stays open between rounds."""

    settings: Messages
    secrets: Mapping[str, str]
    words: messages.Templates
    now: Callable[[], datetime]
    name: str = "messages"
    _gateway: Gateway | None = None
    _is_begun: bool = field(default=False)

    def take(self, session: Session) -> tuple[Outgoing, ...]:
        if not self._is_begun:
            messages.after_start(session)
            self._is_begun = True
        standby.take_up(session)
        reminders.remind(session)
        return messages.take_due(session, self.words)

    def send(self, due: tuple[Outgoing, ...]) -> _Sent:
        try:
            self._gateway = self._gateway or self._open()
        except CodedError as error:
            queued = MessageState.QUEUED
            handed = tuple(Handed(request=m.request, state=queued, why=error.code) for m in due)
            return _Sent("", handed, {})
        handed = tuple(self._gateway.send(message) for message in due)
        try:
            reports = self._gateway.reports()
        except SurroundingsError:
            reports = {}
        return _Sent(self._gateway.name, handed, reports)

    def record(self, session: Session, came: _Sent) -> int:
        messages.record(session, came.gateway, came.handed)
        if came.reports:
            messages.report(session, came.gateway, came.reports)
        return sum(one.state is MessageState.SENT for one in came.handed)

    def finish(self, rest: int) -> int:
        return rest

    def _open(self) -> Gateway:
        if self.settings.http is not None:
            return gateways.HttpGateway(self.settings.http, self.secrets)
        if self.settings.modem is not None:
            from zcdesk.devices.modem import GsmModem
            from zcdesk.devices.wire import open_wire

            modem = self.settings.modem
            return GsmModem(open_wire(modem.url), centre=modem.centre)
        return gateways.FileGateway(Path(self.settings.folder), self.now)


class _PlatformDue(NamedTuple):
    hall: str
    cursor: str
    cases: tuple[Due, ...]


class _PlatformCame(NamedTuple):
    told: tuple[tuple[Due, Receipt | None, str], ...]
    changes: Changes | None
    files: Gathered


@dataclass
class PlatformRound:
    """The district platform by interface and by file."""

    settings: Platform
    secrets: Mapping[str, str]
    words: Words
    now: Callable[[], datetime]
    name: str = "platform"

    def take(self, session: Session) -> _PlatformDue:
        cases = platform.take_due(session)
        with session.reading() as store:
            place = hall(store).id
        return _PlatformDue(place, platform.cursor(session), cases)

    def send(self, due: _PlatformDue) -> _PlatformCame:
        told = tuple((one, *self._tell(one)) for one in due.cases)
        changes = None
        if self.settings.http is not None:
            try:
                changes = far.changes(self.settings.http, due.hall, due.cursor, self.secrets)
            except SurroundingsError:
                changes = None  # the cases that could not be told say why
        return _PlatformCame(told, changes, self._gather())

    def record(self, session: Session, came: _PlatformCame) -> tuple[int, tuple[Judged, ...]]:
        for due, receipt, why in came.told:
            if why:
                platform.record_failed(session, due.case, why)
            else:
                platform.record_told(session, due.case, receipt)
        if came.changes is not None:
            platform.take_in(session, came.changes)

        def take(raw: bytes) -> bool:
            return platform.take_in(session, far.changes_of(raw)) > 0

        judged = inbox.offer(came.files.files, take, self.words)
        return sum(not why for *_, why in came.told), judged

    def finish(self, rest: tuple[int, tuple[Judged, ...]]) -> int:
        count, judged = rest
        inbox.move_aside(Path(self.settings.folder) / far.IN, judged, self.now())
        return count + len(judged)

    def _tell(self, due: Due) -> tuple[Receipt | None, str]:
        try:
            if due.way is Way.FILE and self.settings.folder:
                far.write(Path(self.settings.folder), due.case)
                return None, ""
            if due.way is Way.INTERFACE and self.settings.http is not None:
                return far.tell(self.settings.http, due.case, self.secrets), ""
        except SurroundingsError as error:
            return None, error.code
        return None, NOT_SET_UP

    def _gather(self) -> Gathered:
        folder = Path(self.settings.folder) / far.IN
        if not self.settings.folder or not folder.is_dir():
            return Gathered()
        return inbox.gather(folder, self.now())


@dataclass
class OnlineRound:
    """Online applications from the watched folder."""

    settings: Online
    words: Words
    now: Callable[[], datetime]
    name: str = "online"

    def take(self, session: Session) -> None:
        """Nothing of ours goes out."""

    def send(self, due: None) -> Gathered:
        return inbox.gather(Path(self.settings.folder), self.now())

    def record(self, session: Session, came: Gathered) -> tuple[Judged, ...]:
        def take(raw: bytes) -> bool:
            return online.take_in(session, raw, "folder")

        return inbox.offer(came.files, take, lambda error: reasons(error, self.words))

    def finish(self, rest: tuple[Judged, ...]) -> int:
        inbox.move_aside(Path(self.settings.folder), rest, self.now())
        return len(rest)


@dataclass
class TableRound:
    """Online applications from the table of the shared database."""

    url: str
    words: Words
    name: str = "online-table"

    def take(self, session: Session) -> None:
        """Nothing of ours goes out."""

    def send(self, due: None) -> tuple[online_table.Row, ...]:
        return online_table.waiting(self.url)

    def record(
        self, session: Session, came: tuple[online_table.Row, ...]
    ) -> tuple[online_table.Answer, ...]:
        answers = []
        for row in came:
            try:
                is_new = online.take_in(session, row.raw, "table")
                answers.append(online_table.Answer(row.id, "taken" if is_new else "repeated"))
            except UserError as error:
                answers.append(online_table.Answer(row.id, "bad", reasons(error, self.words)))
        return tuple(answers)

    def finish(self, rest: tuple[online_table.Answer, ...]) -> int:
        if rest:
            online_table.answer(self.url, rest)
        return len(rest)


def reasons(error: CodedError, words: Words) -> str:
    """Say everything that is wrong with a document, a line for each field."""
    if not isinstance(error, online.Bad):
        return words(error)
    return "\n".join(
        f"{fault.field or '-'}：{words(Invalid(fault.code, fault.field, **fault.fields))}"
        for fault in error.faults
    )


def licence_library(
    session: Session, read: Settings
) -> Callable[[LicenceQuery], LicenceAnswer] | None:
    """Return what asks the library of licences set up at this station, None without one."""
    if read.licences is None:
        return None
    return partial(_look_up, read.licences.http, _secrets(session))


def _look_up(endpoint: Endpoint, known: Mapping[str, str], query: LicenceQuery) -> LicenceAnswer:
    return licences.look_up(endpoint, query, known)


def _secrets(session: Session) -> dict[str, str]:
    with session.reading() as store:
        return {name: secrets.get(store, name) or "" for name in secrets.names(store)}


def rounds(session: Session, read: Settings, words: Words) -> tuple[Round, ...]:
    """Return the rounds of what is set up at this station."""
    known = _secrets(session)
    found: list[Round] = []
    if read.messages is not None:
        own = Path(read.messages.templates) if read.messages.templates else None
        found.append(MessageRound(read.messages, known, templates.load(own), session.now))
    if read.platform is not None:
        found.append(PlatformRound(read.platform, known, words, session.now))
    if read.online is not None and read.online.folder:
        found.append(OnlineRound(read.online, words, session.now))
    if read.bookings is not None:
        found.append(BookingRound(read.bookings, words, session.now))
    if read.online is not None and read.online.database:
        if read.online.database not in known:
            raise SurroundingsError(http.NO_SECRET, name=read.online.database)
        found.append(TableRound(known[read.online.database], words))
    return tuple(found)


def run(session: Session, one: Round) -> int:
    """Run a round step by step; return how much went through."""
    return one.finish(one.record(session, one.send(one.take(session))))


def of_hall(data: Path, words: Words) -> Hall:
    """Return what the commands do in the store of `data`, opened for each of them."""
    from zcdesk.exchange.command import Hall  # with it come the simulated far sides

    def with_session(work: Callable[[Session], T]) -> T:
        from zcdesk import station

        session = station.open_session(data)
        try:
            return work(session)
        finally:
            session.store.close()

    def once(session: Session) -> dict[str, int | str]:
        done: dict[str, int | str] = {}
        for one in rounds(session, load(data), words):
            try:
                done[one.name] = run(session, one)
            except CodedError as error:
                done[one.name] = words(error)
        return done

    def secret(name: str, value: str) -> None:
        def keep(session: Session) -> None:
            with session.transaction() as tx:
                secrets.put(tx, name, value) if value else secrets.drop(tx, name)

        with_session(keep)

    def seal(request: SealRequest) -> SealAnswer:
        read = load(data)
        if read.seals is None:
            raise NotAllowed("SEA-02")
        return seals.seal(read.seals.http, request, with_session(_secrets))

    return Hall(
        status=lambda: with_session(status),
        once=lambda: with_session(once),
        secret=secret,
        seal=seal,
    )


def status(session: Session) -> dict[str, Any]:
    """Return what waits at each interface, and where hall and platform differ."""
    states = (FilingState.WAITING, FilingState.PASSED)
    return {
        "messages": messages.counts(session),
        "unregistered": msgspec.to_builtins(platform.unregistered(session)),
        "differences": msgspec.to_builtins(platform.differences(session)),
        "online": msgspec.to_builtins(online.pending(session, *states)),
    }
