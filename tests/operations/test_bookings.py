"""Bookings through the real store: taken in, found, turned into numbers, counted, missed."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from zcdesk.domain.booking import BookingState, Turn
from zcdesk.domain.booking_rows import HEADS
from zcdesk.domain.figures import BY_KEY
from zcdesk.domain.period import Span, of
from zcdesk.errors import CodedError, Conflict, NotAllowed, UserError
from zcdesk.operations import booking_file, bookings, day_end, figures, queue, tickets
from zcdesk.operations.progress import Tries
from zcdesk.operations.spreadsheet import Grid, to_bytes
from zcdesk.store.project import read_digest, rebuild
from zcdesk.store.schema import acts

CARD, OTHER = "110101199003078750", "650102200012310029"
DAY = "2026-11-24"


def table(*rows: str) -> booking_file.Rows:
    lines = ("预约码,日期,时段,业务,事项,证件号码,状态", *rows)
    return booking_file.judged("a.csv", "\n".join(lines).encode())


def take_in(session, *rows: str) -> bookings.Imported:
    return bookings.import_rows(session.as_clerk("0001"), table(*rows))


def at(clock, time: str) -> None:
    clock.at = datetime.fromisoformat(f"{DAY}T{time}:00+08:00")


def take(session, code: str) -> str:
    offer = bookings.by_code(session, Tries(), code)
    how = {"appointment": offer.appointment, "matter": offer.matter}
    return tickets.take_ticket(session, offer.category, booking=offer.code, **how).ticket.number


def refused(session, code: str) -> str:
    with pytest.raises(CodedError) as error:
        take(session, code)
    return error.value.code


def states(session) -> list[BookingState]:
    return [one.state for one in bookings.day_list(session, DAY)]


@pytest.mark.req("R093")
def test_a_booking_becomes_one_number_that_goes_ahead_from_its_time(session, clock) -> None:
    at(clock, "08:30")
    assert take_in(session, f"YY0001,{DAY},10:00-10:30,社会民生").made == 1
    assert refused(session, "yy-0001") == "BKG-02"
    at(clock, "09:30")
    assert take(session, "yy-0001") == "YA001"
    assert refused(session, "YY0001") == "BKG-04"
    tickets.take_ticket(session, "社会民生")
    at(clock, "09:56")
    assert queue.call_next(session).ticket.number == "YA001"
    assert states(session) == [BookingState.TAKEN]


def test_who_comes_late_waits_like_everybody(session, clock) -> None:
    at(clock, "08:30")
    take_in(session, f"YY0001,{DAY},09:00-09:30,社会民生", f"YY0002,{DAY},09:00-09:30,社会民生")
    at(clock, "09:45")
    assert bookings.by_code(session, Tries(), "YY0001").turn is Turn.IN_TIME
    assert take(session, "YY0001") == "YA001"
    at(clock, "09:46")
    assert bookings.by_code(session, Tries(), "YY0002").turn is Turn.LATE
    assert take(session, "YY0002") == "A001"
    assert [one.is_late for one in bookings.day_list(session, DAY)] == [False, True]


def test_a_card_finds_its_own_booking_of_today(session, clock) -> None:
    at(clock, "08:30")
    rows = (f"YY0001,{DAY},10:00,社会民生,,{CARD}", f"YY0002,{DAY},09:00,投资建设,,{CARD}")
    take_in(session, *rows, f"YY0003,2026-11-25,09:00,社会民生,,{OTHER}")
    offer = bookings.by_card(session, f" {CARD} ")
    assert offer is not None
    assert (offer.code, offer.at, offer.opens, offer.turn) == (
        "YY0002",
        "09:00",
        "08:30",
        Turn.IN_TIME,
    )
    take(session, "YY0002")
    offer = bookings.by_card(session, CARD)
    assert offer is not None
    assert (offer.code, offer.turn) == ("YY0001", Turn.EARLY)
    assert bookings.by_card(session, OTHER) is None


def test_no_card_number_is_kept(session) -> None:
    take_in(session, f"YY0001,{DAY},23:00,社会民生,,{CARD}")
    with session.reading() as store:
        bodies = store.select(acts.select()).all()
    assert CARD not in repr(bodies)


def test_the_same_table_again_changes_nothing_and_changes_are_taken(session, clock) -> None:
    at(clock, "08:30")
    rows = (f"YY0001,{DAY},10:00,社会民生", f"YY0002,{DAY},10:00,社会民生")
    take_in(session, *rows)
    assert take_in(session, *rows).same == 2
    moved = "YY0001,2026-11-25,11:00,社会民生"
    assert take_in(session, moved, f"YY0002,{DAY},10:00,社会民生,,,已取消") == bookings.Imported(
        changed=1, cancelled=1
    )
    assert states(session) == [BookingState.CANCELLED] * 2
    assert refused(session, "YY0001") == "BKG-03"
    assert refused(session, "YY0002") == "BKG-05"
    assert take_in(session, rows[1]).changed == 1
    assert take_in(session, f"YY0009,{DAY},10:00,社会民生,,,已取消").same == 1


def test_a_row_that_cannot_be_taken_stops_no_other(session, clock) -> None:
    at(clock, "12:00")
    done = take_in(
        session,
        f"YY0001,{DAY},13:00,社会民生",
        f"YY0002,{DAY},上午,社会民生",
        f"YY0003,{DAY},13:00,占卜",
        "YY0004,2026-11-23,13:00,社会民生",
        f"YY0005,{DAY},13:00,,1-2",
    )
    assert done.made == 2
    assert [(f.no, f.code) for f in done.refused] == [
        (3, "BKG-13"),
        (4, "BKG-14"),
        (5, "BKG-15"),
    ]
    at(clock, "12:30")
    take(session, "YY0005")
    assert take_in(session, f"YY0005,{DAY},14:00,,1-2").refused[0].code == "BKG-16"


def test_bookings_nobody_came_for_are_missed_and_counted(session, clock) -> None:
    at(clock, "08:30")
    take_in(session, *(f"YY000{n},{DAY},09:00,社会民生" for n in range(1, 5)))
    take(session, "YY0001")
    at(clock, "11:00")
    take(session, "YY0002")
    take_in(session, f"YY0004,{DAY},09:00,社会民生,,,已取消")
    clock.pass_(days=1)
    day_end.close_past_days(session)
    assert states(session) == [
        BookingState.TAKEN,
        BookingState.TAKEN,
        BookingState.MISSED,
        BookingState.CANCELLED,
    ]
    assert refused(session, "YY0003") == "BKG-06"
    shown = of(Span.DAY, datetime.fromisoformat(DAY).date())
    found = {one.figure.key: one for one in figures.measure(session, shown)}
    assert (found["bookings"].value, found["kept"].value) == (3, pytest.approx(1 / 3))
    assert len(figures.behind(session, "kept", shown)) == 3
    assert BY_KEY["kept"].rises
    with session.reading() as store:
        before = read_digest(store)
    rebuild(session.store, at=clock())
    with session.reading() as store:
        assert read_digest(store) == before


def test_codes_cannot_be_guessed_and_only_some_import(session) -> None:
    tries = Tries()
    for _ in range(5):
        with pytest.raises(UserError, match="BKG-01"):
            bookings.by_code(session, tries, "YY9999")
    with pytest.raises(NotAllowed, match="KSK-01"):
        bookings.by_code(session, tries, "YY9999")
    with pytest.raises(NotAllowed, match="BKG-09"):
        bookings.import_rows(session, table())


def test_a_number_that_is_refused_leaves_the_booking_open(session, clock) -> None:
    at(clock, "08:30")
    take_in(session, f"YY0001,{DAY},09:00,社会民生,,{CARD}")
    tickets.take_ticket(session, "社会民生", card=CARD)
    offer = bookings.by_code(session, Tries(), "YY0001")
    with pytest.raises(Conflict, match="QUE-14"):
        tickets.take_ticket(session, offer.category, booking=offer.code, card=CARD)
    assert states(session) == [BookingState.OPEN]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_csv_as_spreadsheets_write_it(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "预约.csv"
    path.write_text(f"今日预约\n预约码,时间,业务\nYY0001,{DAY} 09:00,社会民生\n", encoding)
    (row,) = booking_file.read(path)
    assert row.category == "社会民生"


def test_the_template_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "预约.xlsx"
    path.write_bytes(booking_file.template())
    (row,) = booking_file.read(path)
    assert (row.no, row.code) == (2, "YY2026001")


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("a.csv", b"\0\1", "BKG-10"),
        ("a.csv", b"", "BKG-10"),
        ("a.csv", b"\xff\xff\xff", "BKG-10"),
        ("a.csv", "姓名,电话\n".encode(), "BKG-11"),
        ("a.csv", b'"', "BKG-10"),
        ("a.xlsx", b"no workbook", "BKG-10"),
        ("a.xlsx", to_bytes((Grid("预约", HEADS[:2], ()),)), "BKG-11"),
        ("a.csv", b"x" * (booking_file.MOST_BYTES + 1), "BKG-10"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(name: str, raw: bytes, code: str) -> None:
    with pytest.raises(UserError) as error:
        booking_file.judged(name, raw)
    assert error.value.code == code


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="BKG-10"):
        booking_file.read(tmp_path / "none.csv")
