"""What a person does first when a window does not work: ask the program itself.

Each check looks at one thing for real and says in words what to do; none changes anything.
"""

from __future__ import annotations

from zcdesk.doctor.finding import Finding, Light

__all__ = ["Finding", "Light"]
