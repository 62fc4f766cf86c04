"""The result counter under a short name."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def results(results_desk: Any) -> Any:
    return results_desk
