"""`zcdesk device decode`, and what `monitor` says of traffic: bytes as people read them.

A card's person is masked unless the caller was told to reveal it.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TextIO

from zcdesk.devices import bx_frames as bx
from zcdesk.devices import sam_frames as sam
from zcdesk.devices import voice_frames as vf
from zcdesk.devices.bx_area import areas_in
from zcdesk.devices.bx_frames import BxFrames
from zcdesk.devices.charset import CODECS
from zcdesk.devices.command_words import DONE, REFUSED, Stopped
from zcdesk.devices.frame_fields import Field, size_of
from zcdesk.devices.frame_reader import FrameReader
from zcdesk.devices.gun import Codes
from zcdesk.devices.hextext import NotHex, from_hex, to_hex
from zcdesk.devices.models import CHIPS, Model
from zcdesk.devices.sam_frames import Answer, BadFrame, SamFrames
from zcdesk.devices.sam_layouts import SIZE, Card, UnknownCard, as_record, decode_text
from zcdesk.devices.voice_frames import Chip, VoiceFrames

Record = dict[str, Any]
Feed = Callable[[bytes], list[Record]]

_SAID = {
    vf.SPEAK: "speak",
    vf.STOP: "stop",
    vf.PAUSE: "pause",
    vf.RESUME: "resume",
    vf.QUERY: "query",
    vf.SLEEP: "sleep",
}
_SAID_SYN = {vf.SET_BAUD: "set_baud"}
_SAID_XFS = {vf.STORE: "store", vf.SPEAK_STORED: "speak_stored", vf.WAKE: "wake"}
_BAUDS = {0: 9600, 1: 19200, 2: 38400}
_ENCODINGS = {number: name for name, number in vf.ENCODINGS.items()}

_ADDRESS = 70
"""Bytes of a newest address, the longest answer that is no card."""


def decode(model: Model, text: str, reveal: bool, out: TextIO, err: TextIO) -> int:
    """Print what `text`, bytes in hexadecimal, says as JSON."""
    try:
        data = from_hex(text)
    except NotHex as error:
        raise Stopped(f"读不懂这些字节：{error}") from error
    if model.name == "sam-v":
        return _decode_card(data, reveal, out, err)
    found = _records(model, data)
    if not found:
        raise Stopped(f"没有找到 {model.title} 的完整帧", REFUSED)
    _print(found, out)
    return DONE


def _records(model: Model, data: bytes) -> list[Record]:
    """Read bytes of which nobody says who sent them.

    An answer of one byte is one only where nothing else is: any frame, whole or torn, may hold
    that byte.
    """
    sent, came = reader(model, True)(data), reader(model, False)(data)
    if model.profile is not None:
        single = {f.name for f in model.profile.receive if sum(map(_size, f.fields)) == 1}
        longer = [one for one in came if one["frame"] not in single and one not in sent]
        return sent + longer or (came if len(came) == len(data) else [])
    if model.name in CHIPS:
        return sent or (came if len(came) == len(data) else [])
    return sent or came


def _size(field: Field) -> int:
    """Return the bytes a field takes; more than one where that varies."""
    return size_of(field) or 2


def reader(model: Model, outgoing: bool, reveal: bool = False) -> Feed:
    """Return what turns a stream in one direction into records, keeping what is unfinished."""
    if model.name == "sam-v":
        frames = SamFrames()
        return lambda data: [_sam_record(body, reveal) for body in frames.feed(data)]
    if model.name in CHIPS:
        return _voice_reader(CHIPS[model.name]) if outgoing else _voice_answers
    if model.name == "bx5k":
        packets = BxFrames()
        return lambda data: [_bx_record(packet) for packet in packets.feed(data)]
    if model.profile is not None:
        stream = FrameReader(model.profile.send if outgoing else model.profile.receive)
        return lambda data: [
            {"frame": one.name, **({"event": one.frame.event} if one.frame.event else {})}
            | one.values
            for one in stream.feed(data)
        ]
    codes = Codes()
    return lambda data: [{"code": code} for code in codes.feed(data)]


def _decode_card(data: bytes, reveal: bool, out: TextIO, err: TextIO) -> int:
    """Print the person of the first card among the frames, else what the frames are."""
    if len(data) in (SIZE, SIZE + 1024) and not data.startswith(sam.PREAMBLE):
        _print(_card_record(data[:SIZE], reveal), out)
        return DONE
    try:
        bodies = sam.bodies_in(data)
        for body in bodies:
            answer = sam.as_answer(body)
            if answer is not None and _holds_card(answer):
                _print(_card_record(sam.as_content(answer.data).text, reveal), out)
                return DONE
    except BadFrame as error:
        raise Stopped(f"不是一帧完整的读卡数据：{error.fault.value}", REFUSED) from error
    records = [_sam_record(body, reveal) for body in bodies]
    _print(records[0] if len(records) == 1 else records, out)
    answers = [answer for body in bodies if (answer := sam.as_answer(body))]
    failed = [a for a in answers if a.status not in (sam.DONE, sam.FOUND)]
    if failed:
        err.write(f"这一帧没有证件内容：{failed[0].meaning}\n")
    return REFUSED if failed else DONE


def _card_record(text: bytes, reveal: bool) -> Record:
    return dict(as_record(_card(text), reveal=reveal))


def _card(text: bytes) -> Card:
    try:
        return decode_text(text)
    except UnknownCard as error:
        raise Stopped(f"证件内容认不出：{error}", REFUSED) from error


def _sam_record(body: bytes, reveal: bool) -> Record:
    answer = sam.as_answer(body)
    if answer is None:
        meaning = sam.COMMANDS.get(body, sam.COMMANDS.get(body[:2], ""))
        if not meaning and body[:1] == sam.SET_BAUD:
            meaning = "设波特率"
        meaning = meaning or "未知命令"
        return {"frame": "request", "command": to_hex(body[:2]), "meaning": meaning}
    record: Record = {
        "frame": "answer",
        "status": f"{answer.status:02X}",
        "meaning": answer.meaning,
        "bytes": len(answer.data),
    }
    if answer.status == sam.DONE and len(answer.data) == _ADDRESS:
        address = answer.data.decode("utf-16-le", "replace").rstrip(" \0")
        record["address"] = address if reveal else address[:3] + "***"
    if _holds_card(answer):
        try:
            content = sam.as_content(answer.data)
            record["card"] = dict(as_record(decode_text(content.text), reveal=reveal))
        except (BadFrame, UnknownCard) as error:
            record["card"] = str(error)
    return record


def _holds_card(answer: Answer) -> bool:
    """Tell a read's answer from those of the other commands, which are far shorter."""
    return answer.status == sam.DONE and len(answer.data) > _ADDRESS


