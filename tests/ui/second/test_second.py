"""The citizen's screen follows the counter and forgets: masked, blank on lock, never the last."""

from __future__ import annotations

import pytest
from fix_counter import resident
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from zcdesk.domain.rating import Rating
from zcdesk.operations import windows
from zcdesk.ui.second.follow import RATING_MS, SecondFollow
from zcdesk.ui.second.lines import digest, lines_of
from zcdesk.ui.second.signature import SignatureArea
from zcdesk.ui.widgets.elder import BigText, Tile


class Monitor:
    """Stands for a monitor: all the screen asks of one is where it is."""

    def __init__(self, left: int) -> None:
        self._place = QRect(left, 0, 1024, 600)

    def geometry(self) -> QRect:
        return self._place


@pytest.fixture
def monitors() -> list[Monitor]:
    return [Monitor(0), Monitor(1366)]


@pytest.fixture
def follow(counter, monitors, qtbot):
    made = SecondFollow(counter.desk, counter.page, screens=lambda: monitors)
    made.begin("张敏（工号 0312）")
    counter.shell.activateWindow()
    qtbot.waitUntil(counter.shell.isActiveWindow)
    yield made
    made.end()


def check(counter) -> None:
    """Bring an open visit to its check page."""
    counter.press("A")
    counter.page.open_over("check")


def draw(area: SignatureArea, *points: tuple[int, int]) -> None:
    first, *rest = (QPoint(*point) for point in points)
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=first)
    for point in rest:
        QTest.mouseMove(area, point)
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=rest[-1])


@pytest.mark.req("R101")
def test_welcome_then_the_number_then_what_is_recorded_masked(follow, counter) -> None:
    assert "欢迎您" in follow.screen.words
    counter.ticket("1-5")
    counter.press("F2")
    assert "请 A001 号到本窗口办理" in follow.screen.words
    person = resident()
    counter.desk.card_read.emit(person)
    counter.press("Enter")
    counter.press("Space")
    said = follow.screen.words
    assert person.name in said
    assert person.id_number not in said
    assert person.phone not in said
    assert f"320***********{person.id_number[-4:]}" in said
    assert "饮用水供水单位卫生许可（新证）" in said
    assert "供水单位卫生许可证申请书" in said
    assert "工作人员正在登记" in said
    assert not follow.screen.record.answer.isVisible()


@pytest.mark.req("UX-43", "UX-46")
def test_it_goes_blank_on_lock_and_nothing_is_left_behind(follow, counter) -> None:
    counter.serve(person=resident())
    check(counter)
    draw(follow.screen.record.sign, (20, 20), (90, 60))
    follow.lock()
    assert follow.screen.words == ""
    assert follow.screen.head.accessibleName().strip() == "3 号窗口"
    assert follow.screen.record.words == ()
    assert not follow.screen.record.sign.is_signed
    follow.unlock()
    assert resident().name in follow.screen.words


@pytest.mark.req("UX-43")
def test_the_next_citizen_sees_nothing_of_the_one_before(follow, counter) -> None:
    first, second = resident(1), resident(2)
    counter.serve(person=first)
    counter.press("Shift+F2", "2")  # set aside
    assert first.name not in follow.screen.words
    assert "欢迎您" in follow.screen.words
    counter.serve("1-6", person=second)
    assert first.name not in follow.screen.words
    assert second.name in follow.screen.words
    everything = [text.full_text for text in follow.screen.findChildren(BigText)]
    assert first.name not in "".join(everything)


def test_the_check_is_confirmed_with_a_signature_bound_to_what_was_read(follow, counter) -> None:
    signed = []
    follow.signed.connect(lambda *given: signed.append(given))
    counter.serve(person=resident())
    check(counter)
    screen = follow.screen
    assert "请核对您的信息" in screen.words
    assert screen.record.answer.isVisible()
    QTest.mouseClick(screen.record.confirm, Qt.MouseButton.LeftButton)
    assert signed == []
    assert "请先签字" in screen.words
    draw(screen.record.sign, (20, 20), (60, 70), (120, 30))
    QTest.mouseClick(screen.record.confirm, Qt.MouseButton.LeftButton)
    ((visit, png, of),) = signed
    assert visit.id == counter.visit.id
    assert of == digest(lines_of(counter.visit))
    image = QImage.fromData(png)
    dark = sum(
        image.pixelColor(x, y).value() < 100
        for x in range(image.width())
        for y in range(image.height())
    )
    assert dark > 100
    assert counter.notes[-1] == "申请人已在群众屏签字"


