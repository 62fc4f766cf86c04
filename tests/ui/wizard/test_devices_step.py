"""The step of the devices: every answer is read whole, however long."""

from __future__ import annotations

import pytest
from page_looks import clipped

from zcdesk.ui.wizard.page import AFTER, WizardPage


@pytest.mark.parametrize("scale", [1.0, 1.25])
def test_what_every_device_said_is_read_whole(dressed, qtbot, scale: float) -> None:
    page = WizardPage()
    dressed(page, scale=scale, size=(1366, 697))
    page.show_step(AFTER)
    page.devices.show_found({})
    page.devices.say(
        "printer", "没有这种设备地址，请从列表里选；打印机要先在系统里装好", well=False
    )
    messages = [field.message for field in page.devices.fields.values()]
    assert all(messages)
    qtbot.waitUntil(lambda: clipped(page) == [])  # laid out once the events have run
