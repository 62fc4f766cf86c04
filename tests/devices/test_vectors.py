"""Every published frame, as `zcdesk device decode` reads it.

`vectors.jsonl` has a frame a line: the bytes of a maker's paper or of captured traffic, or computed
from the rule such a paper states, and what they say.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.devices.test_command import call

VECTORS = [
    json.loads(line)
    for line in (Path(__file__).parent / "vectors.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda one: one["id"])
def test_a_published_frame_is_read(vector: dict[str, Any]) -> None:
    for spelling in (vector["hex"], vector["hex"].lower().replace(" ", "")):
        code, out, err = call("decode", "--model", vector["model"], "--hex", spelling)
        records = json.loads(out)
        assert (records if isinstance(records, list) else [records]) == [vector["said"]]
        # A reader's answer that nothing came is read, and said to be one.
        is_refusal = vector["said"].get("status") == "80"
        assert (code, bool(err)) == (int(is_refusal), is_refusal)


def test_what_is_one_byte_short_is_no_frame() -> None:
    for vector in VECTORS:
        frame = bytes.fromhex(vector["hex"])
        if len(frame) > 1:
            code, _, err = call("decode", "--model", vector["model"], "--hex", frame[:-1].hex())
            assert (code, err.count("\n")) == (1, 1), vector["id"]
