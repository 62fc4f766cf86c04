"""The plans of reports as data: what a 日报, 月报, 季报 or 年报 contains."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from zcdesk.domain.report_paper import Plans


@lru_cache(maxsize=1)
def shipped() -> Plans:
    """Give the shipped plans, one for each span."""
    from zcdesk.paths import resources_dir

    data = (resources_dir() / "reports" / "plans.toml").read_bytes()
    return msgspec.toml.decode(data, type=Plans)
