"""Every published frame, as `zcdesk device decode` reads it.

`vectors.jsonl` has a frame a line: the bytes of a maker's paper or of captured traffic, or computed
from the rule such a paper states, and what they say.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.devices.test_command import call
from zcdesk.devices.bx_frames import BxFrames
from zcdesk.devices.frame_reader import FrameReader
from zcdesk.devices.models import CHIPS, find_model, models
from zcdesk.devices.sam_frames import SamFrames
from zcdesk.devices.voice_frames import VoiceFrames

VECTORS = [
    json.loads(line)
    for line in (Path(__file__).parent / "vectors.jsonl").read_text("utf-8").splitlines()
]

BY_SILENCE = {"led-485-ascii", "pad-six-byte", "ruize", "syn6288", "xfs5152", "yongtai"}
"""What is torn off there takes the bytes behind it for its own until the line is silent: they have
no check, or one that half a frame passes with half of the next (an XOR of the same bytes twice)."""


def parsers(name: str) -> tuple[Callable[[], Any], ...]:
    """Make what reads the traffic with a model, to it and from it."""
    model = find_model(name)
    assert model is not None
    if model.profile is None:
        chip = CHIPS.get(name)
        return (partial(VoiceFrames, chip) if chip else SamFrames if name == "sam-v" else BxFrames,)
    profile = model.profile
    return partial(FrameReader, profile.send), partial(FrameReader, profile.receive)


def whole_frames() -> Iterator[tuple[str, str, Callable[[], Any], bytes]]:
    """Yield each frame with what reads it."""
    for vector in VECTORS:
        data = bytes.fromhex(vector["hex"])
        for make in parsers(vector["model"]):
            if len(data) > 1 and len(make().feed(data)) == 1:
                yield vector["id"], vector["model"], make, data


FRAMES = tuple(whole_frames())


def silent(parser: Any) -> list[object]:
    """Let the line be silent until nothing is waited for."""
    found: list[object] = []
    while getattr(parser, "is_waiting", False):  # Onbon frames have a sign for their end
        found += parser.idle()
    return found


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


def test_every_model_with_frames_is_among_them() -> None:
    assert {name for _, name, _, _ in FRAMES} == {one.name for one in models()} - {"gun"}


def test_frames_cut_anywhere_and_run_together() -> None:
    for name, _, make, data in FRAMES:
        (frame,) = make().feed(data)
        for cut in range(1, len(data)):
            parser = make()
            found = [*parser.feed(data[:cut]), *parser.feed(data[cut:] + data[:cut])]
            assert [*found, *parser.feed(data[cut:])] == [frame, frame], (name, cut)
        parser = make()
        assert [one for byte in data for one in parser.feed(bytes((byte,)))] == [frame], name


def test_torn_off_at_any_byte_the_next_one_is_found() -> None:
    for name, model, make, data in FRAMES:
        (frame,) = make().feed(data)
        for cut in range(1, len(data)):
            parser = make()
            parser.feed(data[:cut])
            silent(parser)
            assert list(parser.feed(data)) == [frame], (name, cut)
            if model in BY_SILENCE:
                continue
            parser = make()  # and where the line is not silent in between
            found = [*parser.feed(data[:cut] + data), *silent(parser)]
            assert found == [frame], (name, cut)
