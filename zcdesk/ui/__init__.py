"""The screens of the program: pages, widgets, look, keys and notices; the only package with Qt.

Nothing here reads the store, a device or the network: operations run in lanes (`jobs`).

For page authors, in one page:

    from zcdesk.ui import theme
    from zcdesk.ui.theme import Tone
    from zcdesk.ui.widgets import Button, Chip, ChipState, Column, Field, Kind, Panel, RowsModel

    class CheckPage(QWidget):                        # no base class; see page.Page
        def __init__(self, keys: Keys, jobs: JobsLike, notices: Notices) -> None:
            super().__init__()
            self.title = self.tr("核对")
            column = QVBoxLayout(self)
            theme.spaced(column, gap=8)              # margins and gaps at scale 1, live
            panel = Panel(self.tr("材料核验"))
            theme.sized(panel, width=232)            # sizes at scale 1, live
            self.model = RowsModel(COLUMNS, key=lambda row: row.no, spoken=sentence)
            self.view = RowsView(self.model)         # rows: model.set_rows(tuple)
            keys.bind("checklist.all", self.view, self._on_all)        # ids: keys.COMMANDS
            keys.bind("checklist.row", self.view, self._on_digit)      # gets the digit
            binding = keys.bind("check.print", self, self._on_print)   # binding.set_enabled(False)
        def hints(self) -> tuple[tuple[str, str], ...]: return ()      # beyond the bound keys
        def activate(self) -> None: self.view.setFocus()
        def on_layout(self, step: LayoutStep) -> None: ...             # step.left, step.right

    jobs.run(STORE, partial(operation, session), owner=self, done=self._on_done)  # failed → notices
    notices.note(self.tr("已撤销"))                    # L1, 4 s
    notices.show(error, {"retry": self._again})       # level, words and actions from `texts`
    notices.say("QUE-01")                             # a text nobody raised
    confirm(self, words, yes, self._on_yes)           # L3, only for what cannot be taken back

Painting: `at = theme.look(self)`, then `at.px(n)`, `at.space(n)`, `at.colour("ok")`,
`at.font("list")`, `theme.paint_icon(painter, "printer", at.tokens.text2, x, y, at.px(20))`.
Widgets: `Text(words, style, tone, elide=True)`, `Button(words, Kind.PRIMARY, icon=, key="F9")`,
`Chip(ChipState(icon, word, tone))`, `MaskedText(name, masked, whole)`, `Field(label, CodeEdit())`
with `field.say(words)`, `Band`, `Choice`, `Check`, `Combo`, `Empty`, `ProgressLine`, `Elapsed`.
"""
