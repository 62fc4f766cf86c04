"""What nobody expected: shown under a number, and the desk goes on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from zcdesk.errors import CodedError

if TYPE_CHECKING:
    from types import TracebackType

    from zcdesk.app import App


def hook(
    app: App,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """Return the hook that shows an unexpected error under a number and goes on."""

    def on_error(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt) or not hasattr(app, "notices"):
            sys.__excepthook__(kind, error, trace)
            return
        from zcdesk.ui.jobs import bug

        app.notices.show(error if isinstance(error, CodedError) else bug(error))

    return on_error
