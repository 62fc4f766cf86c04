"""Dice that fall the same whenever a seed is played again."""

from __future__ import annotations

from random import Random


def dice(seed: int, what: str) -> Random:
    """Return dice of their own for one purpose, so that no use of others shifts their falls."""
    return Random(f"{seed}/{what}")  # noqa: S311 - to be repeated, not to be secret
