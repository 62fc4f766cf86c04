"""The print queue this PC's CUPS would use by itself, as an address for `urls`."""

from __future__ import annotations

from zcdesk.devices.ipp import PORT, Broken, IppLine, Operation, Unreachable

HOST = "localhost"


def default(host: str = HOST, port: int = PORT) -> str:
    """Return the address of the default queue, else of the last listed, else ''.

    CUPS has no default where nobody chose one; the only queue there is will do then.
    """
    line = IppLine(f"ipp://{host}:{port}/")
    for operation in (Operation.CUPS_DEFAULT, Operation.CUPS_PRINTERS):
        try:
            answer = line.ask(operation, {"requested-attributes": ("printer-name",)})
        except (Unreachable, Broken):
            return ""
        names = answer.words("printer-name")
        if answer.is_ok and names:
            place = host if port == PORT else f"{host}:{port}"
            return f"ipp://{place}/printers/{names[-1]}"
    return ""
