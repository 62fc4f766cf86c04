"""Profiles: faithful, allowed, compared setting by setting, loaded as one act with its day."""

from __future__ import annotations

import pytest

from zcdesk import paths
from zcdesk.domain.policy_settings import SETTINGS
from zcdesk.errors import Invalid
from zcdesk.operations import policies, profiles

FOLDER = paths.resources_dir() / "policies"


@pytest.mark.req("R016", "R017")
def test_the_five_halls_are_there_and_every_value_can_be() -> None:
    found = profiles.read(FOLDER)
    assert [one.name for one in found] == ["梁溪", "无锡经开", "薛城", "内乡", "昆都仑"]
    for one in found:
        assert one.name.removeprefix("无锡") in one.source
        assert one.settings
        assert set(one.settings) <= set(SETTINGS)


@pytest.mark.req("R152")
def test_a_profile_is_compared_and_loaded_from_its_day(staff, clock) -> None:
    differing = profiles.compare(staff.supervisor, FOLDER, "梁溪")
    assert {one.path: (one.now, one.then) for one in differing} == {
        "limits.acceptance_days": (2, 1),
        "platform.way": ("none", "interface"),
    }
    settings = differing[0].profile.settings
    policies.change(staff.supervisor, settings, effective="2026-11-26", profile="梁溪")
    assert policies.policy(staff.clerk).limits.acceptance_days == 2
    assert policies.view(staff.clerk).ahead[0].profile == "梁溪"
    clock.pass_(days=2)
    assert policies.policy(staff.clerk).limits.acceptance_days == 1
    assert profiles.compare(staff.supervisor, FOLDER, "梁溪") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name = ", "POL-06"),
        ('name = "甲"\nsource = "S9"\n[settings]\n"limits.nothing" = 1', "POL-01"),
        ('name = "甲"\nsource = "S9"\n[settings]\n"limits.acceptance_days" = 9', "POL-03"),
    ],
)
def test_a_broken_file_says_what_is_wrong(tmp_path, text: str, code: str) -> None:
    (tmp_path / "one.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        profiles.read(tmp_path)
    assert refused.value.code == code
