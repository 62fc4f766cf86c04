"""Every error the program raises on purpose, in three kinds.

`UserError`: the request cannot be done; says what to do instead. `SurroundingsError`: a device,
disk or network fails; work goes on. Anything else is a bug. Words live in `ui/texts.py`, never
here: an error carries a stable code and its fields.
"""

from __future__ import annotations


class CodedError(Exception):
    """An error with a stable code (`ZC-PRT-01` style, without the `ZC-`) and named fields.

    Attributes:
        code: family and number, e.g. ``PRT-01``; its text is looked up by the interface.
        fields: values the text needs; never unmasked personal data.
    """

    def __init__(self, code: str, **fields: object) -> None:
        super().__init__(code, fields)
        self.code = code
        self.fields = fields

    def __str__(self) -> str:
        parts = ", ".join(f"{name}={value}" for name, value in self.fields.items())
        return f"{self.code} {parts}".rstrip()


class UserError(CodedError):
    """The request cannot be done; the text of the code says what to do instead."""


class Invalid(UserError):
    """A value in `field` cannot be taken.

    Attributes:
        field: name of the input the message belongs to.
    """

    def __init__(self, code: str, field: str, **fields: object) -> None:
        super().__init__(code, **fields)
        self.field = field


class NotAllowed(UserError):
    """The person, window or state does not permit the act."""


class Conflict(UserError):
    """Somebody else's act came first."""


class SurroundingsError(CodedError):
    """Something around the program fails; what was saved stays saved and work goes on."""


class DeviceError(SurroundingsError):
    """A device does not do its work."""


class StoreError(SurroundingsError):
    """The disk or the database file cannot be used: full, locked, read-only, damaged, newer."""
