"""A kiosk with a scanner on its own line."""

from __future__ import annotations

from zcdesk.operations import booking_file, bookings


def test_a_serial_scanner_at_the_kiosk_takes_the_number(kiosk, clock) -> None:
    class Gun:
        def __init__(self, *scans: tuple[str, ...]) -> None:
            self.scans = list(scans)

        def codes(self) -> tuple[str, ...]:
            return self.scans.pop(0)

    clock.at = clock.at.replace(hour=8, minute=30)
    text = f"预约码,日期,时段,业务\nYY0001,{clock.at:%Y-%m-%d},09:00,社会民生\n"
    session = kiosk._desk.session.as_clerk("0001")
    bookings.import_rows(session, booking_file.judged("a.csv", text.encode()))
    kiosk._desk.devices["gun"] = Gun(("YY0001",), ())
    for _ in range(2):
        kiosk.errands._look_at_gun()
    assert [t.number for t in kiosk.given] == ["YA001"]
    kiosk._desk.devices["gun"] = Gun(("YY0001",))
    kiosk.leave()
    kiosk.errands._look_at_gun()
    assert "已取号 YA001" in kiosk.told_line.full_text