def test_a_signature_does_not_outlive_a_change_of_what_it_stands_under(follow, counter) -> None:
    counter.serve(person=resident())
    check(counter)
    draw(follow.screen.record.sign, (20, 20), (90, 60))
    follow.look()
    assert follow.screen.record.sign.is_signed
    counter.page.undo()
    visit = counter.visit
    import msgspec

    from zcdesk.domain.case import Delivery

    counter.page.set_visit(msgspec.structs.replace(visit, delivery=Delivery(by_post=True)))
    assert not follow.screen.record.sign.is_signed


def test_what_is_wrong_is_told_the_clerk(follow, counter) -> None:
    counter.serve(person=resident())
    check(counter)
    QTest.mouseClick(follow.screen.record.wrong, Qt.MouseButton.LeftButton)
    assert counter.notes[-1] == "申请人说群众屏上的内容不对，请核对"


@pytest.mark.req("R094", "R043", "UX-47")
def test_after_the_visit_it_asks_for_a_rating_nobody_at_the_desk_sees(follow, counter) -> None:
    counter.serve(person=resident())
    visit = counter.visit
    counter.press("F2", "3")
    assert "请对这次服务打分" in follow.screen.words
    assert follow._timer.interval() == RATING_MS
    told = (len(counter.notes), len(counter.codes))
    follow.screen.stars.pick(5)
    follow.screen.stars.pick(2)
    follow.screen.stars.pick(7)
    assert "谢谢您的评价" in follow.screen.words
    with counter.desk.session.reading() as store:
        rating = store.state(f"rating:{visit.id}", Rating)
    assert (int(rating.level), rating.reasons) == (1, ("没有一次说清",))
    assert (len(counter.notes), len(counter.codes)) == told
    follow._timer.timeout.emit()
    assert "欢迎您" in follow.screen.words


@pytest.mark.req("UX-47")
def test_the_question_goes_with_time_and_with_the_next_call(follow, counter) -> None:
    counter.serve(person=resident())
    counter.press("F2", "3")
    follow._timer.timeout.emit()
    assert "欢迎您" in follow.screen.words
    counter.serve("1-6", person=resident(2))
    counter.press("F2", "3")
    assert "请对这次服务打分" in follow.screen.words
    counter.ticket("1-5")
    counter.press("F2")
    assert "请对这次服务打分" not in follow.screen.words
    follow.screen.rated.emit(5, ())  # a touch that comes late is for nobody
    with counter.desk.session.reading() as store:
        assert list(store.states(Rating)) == []


def test_a_pause_is_said_with_its_reason(follow, counter) -> None:
    windows.pause_window(counter.desk.session, "用餐")
    counter.page.calls.look_at_window()
    assert "暂停服务" in follow.screen.words
    assert "用餐" in follow.screen.words


@pytest.mark.req("UX-43", "UX-44")
def test_a_monitor_that_goes_takes_the_screen_with_it_and_brings_it_back(
    follow, counter, monitors, qapp
) -> None:
    counter.serve(person=resident())
    gone = follow.screen
    taken = monitors.pop()
    qapp.screenRemoved.emit(qapp.primaryScreen())
    assert follow.screen is None
    assert not gone.isVisible()
    counter.press("A")  # work goes on
    monitors.append(taken)
    qapp.screenAdded.emit(qapp.primaryScreen())
    assert follow.screen is not gone
    assert resident().name in follow.screen.words


@pytest.mark.req("UX-44")
def test_without_a_second_monitor_there_is_no_screen(counter) -> None:
    alone = SecondFollow(counter.desk, counter.page, screens=lambda: [Monitor(0)])
    alone.begin("张敏")
    counter.serve(person=resident())
    alone.lock()
    assert alone.screen is None


@pytest.mark.req("UX-44")
def test_a_touch_never_takes_the_keyboard_from_the_clerk(follow, counter) -> None:
    flags = follow.screen.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    counter.serve(person=resident())
    assert QApplication.activeWindow() is counter.shell


