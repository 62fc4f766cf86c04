"""The parts of 设置 that tell of this PC, its folders, and what the program is made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from zcdesk import __version__, paths
from zcdesk.domain.hall import Role
from zcdesk.errors import CodedError
from zcdesk.ui import theme
from zcdesk.ui.desk import Desk
from zcdesk.ui.documents import exports
from zcdesk.ui.jobs import WORK, device
from zcdesk.ui.keeping import Here
from zcdesk.ui.texts import describe
from zcdesk.ui.theme import Tone
from zcdesk.ui.widgets.button import Button
from zcdesk.ui.widgets.field import Field, LineEdit
from zcdesk.ui.widgets.text import Text

DOCTOR = device("doctor")
"""A lane of its own: a printer that does not answer takes its time."""


class Section(QWidget):
    """One part; `activate` each time it comes to the front."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.column = QVBoxLayout(self)
        theme.spaced(self.column, (8, 12, 8, 8), 10)

    def activate(self) -> None:
        """Read what may have changed."""

    def keep_one(self, name: str, value: object) -> None:
        """Set one of the station's settings; it holds at once and is saved."""
        settings = self._desk.settings
        if settings is not None and getattr(settings, name) != value:
            self._desk.keep_settings(replace(settings, **{name: value}))


class HereSection(Section):
    """This PC: what somebody on the telephone asks for, and the folders an administrator sets."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.told = Text("", "body", wrap=True)
        self.fields = {
            "backup": Field(self.tr("每天下班后备份到（另一块盘或共享）"), LineEdit()),
            "updates": Field(self.tr("更新包从哪里取（空着就从大厅服务器）"), LineEdit()),
        }
        self.save = Button(self.tr("保存"), key="Enter")
        self.note = Text("", "body", Tone.NEUTRAL, wrap=True)
        self.look_button = Button(self.tr("检查这台电脑并导出诊断包"), icon="search")
        self.look_button.clicked.connect(self.look)
        self.found = Text("", "body", wrap=True)
        for widget in (self.told, *self.fields.values()):
            self.column.addWidget(widget)
        self.column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.note)
        self.column.addWidget(self.look_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.found)
        told = self.tr("版本、备份情况和迁移窗口在“管理、工作站”。")
        self.column.addWidget(Text(told, "small", Tone.NEUTRAL, wrap=True))
        self.column.addStretch(1)
        self.save.clicked.connect(self.keep)
        for name, field in self.fields.items():
            field.edit.setObjectName(f"settings_{name}")
            field.edit.returnPressed.connect(self.keep)  # type: ignore[attr-defined]
        self.setFocusProxy(self.fields["backup"])

    def activate(self) -> None:
        """Show what is set, and ask what this PC is."""
        is_admin = Role.ADMINISTRATOR in self._desk.clerk.roles
        for name, field in self.fields.items():
            field.set_text(getattr(self._desk.settings, name, ""))
            field.say("")
            field.edit.setEnabled(is_admin)
        self.save.setEnabled(is_admin)
        self.note.set_text("" if is_admin else self.tr("这两项由管理员设"))
        if self._desk.keeping is not None:
            here = self._desk.keeping.here
            self._desk.jobs.run(WORK, here, owner=self, done=self._on_here)

    def keep(self) -> None:
        """Keep the folders, if they are there."""
        given = {name: field.text().strip() for name, field in self.fields.items()}
        self._desk.jobs.run(
            WORK, partial(_absent, given), owner=self, done=partial(self._on_looked, given)
        )

    def look(self) -> None:
        """Look this PC over as `zcdesk doctor` does, and write what helps from afar."""
        keeping = self._desk.keeping
        if keeping is None or not self.look_button.isEnabled():
            return
        self.look_button.setEnabled(False)
        self.found.set_text(self.tr("正在检查字体、端口、打印机、时钟、数据、磁盘和版本……"))
        file = exports(f"诊断 {self._desk.now():%Y%m%d-%H%M%S}.zip")
        self._desk.jobs.run(
            DOCTOR,
            partial(keeping.look, str(file)),
            owner=self,
            done=partial(self._on_found, file),
            failed=self._on_not_found,
        )

    def _on_found(self, file: Path, said: str) -> None:
        self.look_button.setEnabled(True)
        told = self.tr("诊断包：{file}（没有办件、没有个人信息、没有密钥）").format(file=str(file))
        self.found.set_text(f"{said}\n{told}")

    def _on_not_found(self, error: CodedError) -> None:
        self.look_button.setEnabled(True)
        self.found.set_text(describe(error).text)

    def _on_looked(self, given: dict[str, str], absent: frozenset[str]) -> None:
        for name, field in self.fields.items():
            gone = self.tr("这个文件夹不在：插好盘或连上共享，再保存")
            field.say(gone if name in absent else "")
        settings = self._desk.settings
        if not absent and settings is not None:
            self._desk.keep_settings(replace(settings, **given))
            self.note.set_text(self.tr("已保存"))

    def _on_here(self, here: Here) -> None:
        self.told.set_text("\n".join(self._lines(here)))

    def _lines(self, here: Here) -> Iterator[str]:
        window = self._desk.session.window
        yield self.tr("{window} 号窗口，综窗台 {version}").format(
            window=window, version=here.version
        )
        yield self.tr("数据：{folder}（加密）").format(folder=here.data)
        if here.server:
            yield self.tr("大厅服务器：{server}；断网照常办理").format(server=here.server)
        else:
            yield self.tr("单机大厅，没有服务器")


class AboutSection(Section):
    """What the program is made of, under which licences, and where their texts lie."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        folder = str(paths.resources_dir().parent)
        lines = (
            self.tr("综窗台 {version}：政务服务综合窗口的收件程序。").format(version=__version__),
            self.tr("本程序按 Apache License 2.0 提供，不附带任何担保。"),
            self.tr(
                "界面用 Qt 6 和 PySide6，数据库连接用 psycopg，均按 LGPL-3.0 使用，未作修改，"
                "是可以自行替换的单独文件；为替换而反向分析本程序不受限制。"
            ),
            self.tr("字体：Noto Sans SC、Noto Serif SC、花园明朝，OFL-1.1；图标：Tabler，MIT。"),
            self.tr("全部组件、版本和许可见 {folder} 里的 THIRD-PARTY.md 和 licences。").format(
                folder=folder
            ),
            self.tr("未作任何认证声明；与等级保护的对应见 docs/compliance.md。"),
        )
        for line in lines:
            self.column.addWidget(Text(line, "body", wrap=True))
        self.column.addStretch(1)


def _absent(folders: dict[str, str]) -> frozenset[str]:
    """Return the names of the folders that are not there; an empty one is none."""
    return frozenset(name for name, at in folders.items() if at and not Path(at).is_dir())
