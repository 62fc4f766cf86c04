"""Steps before there is a hall: how it looks, which hall, which window and who administers it.

A step checks itself and says what to do at the field; it knows nothing of the others.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from zcdesk.domain.hall import Role
from zcdesk.domain.secret import LockPolicy, check_secret
from zcdesk.errors import CodedError, Invalid
from zcdesk.operations import setup
from zcdesk.operations.setup import (
    Answers,
    ClerkAnswer,
    HallAnswer,
    Looks,
    UpdatesAnswer,
    WindowAnswer,
)
from zcdesk.ui import theme
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import SCALES, Theme, Tone
from zcdesk.ui.widgets.choice import Choice
from zcdesk.ui.widgets.field import CodeEdit, Field, LineEdit
from zcdesk.ui.widgets.text import Text


class Step(QWidget):
    """One step.

    Attributes:
        title: as it stands in the row of steps.
        fields: by name, those kept when the wizard is left; secrets are not among them.
    """

    def __init__(self, title: str, told: str) -> None:
        super().__init__()
        self.title = title
        self.fields: dict[str, Field] = {}
        self.column = QVBoxLayout(self)
        theme.spaced(self.column, gap=12)
        self.column.addWidget(Text(told, "body", Tone.NEUTRAL, wrap=True))

    def is_right(self) -> bool:
        """Tell whether one may go on; what is missing is said at its field, which has the focus."""
        return True

    def inputs(self) -> tuple[QWidget, ...]:
        """Return what Enter goes through before it means the next step."""
        return tuple(field.edit for field in self.fields.values())

    def begin(self) -> None:
        """Put the focus where typing begins."""
        first = next(iter(self.inputs()), None)
        if first is not None:
            first.setFocus()

    def refuse(self, error: CodedError) -> bool:
        """Say at its field what was refused; False if it is not of this step."""
        return False

    def _lay(self, fields: dict[str, Field], columns: int = 2) -> QGridLayout:
        grid = QGridLayout()
        theme.spaced(grid, gap=16, row_gap=10)
        for place, (name, field) in enumerate(fields.items()):
            field.edit.setObjectName(f"setup_{name}")
            grid.addWidget(field, place // columns, place % columns)
            grid.setColumnStretch(place % columns, 1)
        return grid

    def _lacks(self, *names: str) -> bool:
        """Ask for the first of these fields that is empty."""
        for field in self.fields.values():
            field.say("")
        for name in names:
            if not self.fields[name].text().strip():
                return self._wrong(name, self.tr("请填写"))
        return False

    def _wrong(self, name: str, words: str) -> bool:
        self.fields[name].say(words)
        self.fields[name].setFocus()
        return True


class LooksStep(Step):
    """Language, text size, light or dark: seen at once.

    Signals:
        look_chosen(Theme, float), language_chosen(str).
    """

    look_chosen = Signal(object, float)
    language_chosen = Signal(object)

    def __init__(self, looks: Looks) -> None:
        super().__init__(self.tr("语言与字号"), self.tr("选好后立刻显示，以后在登录页也能改。"))
        names = (self.tr("标准"), self.tr("大"), self.tr("特大"))
        self.size_choice = Choice(tuple(zip(SCALES, names, strict=True)))
        self.theme_choice = Choice(((Theme.LIGHT, self.tr("浅色")), (Theme.DARK, self.tr("深色"))))
        self.language = Choice((("zh_CN", self.tr("中文")), ("en_US", "English")))
        rows = (
            (self.tr("字号"), self.size_choice),
            (self.tr("主题"), self.theme_choice),
            (self.tr("语言"), self.language),
        )
        for label, choice in rows:
            choice.setAccessibleName(label)
            self.column.addWidget(Field(label, choice))
        self.size_choice.set_value(looks.scale)
        self.theme_choice.set_value(Theme.DARK if looks.theme == "dark" else Theme.LIGHT)
        self.language.set_value(looks.language)
        self.size_choice.changed.connect(self._on_look)
        self.theme_choice.changed.connect(self._on_look)
        self.language.changed.connect(self.language_chosen)

    def begin(self) -> None:
        self.size_choice.setFocus()

    @property
    def looks(self) -> Looks:
        """What was chosen."""
        scale, chosen, language = self.size_choice.value, self.theme_choice.value, self.language
        assert isinstance(scale, float)
        return Looks(
            language="en_US" if language.value == "en_US" else "zh_CN",
            theme="dark" if chosen is Theme.DARK else "light",
            scale=scale,
        )

    def _on_look(self, _: object) -> None:
        self.look_chosen.emit(self.theme_choice.value, self.size_choice.value)


class HallStep(Step):
    """A hall of this PC's own, or one more window of a hall that has a server."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("大厅"),
            self.tr("只有这一台电脑就新建；大厅已有服务器就加入，接入码由管理员给出，只能用一次。"),
        )
        self.way = Choice(((False, self.tr("新建大厅")), (True, self.tr("加入已有大厅"))))
        self.way.setAccessibleName(self.title)
        self.column.addWidget(self.way, 0, Qt.AlignmentFlag.AlignLeft)
        own = {
            "hall": Field(self.tr("大厅名称"), LineEdit()),
            "region": Field(self.tr("行政区划代码（6 位）"), CodeEdit()),
            "phone": Field(self.tr("咨询电话"), CodeEdit()),
            "key": Field(self.tr("更新的发布公钥文件 release.pub（可空）"), LineEdit()),
        }
        join = {
            "server": Field(self.tr("服务器地址"), CodeEdit("10.0.0.5")),
            "code": Field(self.tr("接入码（20 位）"), CodeEdit(upper=True)),
            "login": Field(self.tr("没有接入码：登录文件"), LineEdit()),
        }
        self.fields = {**own, **join}
        self._own, self._join = tuple(own), tuple(join)
        self._stack = QStackedWidget()
        for fields in (own, join):
            page = QWidget()
            page.setLayout(self._lay(fields))
            self._stack.addWidget(page)
        self.column.addWidget(self._stack)
        self.way.changed.connect(self._on_way)

    @property
    def joins(self) -> bool:
        """Whether this PC joins a hall."""
        return bool(self.way.value)

    def inputs(self) -> tuple[QWidget, ...]:
        return tuple(self.fields[name].edit for name in (self._join if self.joins else self._own))

    def begin(self) -> None:
        self.way.setFocus()

    def is_right(self) -> bool:
        if not self.joins:
            return not self._lacks("hall", "region") and self._region_is_right()
        if self.fields["login"].text().strip():
            return True
        return not self._lacks("server", "code")

    def refuse(self, error: CodedError) -> bool:
        places = {
            "hall.region": "region",
            "hall.name": "hall",
            "updates.key": "key",
            "server": "server",
            "code": "code",
        }
        if self.joins:
            known = places.get(error.field, "") if isinstance(error, Invalid) else ""
            login = "login" if self.fields["login"].text() else "code"
            return self._wrong(known or login, describe(error).text)
        if isinstance(error, Invalid) and error.field in places:
            return self._wrong(places[error.field], describe(error).text)
        return False

    def _region_is_right(self) -> bool:
        given = self.fields["region"].text()
        if len(given) == setup.REGION_DIGITS and given.isascii() and given.isdigit():
            return True
        self._wrong("region", describe(Invalid("SET-03", "hall.region", given=given)).text)
        return False

    def _on_way(self, joins: object) -> None:
        self._stack.setCurrentIndex(int(bool(joins)))


