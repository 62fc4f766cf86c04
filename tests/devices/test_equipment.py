"""The devices of a PC: built, tested, looked at, replaced, saved; a wrong one costs only itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zcdesk.devices import equipment as module
from zcdesk.devices import trial
from zcdesk.devices.equipment import Equipment
from zcdesk.devices.kinds import Wanted
from zcdesk.devices.ports import Port
from zcdesk.devices.profile_file import shipped
from zcdesk.devices.simulators.models import GunModel
from zcdesk.devices.simulators.profile import ProfileModel
from zcdesk.devices.simulators.sam import CARDS, SamModel
from zcdesk.devices.simulators.voice import VoiceModel
from zcdesk.devices.voice_frames import SYN6288, XFS5152
from zcdesk.errors import DeviceError, Invalid
from zcdesk.paths import resources_dir

if TYPE_CHECKING:
    from tests.devices.conftest import Serve

Kept = list[dict[str, str]]


@pytest.fixture
def kept() -> Kept:
    return []


def test_a_wrong_address_costs_its_own_device(kept: Kept) -> None:
    made = Equipment({"reader": "sim:sam-v", "voice": "nonsense:x"}, kept.append)
    assert list(made.devices) == ["reader"]
    found = {one.kind: one for one in made.fitted()}
    assert found["reader"].is_here
    assert found["voice"].fault is not None
    assert found["voice"].fault.code == "DEV-05"
    assert (found["gun"].url, found["gun"].fault) == ("", None)


@pytest.mark.req("UX-36")
def test_a_device_is_connected_tested_looked_at_and_saved(serve: Serve, kept: Kept) -> None:
    voice = VoiceModel(SYN6288, pace=900)
    place = serve(voice)
    port, more = place.url, f"times=1&{place.patient}"
    made = Equipment({}, kept.append)
    assert [one.name for one in made.choices("voice")] == ["syn6288", "xfs5152"]
    made.connect("voice", Wanted(port.removeprefix("serial:"), "syn6288", more=more))
    assert kept == [{"voice": f"{port}?model=syn6288&{more}"}]
    assert made.wanted("voice") == Wanted(port, "syn6288", more=more)
    lines: list[str] = []
    assert made.look("voice", lines.append)
    assert "A000" in made.test("voice", "3")
    assert voice.spoken == ["[n1]请A零零零号到三号窗口办理"]
    assert any("> FD 00" in line for line in lines)
    assert any("请A零零零号" in line for line in lines)
    for _ in range(20):  # the module's "understood" may come after the text was sent
        if any("< 41" in line for line in lines):
            break
        made.test("voice", "3")
    assert any("< 41" in line for line in lines)
    made.look("voice", None)
    made.remove("voice")
    assert (made.devices, kept[-1]) == ({}, {})
    with pytest.raises(DeviceError) as nothing:
        made.test("voice", "3")
    assert nothing.value.code == "DEV-17"


def test_a_card_s_traffic_is_masked(serve: Serve, kept: Kept) -> None:
    place = serve(SamModel([CARDS["rare"]]))
    made = Equipment({"reader": f"{place.url}?model=sam-v&{place.patient}"}, kept.append)
    lines: list[str] = []
    made.look("reader", lines.append)
    assert made.test("reader", "3").startswith("读到：𬱖")
    made.devices["reader"].close()
    said = "\n".join(lines)
    assert "answer" in said
    for personal in (CARDS["rare"].name, CARDS["rare"].number, CARDS["rare"].number[6:14]):
        assert personal not in said
        assert personal.encode("utf-16-le").hex(" ").upper() not in said


def test_what_a_person_does_in_time_and_not(serve: Serve, kept: Kept) -> None:
    pads, gun = ProfileModel(shipped()["pad-ff68"], (3,)), GunModel()
    rater = ProfileModel(shipped()["rater-stx"])
    gun_place = serve(gun)
    urls = {
        "pads": f"{serve(pads).url}?model=pad-ff68&addresses=3",
        "gun": f"{gun_place.url}?model=gun",
        "rater": f"{serve(rater).url}?model=rater-stx&{gun_place.patient}",
        "scanner": "sim:scanner",
        "printer": "sim:printer?as=pdf",
    }
    made = Equipment(urls, kept.append)
    made.devices["gun"].codes()
    gun_place.server.say(b"T/A001\r")
    rater.stars.append((0.01, 2))
    assert made.test("gun", "3") == "扫到：T/A001"
    assert made.test("rater", "3") == "评价器收到：4 星"
    assert made.test("scanner", "3").startswith("取到一页")
    assert "测试页" in made.test("printer", "3")
    assert made.devices["printer"].documents[0].startswith(b"%PDF")
    for kind in ("gun", "pads"):
        with pytest.raises(DeviceError) as late:
            trial.run(made.devices[kind], "3", 0.2)
        assert late.value.code == "DEV-18"
    for device in made.devices.values():
        if hasattr(device, "close"):
            device.close()


def test_a_profile_of_the_hall_is_refused_with_line_and_field(tmp_path: Path, kept: Kept) -> None:
    text = (resources_dir() / "devices" / "yongtai.toml").read_text("utf-8")
    file = tmp_path / "mine.toml"
    file.write_text(text.replace("[send.text]", "[send.text]\nfieldz = 1", 1), "utf-8")
    made = Equipment({}, kept.append)
    with pytest.raises(Invalid) as refused:
        made.connect("window_screen", Wanted("COM3", profile=str(file), address="4"))
    assert refused.value.code == "DEV-12"
    assert {"file", "line", "place"} <= refused.value.fields.keys()
    assert kept == []
    file.write_text(text.replace('"yongtai"', '"mine"'), "utf-8")
    made.connect("window_screen", Wanted("COM3", profile=str(file), address="4"))
    assert kept[-1]["window_screen"] == f"serial:COM3?profile={file}&address=4"


@pytest.mark.parametrize(
    "wanted", [Wanted(""), Wanted("COM3", "no-model"), Wanted("COM3", "gun", more="colour=red")]
)
def test_what_cannot_be_connected_changes_nothing(wanted: Wanted, kept: Kept) -> None:
    made = Equipment({"gun": "sim:gun"}, kept.append)
    with pytest.raises(Invalid):
        made.connect("gun", wanted)
    assert (list(made.devices), kept) == (["gun"], [])


def test_a_port_of_another_device_is_refused(kept: Kept) -> None:
    urls = {"reader": "serial:COM3?model=sam-v", "caller": "sim:caller + serial:COM4?model=bx5k"}
    made = Equipment(urls, kept.append)
    for port in ("COM3", "serial:COM4"):
        with pytest.raises(Invalid) as refused:
            made.connect("gun", Wanted(port, "gun"))
        assert (refused.value.code, refused.value.field) == ("DEV-21", "port")
    made.connect("reader", Wanted("COM3", "sam-v", more="name=新读卡器"))
    made.connect("gun", Wanted("COM5", "gun"))
    assert kept[-1]["gun"] == "serial:COM5?model=gun"
    for device in made.devices.values():
        device.close()


@pytest.mark.usefixtures("only_voices")
def test_ports_are_found_by_asking_and_one_in_use_is_left_alone(
    serve: Serve, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    voice, mine = serve(VoiceModel(XFS5152)), serve(SamModel())
    names = [place.url.removeprefix("serial:") for place in (voice, mine)]
    found = (
        *(Port(name, "", f"serial:{name}") for name in names),
        Port("COM9", "", "x", "minicom"),
    )
    monkeypatch.setattr(module, "ports", lambda: found)
    made = Equipment({"reader": f"{mine.url}?model=sam-v"}, kept.append)
    rows = made.search()
    assert [(one.model, one.holder) for one in rows] == [
        ("xfs5152", ""),
        ("", "zcdesk"),
        ("", "minicom"),
    ]
    assert mine.far.heard == b""


@pytest.mark.parametrize(
    ("kind", "url", "names"),
    [
        ("voice", "sim:syn6288", {"volume": "", "speed": "", "times": "2", "english": "no"}),
        ("caller", "serial:COM3?model=xfs5152&volume=40", {"volume": "40", "times": "2"}),
        ("voice", "sim:caller", {}),
        ("caller", "sim:syn6288 + sim:caller", {}),
        ("window_screen", "serial:COM4?model=bx-5k", {}),
        ("printer", "ipp://localhost/printers/a?tray=tray-2", {"tray": "tray-2", "copies": "1"}),
        ("printer", "system:HP", {"sides": "one"}),
        ("printer", "tcp:192.0.2.7:9100", {"as": "escpos80"}),
        ("printer", "tcp:192.0.2.7:9100?as=escpos58", {"as": "escpos58"}),
        ("printer", "serial:COM3?printer=pos-5890", {}),
        ("printer", "file:/tmp/papers?as=pdf", {}),
        ("printer", "", {}),
        ("reader", "sim:sam-v", {}),
    ],
)
def test_what_can_be_adjusted_is_told_with_what_it_is_set_to(kind, url, names) -> None:
    made = Equipment({kind: url} if url else {}, list, devices={})
    found = made.adjustable(kind)
    assert names.items() <= found.items()
    assert bool(found) == bool(names)


def test_a_voice_is_adjusted_at_once_and_kept(serve: Serve, kept: Kept) -> None:
    voice = VoiceModel(SYN6288, pace=900)
    place = serve(voice)
    url = f"{place.url}?model=syn6288&address=3&{place.patient}"
    made = Equipment({"voice": url}, kept.append)
    first = made.devices["voice"]
    made.adjust("voice", {"times": "1", "volume": "40"})
    assert made.devices["voice"] is not first
    assert made.adjustable("voice")["times"] == "1"
    made.test("voice", "3")
    assert voice.spoken[-1].count("请A零零零号到三号窗口办理") == 1
    assert "[v" in voice.spoken[-1]
    made.adjust("voice", {"times": "2", "volume": ""})
    assert kept[-1] == {"voice": url}
