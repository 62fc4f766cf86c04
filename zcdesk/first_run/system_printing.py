"""The system's own printers without a window: Qt, which prints on Windows, wants an application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinterInfo

from zcdesk.ui import system_printer

if TYPE_CHECKING:
    from zcdesk.ui.system_printer import SystemPrinter

_running: list[object] = []


def printer(queue: str, options: dict[str, str]) -> SystemPrinter:
    """Build the printer of an address `system:QUEUE?…`."""
    start()
    return system_printer.of_address(queue, options)


def default() -> str:
    """Return the address of the system's default printer, '' without one."""
    start()
    name = QPrinterInfo.defaultPrinterName()
    return f"system:{name}" if name else ""


def start() -> None:
    """Make the application, once."""
    if QGuiApplication.instance() is None:
        _running.append(QGuiApplication(["zcdesk", "-platform", "offscreen"]))
