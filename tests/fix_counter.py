"""The counter in its shell over a real store: lanes inline, clocks moved by hand, keys counted.

Matters are invented samples that hold every kind of row; nobody's numbers are anybody's.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from fix_hall import Clock
from fix_keys import KeyCounter, key_of

from zcdesk import calendar
from zcdesk.devices.kinds import Call, Page, Replaced
from zcdesk.domain.hall import Role
from zcdesk.domain.identity import IdKind, with_check_digit
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
from zcdesk.domain.person import Person, Trust
from zcdesk.operations import clerks, setup, windows
from zcdesk.operations.session import Session
from zcdesk.operations.setup import Answers, ClerkAnswer, HallAnswer, WindowAnswer
from zcdesk.store.founding import Station
from zcdesk.store.keys import Keys
from zcdesk.store.place import Place
from zcdesk.store.store import Store

SECRET = "invented-1"
ANSWERS = Answers(
    hall=HallAnswer(name="示例区政务服务中心", region="320213"),
    windows=(
        WindowAnswer(number="3", categories=("社会民生", "市场准入"), favourites=("1-5",)),
        WindowAnswer(number="5", categories=("投资建设",)),
    ),
    clerks=(
        ClerkAnswer(staff_no="0001", name="王主任", secret=SECRET, roles=(Role.ADMINISTRATOR,)),
        ClerkAnswer(staff_no="0312", name="张敏", secret=SECRET),
    ),
    station="3",
    simulated=True,
)
CASHED = Material(name="营业执照", form=Form.COPY, source=Source.SHARED, shareable=True)
IDENTITY = Material(name="居民身份证", form=Form.BOTH, legal_basis="居民身份证法")
PLACE = Material(
    name="场所所有权或使用权证明",
    form=Form.BOTH,
    acceptance="产权证或租赁合同，地址与申请书一致",
    needs_seal=True,
)


def matter(key: str, code: str, name: str, *materials: Material, **more: Any) -> Matter:
    """Return a sample matter."""
    given: dict[str, Any] = {
        "department": "区卫生健康委",
        "categories": (WindowCategory.SOCIAL,),
        "type": MatterType.PROMISED,
        "promised_days": 20,
        "legal_basis": "公共场所卫生管理条例",
    }
    return Matter(key=key, code=code, name=name, materials=materials, **{**given, **more})


def matters() -> tuple[Matter, ...]:
    """Return the catalogue of the test hall."""
    originals = tuple(Material(name=f"证明材料第{n}号") for n in range(1, 20))
    many = tuple(Material(name=f"登记材料第{n}号", form=Form.COPY) for n in range(1, 41))
    return (
        matter(
            "1-5",
            "1005",
            "饮用水供水单位卫生许可（新证）",
            Material(name="供水单位卫生许可证申请书"),
            CASHED,
            Material(name="法定代表人资格证明", form=Form.COPY, source=Source.SHARED),
            Material(name="供、管水人员健康和培训合格证明", copies=2),
            PLACE,
            Material(name="单位卫生管理组织和制度", note="写明责任人"),
            Material(
                name="水质检验报告",
                necessity=Necessity.DEFERRABLE,
                deferral_days=10,
            ),
            Material(
                name="授权委托书",
                necessity=Necessity.CONDITIONAL,
                condition="委托他人办理",
            ),
        ),
        matter(
            "1-6",
            "1006",
            "公共场所卫生许可（新证）",
            Material(name="公共场所卫生许可申请表"),
            CASHED,
            Material(name="场所所有权或使用权证明", form=Form.COPY, copies=2),
            Material(name="卫生设施平面图", needs_signature=True),
        ),
        matter(
            "1-7",
            "1007",
            "设置大型户外广告及在城市建筑物、设施上悬挂、张贴宣传品审批",
            Material(name="户外广告设置申请表"),
            PLACE,
            Material(name="效果图", copies=3),
            department="城管局",
            prerequisites=("1-6",),
        ),
        matter(
            "1-49",
            "1049",
            "护士执业注册",
            Material(name="护士执业注册申请审核表"),
            Material(name="申请人身份证明", form=Form.BOTH, source=Source.SHARED),
            Material(name="学历证书及临床实习证明", form=Form.BOTH),
            Material(name="健康体检证明"),
            Material(name="医疗卫生机构拟聘用的相关材料"),
        ),
        matter("1-8", "1008", "一件十九份材料的事项", *originals),
        matter("1-40", "1040", "一件四十份材料的事项", *many),
        matter("1-50", "1050", "没有清单的事项"),
        matter(
            "4-1",
            "4001",
            "企业投资项目备案",
            Material(name="项目备案申请表"),
            categories=(WindowCategory.INVESTMENT,),
        ),
        matter("1-99", "1099", "涉密事项", IDENTITY, secrecy=Secrecy.SECRET),
    )


def resident(serial: int = 1, **more: Any) -> Person:
    """Return an invented person as a card tells them."""
    return Person(
        name=f"示{chr(0x4E00 + serial)}一",
        id_kind=IdKind.RESIDENT.value,
        id_number=with_check_digit(f"32021319880612{serial:03d}"),
        phone=f"1380000{serial:04d}",
        trust=Trust.CARD,
        **more,
    )


class Camera:
    """A document camera that gives one small page."""

    name = "高拍仪"

    def __init__(self) -> None:
        self.pages = 0
        self.skew = 0.0

    def scan(self) -> Page:
        from PySide6.QtCore import QBuffer, QByteArray, QIODevice
        from PySide6.QtGui import QImage

        self.pages += 1
        picture = QImage(8, 12, QImage.Format.Format_RGB32)
        picture.fill(self.pages)
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")  # type: ignore[call-overload]
        return Page(bytes(data.data()), skew=self.skew)


class Voice:
    """A caller that keeps what it was told to say."""

    name = "叫号器"

    def __init__(self) -> None:
        self.said: list[str] = []

    def begin(self, call: Call) -> Callable[[], tuple[Replaced, ...]]:
        self.said.append(f"{call.number}@{call.window}")
        return tuple


@dataclass
class Counter:
    """A counter at work.

    Attributes:
        page, desk, shell: what is under test.
        clock: the station's time; keys move the clock of key events by themselves.
        notes, codes: what the clerk was told in the status line and by code.
    """

    page: Any
    desk: Any
    shell: Any
    clock: Clock
    gate: Any
    hand: Any
    keys: Any
    notes: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)

    @property
    def visit(self) -> Any:
        return self.page.open_visit

    @property
    def rows(self) -> tuple[Any, ...]:
        return tuple(shown.row for shown in self.page.serving.checklist.model.rows)

    @property
    def row(self) -> Any:
        return self.page.serving.checklist.row

    def state(self, no: int) -> str:
        """State of row `no`, as a word of the domain."""
        return str(self.rows[no - 1].mark.state)

    def press(self, *names: str) -> None:
        """Press keys one after another, each at a person's speed."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        for name in names:
            key, modifiers = key_of(name)
            target = QApplication.focusWidget() or self.shell
            self._think()
            QTest.keyClick(target, key, modifiers)
            self.gate.settle()

    def write(self, text: str) -> None:
        """Type a text without an input method."""
        from PySide6.QtTest import QTest
        from PySide6.QtWidgets import QApplication

        for letter in text:
            self._think()
            QTest.keyClicks(QApplication.focusWidget(), letter)
            self.gate.settle()

    def _think(self) -> None:
        """Let half a second pass, as it does between two keys of a person."""
        self.hand.move(0.5)
        self.clock.pass_(seconds=0.5)

    def ticket(self, matter_key: str = "", category: str = "社会民生", **more: Any) -> Any:
        """Take a number at the kiosk."""
        from zcdesk.operations import tickets

        taken = tickets.take_ticket(self.desk.session, category, matter=matter_key, **more)
        self.desk.changed.emit(self.desk.session.take_topics())
        return taken.ticket

    def serve(self, matter_key: str = "1-5", person: Person | None = None) -> None:
        """Bring a visit to its checklist: ticket, call, card, the ticket's matter taken."""
        self.ticket(matter_key)
        self.press("F2")
        self.desk.card_read.emit(person or resident())
        self.press("Enter")

    def find(self, name: str) -> Any:
        """Return the widget of that object name."""
        from PySide6.QtWidgets import QWidget

        found = self.shell.findChild(QWidget, name)
        assert found is not None, name
        return found


