"""A hall of one PC in a temporary folder: real store, fixed clock, seeded chance."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from zcdesk import calendar
from zcdesk.domain.hall import Role
from zcdesk.domain.matter import (
    Form,
    Material,
    Matter,
    MatterType,
    Necessity,
    Secrecy,
    Source,
    WindowCategory,
)
from zcdesk.domain.worktime import HALL_ZONE, WorkCalendar
from zcdesk.operations import clerks, setup
from zcdesk.operations.session import Session
from zcdesk.operations.setup import Answers, ClerkAnswer, HallAnswer, WindowAnswer
from zcdesk.store.founding import Station
from zcdesk.store.keys import Keys
from zcdesk.store.place import Place
from zcdesk.store.store import Store

SECRET = "invented-1"
START = datetime(2026, 11, 24, 9, 0, tzinfo=HALL_ZONE)


@dataclass
class Clock:
    """A clock a test moves by hand."""

    at: datetime = START

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **spans: float) -> None:
        self.at += timedelta(**spans)


@dataclass
class Chance:
    """Bytes that look random and are the same in every run."""

    seed: random.Random = field(default_factory=lambda: random.Random(20261124))

    def __call__(self, count: int) -> bytes:
        return self.seed.randbytes(count)


ANSWERS = Answers(
    hall=HallAnswer(name="示例区政务服务中心", region="320213"),
    windows=(
        WindowAnswer(number="3", favourites=("1-2",)),
        WindowAnswer(number="5", categories=("投资建设",)),
    ),
    clerks=(
        ClerkAnswer(staff_no="0001", name="王主任", secret=SECRET, roles=(Role.ADMINISTRATOR,)),
        ClerkAnswer(staff_no="0312", name="张敏", secret=SECRET),
        ClerkAnswer(staff_no="0313", name="李强", secret=SECRET),
    ),
    station="3",
    simulated=True,
)


def matters() -> tuple[Matter, ...]:
    """A handful of matters that hold every kind of row."""
    form = Material(name="申请表")
    licence = Material(name="营业执照", form=Form.COPY, source=Source.SHARED, shareable=True)
    identity = Material(name="居民身份证", form=Form.BOTH)
    late = Material(name="水质检验报告", necessity=Necessity.DEFERRABLE, deferral_days=5)
    proxy = Material(name="授权委托书", necessity=Necessity.CONDITIONAL, condition="委托他人办理")
    social = (WindowCategory.SOCIAL,)
    return (
        Matter(
            key="1-1",
            code="1001",
            name="饮用水供水单位卫生许可",
            department="区卫生健康委",
            categories=social,
            type=MatterType.PROMISED,
            promised_days=8,
            statutory_days=20,
            legal_basis="生活饮用水卫生监督管理办法",
            materials=(form, licence, identity, late),
        ),
        Matter(
            key="1-2",
            code="1002",
            name="出版物零售业务经营许可",
            department="区行政审批局",
            categories=social,
            type=MatterType.PROMISED,
            promised_days=10,
            materials=(form, identity, Material(name="经营场所使用权证明", form=Form.COPY), proxy),
        ),
        Matter(
            key="4-1",
            code="4001",
            name="企业投资项目备案",
            department="区行政审批局",
            categories=(WindowCategory.INVESTMENT,),
            type=MatterType.INSTANT,
        ),
        Matter(
            key="1-9",
            code="1009",
            name="涉密事项",
            department="区委办公室",
            categories=social,
            secrecy=Secrecy.SECRET,
        ),
    )


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place.under(tmp_path / "hall")


def open_store(place: Place, at: datetime, chance: Chance) -> Store:
    """Open the store of a hall, or make it."""
    keys = Keys(place.keys, keystore=lambda: None)
    if place.database.exists():
        return Store.open(place, at=at, keys=keys, random=chance, machine="pc-1")
    station = Station("hall-320213", "320213", "3")
    return Store.create(place, station, at=at, keys=keys, random=chance, machine="pc-1")


def session_on(store: Store, clock: Clock, chance: Chance) -> Session:
    return Session(
        store=store,
        now=clock,
        random=chance,
        calendar=_calendar(),
        window="3",
        simulated=True,
    )


@cache
def _calendar() -> WorkCalendar:
    return calendar.load()


@pytest.fixture
def open_hall(place: Place, clock: Clock) -> Iterator[Callable[[], Session]]:
    """Open the hall's store again, as after a restart."""
    sessions: list[Session] = []

    def open_() -> Session:
        for old in sessions:
            old.store.close()
        chance = Chance(random.Random(len(sessions)))
        sessions.append(session_on(open_store(place, clock(), chance), clock, chance))
        return sessions[-1]

    yield open_
    for session in sessions:
        session.store.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hall set up once, 0312 on duty: the secrets' slow hashing is paid once for all tests."""
    root, chance = tmp_path_factory.mktemp("prepared"), Chance(random.Random(320213))
    fresh = session_on(open_store(Place.under(root), START, chance), Clock(), chance)
    setup.set_up(fresh, ANSWERS, matters())
    clerks.log_in(fresh, "0312", SECRET)
    fresh.store.close()
    return root


@pytest.fixture
def session(prepared: Path, place: Place, open_hall: Callable[[], Session]) -> Session:
    """A hall in use, the clerk 0312 on duty at window 3."""
    shutil.copytree(prepared, place.data.parent)
    return open_hall().as_clerk("0312")
