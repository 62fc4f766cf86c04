"""SAM_V frames against the published vectors, and a stream cut, dirtied and doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.devices import sam_frames as sam
from zcdesk.devices.sam_frames import Answer, BadFrame, Content, Fault, SamFrames

HEAD = "AA AA AA 96 69 "


@pytest.mark.parametrize(
    ("body", "frame"),
    [
        (sam.FIND, "00 03 20 01 22"),
        (sam.SELECT, "00 03 20 02 21"),
        (sam.READ, "00 03 30 01 32"),
        (sam.READ_ALL, "00 03 30 10 23"),
        (sam.READ_ADDRESS, "00 03 30 03 30"),
        (sam.STATUS, "00 03 11 FF ED"),
        (sam.RESET, "00 03 10 FF EC"),
        (sam.SAM_NUMBER, "00 03 12 FF EE"),
        (sam.set_baud(115200), "00 03 60 00 63"),
        (sam.set_baud(9600), "00 03 60 04 67"),
        (sam.RF_SIZE, "00 04 61 FF 50 CA"),
    ],
)
def test_requests(body: bytes, frame: str) -> None:
    assert sam.frame(body) == bytes.fromhex(HEAD + frame)
    assert sam.bodies_in(bytes.fromhex(HEAD + frame)) == (body,)
    assert sam.as_answer(body) is None


@pytest.mark.parametrize(
    ("frame", "answer"),
    [
        ("00 08 00 00 9F 00 00 00 00 97", Answer(sam.FOUND, bytes(4))),
        ("00 04 00 00 80 84", Answer(sam.NO_CARD)),
        ("00 0C 00 00 90 00 00 00 00 00 00 00 00 9C", Answer(sam.DONE, bytes(8))),
        ("00 04 00 00 90 94", Answer(sam.DONE)),
    ],
)
def test_answers(frame: str, answer: Answer) -> None:
    data = bytes.fromhex(HEAD + frame)
    (body,) = sam.bodies_in(data)
    assert sam.as_answer(body) == answer
    assert sam.answer_frame(answer.status, answer.data) == data


@pytest.mark.parametrize(
    ("fingerprint", "size"), [(None, 1295), (1024, 2321), (512, 1809), (0, 1297)]
)
def test_sizes_of_a_read(fingerprint: int | None, size: int) -> None:
    content = Content(b"t" * 256, b"p" * 1024, b"f" * (fingerprint or 0))
    data = sam.content_data(content, with_fingerprint=fingerprint is not None)
    frame = sam.answer_frame(sam.DONE, data)
    assert len(frame) == size
    if fingerprint is None:
        assert frame.hex(" ").upper().startswith(HEAD + "05 08 00 00 90 01 00 04 00")
    answer = sam.as_answer(sam.bodies_in(frame)[0])
    assert answer is not None
    assert sam.as_content(answer.data) == content


@pytest.mark.parametrize("data", [b"", b"\1", bytes(8), b"\1\0\4\0" + bytes(300), b"\0\1\0\0x"])
def test_a_read_whose_lengths_do_not_add_up(data: bytes) -> None:
    with pytest.raises(BadFrame) as bad:
        sam.as_content(data)
    assert bad.value.fault is Fault.CONTENT


FRAME = sam.answer_frame(sam.DONE, bytes(range(64)))


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", Fault.NO_PREAMBLE),
        (FRAME[1:], Fault.NO_PREAMBLE),
        (FRAME[:-1], Fault.SHORT),
        (FRAME[:6], Fault.SHORT),
        (FRAME[:-1] + b"\0", Fault.CHECK),
        (sam.PREAMBLE + b"\0\1" + bytes(9), Fault.LENGTH),
        (sam.PREAMBLE + b"\xff\xff" + bytes(9), Fault.LENGTH),
    ],
)
def test_why_bytes_are_no_frame(data: bytes, fault: Fault) -> None:
    with pytest.raises(BadFrame) as bad:
        sam.bodies_in(data)
    assert bad.value.fault is fault


def fed(data: bytes, cuts: list[int]) -> list[bytes]:
    frames, found, last = SamFrames(), [], 0
    for cut in [*sorted(cuts), len(data)]:
        found += frames.feed(data[last:cut])
        last = cut
    return found


def test_one_byte_at_a_time() -> None:
    assert fed(FRAME * 2, list(range(len(FRAME) * 2))) == [FRAME[7:-1]] * 2


@pytest.mark.parametrize("cut", range(len(FRAME)))
def test_torn_off_at_any_byte_the_next_frame_is_found(cut: int) -> None:
    frames = SamFrames()
    found = [*frames.feed(FRAME[:cut] + FRAME), *frames.idle()]
    while frames.is_waiting:
        found += frames.idle()
    assert found == [FRAME[7:-1]]


@given(st.lists(st.binary(max_size=30) | st.just(sam.PREAMBLE)))
def test_noise_hides_no_frame(noise: list[bytes]) -> None:
    frames = SamFrames()
    found = list(frames.feed(b"".join(noise) + FRAME))
    while frames.is_waiting:
        found += frames.idle()
    assert found[-1] == FRAME[7:-1]


@given(st.data())
def test_a_preamble_inside_the_data_is_data(data: st.DataObject) -> None:
    inside = sam.answer_frame(
        sam.DONE, data.draw(st.binary(max_size=20)) + FRAME + sam.PREAMBLE + b"\xaa"
    )
    stream = b"\xaa" + inside + FRAME
    cuts = data.draw(st.lists(st.integers(0, len(stream)), max_size=8))
    assert fed(stream, cuts) == [inside[7:-1], FRAME[7:-1]]


def test_a_person_is_not_in_the_log() -> None:
    assert repr(Answer(0x90, b"secret")) == "Answer(status=90, 6 bytes)"
    assert "secret" not in repr(Content(b"secret"))