class WindowStep(Step):
    """Which window this PC is, and who administers the hall."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("本机窗口"),
            self.tr(
                "管理员管人员、制度和设备；另填收件人员时管理员不收件，不填就由管理员兼任。"
                "更多的人在“人员”页添加。口令只保存校验值，忘了要重设。"
            ),
        )
        self._edits: tuple[QWidget, ...] = ()
        self.fields = {
            "window": Field(self.tr("本机窗口号"), CodeEdit("1")),
            "staff_no": Field(self.tr("管理员工号"), CodeEdit()),
            "name": Field(self.tr("管理员姓名"), LineEdit()),
        }
        self.secrets = {
            "secret": Field(self.tr("管理员口令（至少 8 位）"), CodeEdit(secret=True)),
            "again": Field(self.tr("再输一次口令"), CodeEdit(secret=True)),
        }
        self.clerk = {
            "clerk_no": Field(self.tr("收件人员工号（可空）"), CodeEdit()),
            "clerk_name": Field(self.tr("收件人员姓名"), LineEdit()),
            "clerk_secret": Field(self.tr("收件人员的初始口令"), CodeEdit(secret=True)),
        }
        for fields in ({**self.fields, **self.secrets}, self.clerk):
            self._edits += tuple(field.edit for field in fields.values())
            self.column.addLayout(self._lay(fields, 3))
        self.fields |= {name: self.clerk[name] for name in ("clerk_no", "clerk_name")}

    def inputs(self) -> tuple[QWidget, ...]:
        return self._edits

    def is_right(self) -> bool:
        for field in (*self.secrets.values(), *self.clerk.values()):
            field.say("")
        if self._lacks("window", "staff_no", "name"):
            return False
        secret, again = (field.text() for field in self.secrets.values())
        if weak := _weak(secret):
            return _is_said(self.secrets["secret"], weak)
        if secret != again:
            return _is_said(self.secrets["again"], self.tr("两次输入不同"))
        return self._clerk_is_right()

    def _clerk_is_right(self) -> bool:
        """Nobody else, or somebody else whole."""
        number, name, secret = (field.text().strip() for field in self.clerk.values())
        if not (number or name or secret):
            return True
        if number == self.fields["staff_no"].text().strip():
            return _is_said(self.clerk["clerk_no"], self.tr("不能和管理员同一个工号"))
        for given, field in ((number, "clerk_no"), (name, "clerk_name")):
            if not given:
                return _is_said(self.clerk[field], self.tr("请填写"))
        weak = _weak(secret)
        return _is_said(self.clerk["clerk_secret"], weak) if weak else True

    def answers(self, hall: HallStep, looks: Looks) -> Answers:
        """Put together what makes a hall of one PC."""
        own = {name: field.text().strip() for name, field in hall.fields.items()}
        mine = {name: field.text().strip() for name, field in self.fields.items()}
        number, name, secret = (field.text().strip() for field in self.clerk.values())
        desk = Role.SUPERVISOR if number else Role.CLERK
        admin = ClerkAnswer(
            staff_no=mine["staff_no"],
            name=mine["name"],
            secret=self.secrets["secret"].text(),
            roles=(Role.ADMINISTRATOR, desk),
        )
        clerk = (ClerkAnswer(staff_no=number, name=name, secret=secret),) if number else ()
        return Answers(
            hall=HallAnswer(name=own["hall"], region=own["region"], phone_consult=own["phone"]),
            windows=(WindowAnswer(number=mine["window"]),),
            clerks=(admin, *clerk),
            station=mine["window"],
            looks=looks,
            updates=UpdatesAnswer(key=own["key"]),
        )


def _weak(secret: str) -> str:
    """Say why a secret will not do; '' if it will."""
    try:
        check_secret(secret, LockPolicy())
    except Invalid as weak:
        return describe(weak).text
    return ""


def _is_said(field: Field, words: str) -> bool:
    field.say(words)
    field.setFocus()
    return False


def row_of(*widgets: QWidget) -> QHBoxLayout:
    """Lay widgets side by side, from the left."""
    row = QHBoxLayout()
    theme.spaced(row, gap=10)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
