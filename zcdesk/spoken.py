"""What a command says: errors in words, and everything in the language of this PC."""

from __future__ import annotations

from pathlib import Path

from zcdesk.errors import CodedError, UserError


def speak(folder: Path | None) -> None:
    """Let what is printed be in the language of this PC, as far as it is translated."""
    from zcdesk import paths, settings
    from zcdesk.ui import language

    try:
        known = settings.load(paths.data_dir(folder))
    except (CodedError, OSError):
        return  # the error that is to be told may be this very one
    language.speak(known.language)


def words(error: CodedError | EOFError) -> str:
    """Return an error as a command complains of it; an end of input where a secret was asked."""
    from zcdesk.ui.texts import describe
    from zcdesk.ui.words import noted

    said = describe(error if isinstance(error, CodedError) else UserError("SEC-36"))
    return noted(said.text, said.code)
