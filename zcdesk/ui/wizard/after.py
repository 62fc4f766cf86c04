"""Steps once there is a hall: devices, the citizen's screen, a case tried down to its paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from zcdesk.devices.kinds import DeviceKind, ModelChoice
from zcdesk.errors import CodedError, Invalid
from zcdesk.ui.device_watch import NAMES
from zcdesk.ui.device_words import device_words
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button, Kind
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import CodeEdit, Combo, Field
from zcdesk.ui.widgets.text import Text
from zcdesk.ui.wizard.steps import Step, row_of
from zcdesk.ui.words import words

OFFERED = (
    DeviceKind.PRINTER,
    DeviceKind.SECOND_PRINTER,
    DeviceKind.READER,
    DeviceKind.VOICE,
    DeviceKind.WINDOW_SCREEN,
    DeviceKind.GUN,
    DeviceKind.SCANNER,
    DeviceKind.RATER,
    DeviceKind.PADS,
)
"""What windows have, most of them first; buses and hall screens are the devices page's."""


class DevicesStep(Step):
    """One line per device: found by asking, or by an address; tried with a result to judge.

    Attributes:
        problems: says what is wrong with addresses, each with its field `devices.KIND`.
        choices: gives the models a kind can be.
        model: chooses one for the line that had the cursor last.

    Signals:
        find_wanted(): ask on every port, and the printing system, who is there.
        test_wanted(str, str): try the device of this kind at this address.
    """

    find_wanted = Signal()
    test_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(
            self.tr("设备"),
            self.tr("接好电源和线后按 F5 查找。没有的设备留空，以后在“设备”页再接，不影响办件。"),
        )
        self.problems: Callable[[Mapping[str, str]], Iterable[Invalid]] = _none
        self.choices: Callable[[str], tuple[ModelChoice, ...]] = lambda _: ()
        self._at = OFFERED[0].value
        self.fields = {
            kind.value: Field(words("watch", NAMES[kind.value]), CodeEdit()) for kind in OFFERED
        }
        for field in self.fields.values():
            field.edit.installEventFilter(self)
        self.column.addLayout(self._lay(self.fields, 3))
        self.find_button = Button(self.tr("查找"), icon="search", key="F5")
        self.test_button = Button(self.tr("测试光标所在的设备"), icon="player-play", key="F6")
        self.find_button.clicked.connect(self.find_all)
        self.test_button.clicked.connect(self.test)
        self.model = Combo()
        self.model.setObjectName("setup_model")
        self.model.activated.connect(self._on_model)
        self.column.addLayout(row_of(self.find_button, self.test_button, self.model))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Offer the models of the line the cursor comes to."""
        if event.type() == QEvent.Type.FocusIn:
            self._at = next(k for k, field in self.fields.items() if field.edit is watched)
            self._offer_models()
        return super().eventFilter(watched, event)

    def _offer_models(self) -> None:
        name = words("watch", NAMES[self._at])
        label = self.tr("没有反应？选择{device}的型号").format(device=name)
        self.model.clear()
        self.model.addItem(label, "")
        self.model.setAccessibleName(label)
        for one in self.choices(self._at):
            if one.name:
                self.model.addItem(device_words(one.title), one.name)
        self.model.setEnabled(self.model.count() > 1)

    def _on_model(self, place: int) -> None:
        """Write the model into the address; what else stands there stays."""
        name, field = self.model.itemData(place), self.fields[self._at]
        if not name:
            return
        port, _, rest = field.text().strip().partition("?")
        kept = [part for part in rest.split("&") if part and not part.startswith("model=")]
        field.set_text(f"{port}?{'&'.join([f'model={name}', *kept])}")
        if not port:
            field.say(self.tr("再填端口，例如 serial:/dev/ttyUSB0"), Tone.WARN)
        field.setFocus()

    def is_right(self) -> bool:
        for field in self.fields.values():
            field.say("")
        for problem in self.problems(self.addresses()):
            kind = problem.field.removeprefix("devices.")
            self.fields[kind].say(describe(problem).text)
            self.fields[kind].setFocus()
            return False
        return True

    def show_addresses(self, urls: Mapping[str, str]) -> None:
        """Show how the devices are connected now."""
        for kind, field in self.fields.items():
            field.set_text(urls.get(kind, ""))

    def addresses(self) -> dict[str, str]:
        """Return the addresses that were entered or found."""
        found = {kind: field.text().strip() for kind, field in self.fields.items()}
        return {kind: url for kind, url in found.items() if url}

    def find_all(self) -> None:
        """Ask who is there, for the lines that are still empty."""
        self.find_button.setEnabled(False)
        for kind, field in self.fields.items():
            field.say("" if kind in self.addresses() else self.tr("正在询问……"), Tone.NEUTRAL)
        self.find_wanted.emit()

    def show_found(self, urls: Mapping[str, str]) -> None:
        """Show what answered and what to do about the rest."""
        self.find_button.setEnabled(True)
        for kind, field in self.fields.items():
            if field.text().strip():
                continue
            if kind in urls:
                field.set_text(urls[kind])
                field.say(self.tr("找到了，按 F6 测试"), Tone.OK)
            else:
                field.say(self.tr("没有回答：看电源和线，换个口再查找，或留空"), Tone.NEUTRAL)

    def test(self) -> None:
        """Try the device whose line has the cursor."""
        kind = self._at
        field = self.fields[kind]
        if not field.text().strip():
            field.say(self.tr("先按 F5 查找，或填地址"), Tone.WARN)
            return
        field.say(self.tr("正在测试，请放卡、按键或看、听……"), Tone.NEUTRAL)
        self.test_wanted.emit(kind, field.text().strip())

    def say(self, kind: str, told: str, *, well: bool) -> None:
        """Say what came of a test."""
        self.fields[kind].say(device_words(told), Tone.OK if well else Tone.DANGER)


def _none(_: Mapping[str, str]) -> Iterable[Invalid]:
    return ()


class ScreenStep(Step):
    """Which screen faces the citizen: each shows a letter, the person says which one they see."""

    LETTERS = "KMR"

    def __init__(self) -> None:
        super().__init__(
            self.tr("群众屏"),
            self.tr("群众能看到的那块屏上显示的是哪个字母？没有第二块屏就选“没有群众屏”。"),
        )
        self._shown: list[QWidget] = []
        options: list[tuple[object, str]] = [("", self.tr("没有群众屏"))]
        count = min(len(QGuiApplication.screens()), len(self.LETTERS))
        options += [(letter, letter) for letter in self.LETTERS[:count]] if count > 1 else []
        if count > 1:
            options.append(("both", self.tr("两块屏都看到")))
        self.choice = Choice(tuple(options))
        self.choice.setAccessibleName(self.title)
        self.told = Text("", "body", Tone.WARN, wrap=True)
        self.column.addLayout(row_of(self.choice))
        self.column.addWidget(self.told)
        self.choice.changed.connect(lambda _: self.told.set_text(""))

    @property
    def has_screen(self) -> bool:
        """Whether a screen other than this one faces the citizen."""
        return self.choice.value not in ("", "both", self.LETTERS[0])

    def begin(self) -> None:
        self.choice.setFocus()
        screens = QGuiApplication.screens()
        for letter, screen in zip(self.LETTERS, screens if len(screens) > 1 else (), strict=False):
            label = QLabel(letter, None, Qt.WindowType.ToolTip)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            font = label.font()
            font.setPixelSize(screen.geometry().height() // 4)
            label.setFont(font)
            side = screen.geometry().height() // 3
            corner = screen.geometry().bottomRight()
            label.setGeometry(corner.x() - side, corner.y() - side, side, side)
            label.show()
            self._shown.append(label)

    def is_right(self) -> bool:
        """Two pictures of one screen, or this clerk's own screen, cannot be the citizen's."""
        if self.choice.value == "both":
            self.told.set_text(
                self.tr("两块屏是复制模式：请按 Win+P（或在显示设置里）改为“扩展”，再选一次")
            )
            return False
        if self.choice.value == self.LETTERS[0]:
            self.told.set_text(
                self.tr("这是工作人员的主屏：请在显示设置里把群众屏设为第二块，再选一次")
            )
            return False
        self.end()
        return True

    def end(self) -> None:
        """Take the letters away."""
        for label in self._shown:
            label.close()
            label.deleteLater()
        self._shown.clear()


class TrialStep(Step):
    """A case tried at this window: the paper that comes out is the proof.

    Signals:
        trial_wanted(): try it now.
        ended(): it was tried, for better or worse.
    """

    trial_wanted = Signal()
    ended = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("试办一件"),
            self.tr(
                "用虚构的人和事项走完一次收件，打印一张标“试运行 不作数”的收件通知书；"
                "不计数，不占真实编号。"
            ),
        )
        self.button = Button(self.tr("试办并打印"), Kind.PLAIN, icon="printer", key="F9")
        self.button.clicked.connect(self.try_)
        self.told = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.updates = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.column.addLayout(row_of(self.button))
        self.column.addWidget(self.told)
        self.column.addWidget(self.updates)

    def begin(self) -> None:
        self.button.setFocus()

    def show_key(self, public: str) -> None:
        """Say whose updates this PC takes."""
        trusted = self.tr("更新：只采用用公钥 {key}… 签名的版本，请与发布方电话核对。")
        none = self.tr("更新：还没有认定发布公钥，不会自动更新；以后在“管理、工作站”认定。")
        self.updates.set_text(trusted.format(key=public[:16]) if public else none)

    def try_(self) -> None:
        """Begin the trial unless one is under way."""
        if self.button.isEnabled():
            self.button.setEnabled(False)
            self.told.set_tone(Tone.NEUTRAL)
            self.told.set_text(self.tr("正在试办……"))
            self.trial_wanted.emit()

    def say(self, told: str, tone: Tone) -> None:
        """Say what came of it."""
        self.button.setEnabled(True)
        self.told.set_tone(tone)
        self.told.set_text(told)
        self.ended.emit()

    def show_printed(self, *, sure: bool) -> None:
        """The printer took it."""
        said = self.tr("打印机报告已打印。") if sure else self.tr("已送打印机。")
        self.say(
            said + self.tr("请看纸：有大厅名称、“试运行 不作数”和二维码，就可以开始用了。"), Tone.OK
        )

    def show_no_printer(self) -> None:
        """There is none: the trial was done without paper."""
        told = self.tr("试办通过，但没有打印机，没有出纸。接好后在“设备”页打印测试页。")
        self.say(told, Tone.WARN)

    def show_failed(self, error: CodedError) -> None:
        """It did not work; one may go back to the devices or finish all the same."""
        way = self.tr("可按 PgUp 回到“设备”，也可以先完成。")
        self.say(f"{describe(error).text}。{way}", Tone.DANGER)
