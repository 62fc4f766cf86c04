"""What a reviewer does at the desk, key by key."""

from __future__ import annotations


def open_first(page, press) -> None:
    page.activate()
    press("Enter")