@pytest.mark.req("UX-46")
@pytest.mark.logs_warnings
def test_on_any_error_nothing_of_anybody_stays(follow, counter, monkeypatch) -> None:
    from zcdesk.ui.second import follow as module

    counter.serve(person=resident())

    def broken(_visit):
        raise ValueError("lines")

    monkeypatch.setattr(module, "lines_of", broken)
    with pytest.raises(ValueError, match="lines"):
        follow.look()
    assert follow.screen.words == ""


@pytest.mark.req("UX-53")
@pytest.mark.parametrize("size", [(1024, 600), (1280, 800)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize(("look", "scale"), [("light", 1.0), ("dark", 1.25)])
def test_every_page_is_in_elder_sizes(follow, counter, size, look, scale) -> None:
    from zcdesk.ui import theme

    theme.apply(follow.screen, theme.Theme(look), scale)
    follow.screen.resize(*size)
    counter.serve(person=resident())
    check(counter)
    QApplication.processEvents()
    assert follow.screen.size().toTuple() == size
    for text in follow.screen.findChildren(BigText):
        assert text.pixel_size >= 24
    for tile in follow.screen.record.findChildren(Tile):
        assert min(tile.width(), tile.height()) >= 60
        assert follow.screen.rect().contains(
            QRect(tile.mapTo(follow.screen, QPoint(0, 0)), tile.size())
        )


def signed_on_check(follow, counter) -> str:
    counter.serve("1-6")
    counter.press("A", "Y", "F9")
    draw(follow.screen.record.sign, (10, 10), (60, 40), (120, 20))
    follow.screen.record.confirm.click()
    return digest(lines_of(counter.page.open_visit))


@pytest.mark.req("UX-43")
def test_a_signature_goes_with_the_cases_it_was_given_for(follow, counter) -> None:
    from zcdesk.ui.second.signing import Signatures

    Signatures(counter.desk, counter.page, follow)
    shown = signed_on_check(follow, counter)
    visit = counter.page.open_visit
    counter.press("Enter")
    (kept,) = signatures(counter, visit.id)
    assert (kept.paper, kept.shown, kept.signer) == ("receipt", shown, "本人")
    assert counter.desk.session.store.blobs.get(kept.image).startswith(b"\x89PNG")


def test_a_signature_under_other_words_is_dropped_and_said(follow, counter) -> None:
    from zcdesk.ui.second.signing import Signatures

    made = Signatures(counter.desk, counter.page, follow)
    signed_on_check(follow, counter)
    visit = counter.page.open_visit
    made._on_signed(visit, b"\x89PNG", "sha256:of-other-words")
    counter.press("Enter")
    assert signatures(counter, visit.id) == ()
    assert any("签字后内容有改动" in note for note in counter.notes)


def signatures(counter, sitting: str) -> tuple:
    from zcdesk.domain.case import Case

    with counter.desk.session.reading() as store:
        cases = [case for _, case in store.states(Case) if case.intake.sitting == sitting]
    assert len(cases) == 1
    return cases[0].signatures


def test_letters_grow_for_one_person_and_not_for_the_next(follow, counter) -> None:
    screen = follow.screen
    usual = screen.message.title.pixel_size
    counter.ticket("1-5")
    counter.press("F2")
    QTest.mouseClick(screen.larger, Qt.MouseButton.LeftButton)
    counter.press("Enter")
    assert screen.message.title.pixel_size > usual  # the same person, one step on
    assert screen.larger.face.word == "标准字"
    counter.press("Shift+F2", "2")  # set aside
    assert screen.message.title.pixel_size == usual
    QTest.mouseClick(screen.larger, Qt.MouseButton.LeftButton)
    QTest.mouseClick(screen.larger, Qt.MouseButton.LeftButton)
    assert screen.message.title.pixel_size == usual


def test_whose_turn_is_next_may_get_ready(follow, counter) -> None:
    counter.ticket("1-5")
    counter.page.idle.refresh()
    assert "下一位 A001" in follow.screen.words
    counter.press("F2")
    assert "下一位" not in follow.screen.words
