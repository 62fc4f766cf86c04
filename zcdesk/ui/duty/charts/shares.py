"""C4, whom to urge: a dot for each late or nearly late case; C5: the day's ratings as one bar."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from zcdesk.domain.hall_now import DepartmentDue
from zcdesk.domain.rating import Level
from zcdesk.operations.live import RatingsNow
from zcdesk.ui import theme
from zcdesk.ui.duty.charts.chart import Chart, Mark, fill, width_of, write
from zcdesk.ui.theme import Look
from zcdesk.ui.words import QT_TRANSLATE_NOOP, joined, words

LEVELS = {
    Level.VERY_GOOD: QT_TRANSLATE_NOOP("duty", "非常满意"),
    Level.GOOD: QT_TRANSLATE_NOOP("duty", "满意"),
    Level.FAIR: QT_TRANSLATE_NOOP("duty", "基本满意"),
    Level.BAD: QT_TRANSLATE_NOOP("duty", "不满意"),
    Level.VERY_BAD: QT_TRANSLATE_NOOP("duty", "非常不满意"),
}
_LOOKS = {
    Level.VERY_GOOD: ("ok", Qt.BrushStyle.SolidPattern),
    Level.GOOD: ("ok", Qt.BrushStyle.Dense4Pattern),
    Level.FAIR: ("text2", Qt.BrushStyle.Dense6Pattern),
    Level.BAD: ("danger", Qt.BrushStyle.BDiagPattern),
    Level.VERY_BAD: ("danger", Qt.BrushStyle.SolidPattern),
}


class DueDots(Chart):
    """`dots.show_due(view.due)`: full dots are late, open ones are due today."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chart_due", "", parent)
        self.title = self.tr("超期与临期")
        self.setAccessibleName(self.title)
        self.due: tuple[DepartmentDue, ...] = ()

    def show_due(self, due: tuple[DepartmentDue, ...]) -> None:
        """Show new figures."""
        self.due = due
        self.changed([self.said(one) for one in due])

    def said(self, one: DepartmentDue) -> str:
        """Tell one department in words."""
        return self.tr("{department}：超期 {late} 件，今日到期 {today} 件").format(
            department=one.department, late=one.overdue, today=one.today
        )

    def sizeHint(self) -> QSize:
        """Ask for a line for each department."""
        return QSize(280, theme.look(self).px(24) * max(3, len(self.due)))

    def minimumSizeHint(self) -> QSize:
        """Accept thin lines."""
        return QSize(200, theme.look(self).px(18) * 3)

    def draw(self, painter: QPainter, room: QRectF, at: Look) -> list[Mark]:
        """Draw the departments that fit, the worst first."""
        if not self.due:
            write(painter, room, self.tr("没有超期，也没有今日到期"), at, ink="text2")
            return []
        step = float(at.px(24))
        shown = self.due[: max(1, int(room.height() / step))]
        names = min(max(width_of(d.department, at) for d in shown), room.width() * 0.45)
        names += at.space(10)
        marks = []
        for place, one in enumerate(shown):
            line = QRectF(room.left(), room.top() + place * step, room.width(), step)
            write(painter, QRectF(line.left(), line.top(), names, step), one.department, at)
            self._dots(painter, line.adjusted(names, 0, 0, 0), one, at)
            marks.append(Mark(line, f"due/{one.department}", self.said(one)))
        return marks

    def _dots(self, painter: QPainter, room: QRectF, one: DepartmentDue, at: Look) -> None:
        size, gap = at.px(12), at.px(5)
        rest = at.px(40)
        fits = max(1, int((room.width() - rest) / (size + gap)))
        dots = ("danger",) * one.overdue + ("warn",) * one.today
        for place, ink in enumerate(dots[:fits]):
            centre = QPointF(room.left() + place * (size + gap) + size / 2, room.center().y())
            painter.setPen(QPen(at.colour(ink), 1.6))
            painter.setBrush(at.colour(ink) if ink == "danger" else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, size / 2 - 1, size / 2 - 1)
        if len(dots) > fits:
            left = room.left() + fits * (size + gap)
            more = QRectF(left, room.top(), rest, room.height())
            write(painter, more, f"+{len(dots) - fits}", at, style="strong")


class RatingBar(Chart):
    """`bar.show_ratings(view.ratings)`: shares of the five levels, and how many rated at all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("chart_ratings", "", parent)
        self.title = self.tr("评价")
        self.setAccessibleName(self.title)
        self.ratings = RatingsNow(levels={}, visits=0)

    def show_ratings(self, ratings: RatingsNow) -> None:
        """Show new figures."""
        self.ratings = ratings
        self.changed([*(self.said(level) for level in LEVELS), self.unrated])

    @property
    def rated(self) -> int:
        """How many of the day's visits were rated."""
        return sum(self.ratings.levels.values())

    @property
    def unrated(self) -> str:
        """Tell how many were not, in words."""
        left = self.ratings.visits - self.rated
        share = round(100 * left / self.ratings.visits) if self.ratings.visits else 0
        return self.tr("评价 {n} · 未评价 {left}（{share}%）").format(
            n=self.rated, left=left, share=share
        )

    def said(self, level: Level) -> str:
        """Tell one level in words: how many, and their share of those who rated."""
        count = self.ratings.levels.get(level, 0)
        share = round(100 * count / self.rated) if self.rated else 0
        return self.tr("{level} {n}（{share}%）").format(
            level=words("duty", LEVELS[level]), n=count, share=share
        )

    def _share(self, level: Level) -> str:
        """Tell one level where there is little room: the number stands in what is pointed at."""
        count = self.ratings.levels.get(level, 0)
        return f"{words('duty', LEVELS[level])} {round(100 * count / self.rated)}%"

    def sizeHint(self) -> QSize:
        """Ask for a bar and two lines of words."""
        return QSize(280, theme.look(self).px(64))

    def minimumSizeHint(self) -> QSize:
        """Keep them."""
        return QSize(200, theme.look(self).px(58))

    def draw(self, painter: QPainter, room: QRectF, at: Look) -> list[Mark]:
        """Draw the bar and its words."""
        bar = QRectF(room.left(), room.top() + 2, room.width(), at.px(16))
        painter.fillRect(bar, at.colour("subtle"))
        marks, left = [], bar.left()
        for level in LEVELS:
            count = self.ratings.levels.get(level, 0)
            if not count:
                continue
            piece = QRectF(left, bar.top(), bar.width() * count / self.rated, bar.height())
            ink, pattern = _LOOKS[level]
            fill(painter, piece, at.colour(ink), at.colour("surface"), pattern)
            painter.setPen(QPen(at.colour("surface"), 1))
            painter.drawLine(piece.topRight(), piece.bottomRight())
            marks.append(Mark(piece, f"ratings/{int(level)}", self.said(level)))
            left = piece.right()
        painter.setPen(QPen(at.colour("border"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        line = at.px(20)
        first = QRectF(room.left(), bar.bottom() + 4, room.width(), line)
        given = [level for level in LEVELS if self.ratings.levels.get(level)]
        shares = " · ".join(self.said(level) for level in given) or self.tr("今天还没有评价")
        short = " · ".join(self._share(level) for level in given) or shares
        fits = width_of(shares, at, "small") <= room.width()
        write(painter, first, shares if fits else short, at, style="small")
        second = first.translated(0, line)
        write(painter, second, self.unrated, at, style="small", ink="text2")
        marks.append(Mark(first.united(second), "visits", joined((shares, self.unrated))))
        return marks