def _session(store: Store, clock: Clock, seed: int) -> Session:
    from fix_hall import Chance

    return Session(
        store=store,
        now=clock,
        random=Chance(random.Random(seed)),
        calendar=calendar.load(),
        window="3",
        simulated=True,
    )


@pytest.fixture(scope="session")
def counter_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a hall in use, made once: hashing its secrets takes a second."""
    from fix_hall import Chance, Clock

    root = tmp_path_factory.mktemp("counter") / "hall"
    place, clock = Place.under(root), Clock()
    store_keys = Keys(place.keys, keystore=lambda: None)
    station = Station("hall-320213", "320213", "3")
    store = Store.create(
        place, station, at=clock(), keys=store_keys, random=Chance(), machine="pc-1"
    )
    fresh = _session(store, clock, 1)
    setup.set_up(fresh, ANSWERS, matters())
    clerks.log_in(fresh, "0312", SECRET)
    windows.open_window(fresh.as_clerk("0312"))
    store.close()
    return root


@pytest.fixture
def counter_session(
    counter_files: Path, tmp_path: Path, clock: Clock
) -> Iterator[Callable[[], Session]]:
    """Open a copy of that hall; calling again is a restart of the program."""
    from fix_hall import Chance

    shutil.copytree(counter_files, tmp_path / "hall")
    place = Place.under(tmp_path / "hall")
    opened: list[Store] = []

    def open_() -> Session:
        for old in opened:
            old.close()
        store_keys = Keys(place.keys, keystore=lambda: None)
        chance = Chance(random.Random(len(opened)))
        store = Store.open(place, at=clock(), keys=store_keys, random=chance, machine="pc-1")
        opened.append(store)
        return _session(store, clock, 2 + len(opened)).as_clerk("0312")

    yield open_
    opened[-1].close()


@pytest.fixture
def make_counter(
    dressed: Callable[..., Any],
    counter_session: Callable[[], Session],
    clock: Clock,
    gate: Any,
    hand: Any,
    keys: KeyCounter,
) -> Callable[..., Counter]:
    """Build a counter: theme, scale and size as asked, held lanes if wanted."""

    def make(
        theme_name: str = "light",
        scale: float = 1.0,
        size: tuple[int, int] = (1366, 697),
        jobs: Any = None,
    ) -> Counter:
        from zcdesk.devices.simulated import SimulatedPrinter
        from zcdesk.ui.bindings import Keys as Bindings
        from zcdesk.ui.counter.page import CounterPage
        from zcdesk.ui.desk import Desk
        from zcdesk.ui.jobs import InlineJobs
        from zcdesk.ui.notices import Notices
        from zcdesk.ui.printing import Printing
        from zcdesk.ui.shell import Shell

        bindings, notices = Bindings(), Notices(clock=lambda: clock().timestamp())
        shell = Shell(bindings, notices)
        desk = Desk(
            session=counter_session(),
            jobs=jobs or InlineJobs(notices.show),
            notices=notices,
            keys=bindings,
            devices={
                "caller": Voice(),
                "scanner": Camera(),
                "printer": SimulatedPrinter("热敏#1", "escpos80"),
            },
            parent=shell,
        )
        desk.printing = Printing(desk)
        page = CounterPage(desk)
        made = Counter(page, desk, shell, clock, gate, hand, keys)
        notices.noted.connect(lambda words, _tone: made.notes.append(words))
        notices.raised.connect(
            lambda notice: made.codes.append(notice.message.code.removeprefix("ZC-"))
        )
        shell.add_page("counter", page, "list-check", "收件")
        shell.undo_wanted.connect(page.undo)
        dressed(shell, theme_name, scale, size)
        page.start()
        shell.show_page("counter")
        keys.reset()
        return made

    return make


@pytest.fixture
def counter(make_counter: Callable[..., Counter]) -> Counter:
    """A counter of the design size, nobody served."""
    return make_counter()
