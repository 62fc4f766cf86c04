"""What stands between the keyboard and the pages: input method guard and scanner recognition.

One `KeyGate` per program filters the application's key events; see `gate`.
"""

from __future__ import annotations

from zcdesk.ui.input.composing import Composing, text_with_preedit
from zcdesk.ui.input.gate import KeyGate
from zcdesk.ui.input.scanner import Burst, Timer

__all__ = ["Burst", "Composing", "KeyGate", "Timer", "text_with_preedit"]