def _voice_reader(chip: Chip) -> Feed:
    frames = VoiceFrames(chip)
    return lambda data: [_voice_record(chip, body) for body in frames.feed(data)]


def _voice_record(chip: Chip, body: bytes) -> Record:
    names = _SAID | (_SAID_SYN if chip.has_check else _SAID_XFS)
    record: Record = {"frame": names.get(body[0], f"{body[0]:02X}")}
    if len(body) < 2:
        return record
    encoding = _ENCODINGS.get(body[1] & 7, "gbk")
    codec = CODECS[chip.unicode if encoding == "unicode" else encoding]
    match record["frame"]:
        case "speak":
            record |= {"encoding": encoding, "music": body[1] >> 3}
            record["text"] = body[2:].decode(codec, "replace")
        case "set_baud":
            record["baud"] = _BAUDS.get(body[1], body[1])
        case "store":
            # No encoding goes with it: the one it is spoken in tells.
            record |= {"segment": body[1], "text": body[2:].decode(CODECS["gbk"], "replace")}
        case "speak_stored":
            record |= {"times": body[1] >> 4, "encoding": encoding}
        case _:
            pass
    return record


def _voice_answers(data: bytes) -> list[Record]:
    return [
        {"frame": "answer", "byte": f"{byte:02X}", "meaning": vf.ANSWERS[byte]}
        for byte in data
        if byte in vf.ANSWERS
    ]


def _bx_record(packet: bx.Packet) -> Record:
    names = {
        bx.PING: "ping",
        bx.STATUS: "status",
        bx.CLEAR: "clear",
        bx.AREA: "area",
        bx.ACK: "ack",
        bx.NACK: "nack",
    }
    record: Record = {"frame": names.get(packet.command, to_hex(packet.command))}
    record["to"] = f"{packet.to:04X}"
    if packet.command in (bx.ACK, bx.NACK):
        record["meaning"] = bx.ERRORS.get(packet.error, f"{packet.error:02X}")
    elif packet.command == bx.AREA:
        record |= _bx_areas(packet.data[5:])
    else:
        record["data"] = to_hex(packet.data[5:])
    return record


def _bx_areas(payload: bytes) -> Record:
    """Say which areas go and which come; bytes that are none stay bytes."""
    found = areas_in(payload)
    if found is None:
        return {"data": to_hex(payload)}
    gone, shown = found
    areas = [
        {name: getattr(area, name) for name in ("id", "x", "y", "width", "height", "display")}
        | {"text": text}
        for area, text in shown
    ]
    return {"deleted": list(gone), "areas": areas}


def _print(value: object, out: TextIO) -> None:
    out.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
