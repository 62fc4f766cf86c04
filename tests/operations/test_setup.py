"""First start from an answers file: each refusal names its field, and nothing is made then."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from fix_hall import ANSWERS, SECRET, matters
from hypothesis import given
from hypothesis import strategies as st

from zcdesk import paths
from zcdesk.domain.entry import Entry
from zcdesk.domain.hall import Clerk, Role
from zcdesk.domain.matter import MatterType, Necessity, defects_of
from zcdesk.domain.window import Window
from zcdesk.errors import Invalid, NotAllowed, StoreError
from zcdesk.operations import policies, setup
from zcdesk.operations.session import Session
from zcdesk.operations.setup import (
    Answers,
    ClerkAnswer,
    HallAnswer,
    MaterialChange,
    MatterChange,
    WindowAnswer,
    read_answers,
)

ADMIN = ANSWERS.clerks[0]

TOML = """
station = "3"
[hall]
name = "示例区政务服务中心"
region = "320213"
[[windows]]
number = "3"
[[clerks]]
staff_no = "0001"
name = "王主任"
secret = "invented-1"
roles = ["administrator"]
"""


def answers(**changes: object) -> Answers:
    return msgspec.structs.replace(ANSWERS, **changes)


def hall(**changes: str) -> HallAnswer:
    return msgspec.structs.replace(ANSWERS.hall, **changes)


def clerk(**changes: object) -> ClerkAnswer:
    return msgspec.structs.replace(ADMIN, **changes)


def refused(given: Answers) -> tuple[str, str]:
    with pytest.raises(Invalid) as error:
        setup.check(given)
    return error.value.code, error.value.field


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answers(hall=hall(region="32021")), ("SET-03", "hall.region")),
        (answers(hall=hall(region="32021X")), ("SET-03", "hall.region")),
        (answers(hall=hall(region="３２０２１３")), ("SET-03", "hall.region")),
        (answers(hall=hall(region="32021²")), ("SET-03", "hall.region")),
        (answers(hall=hall(name="  ")), ("SET-04", "hall.name")),
        (answers(station="4"), ("SET-05", "station")),
        (answers(station=" ", windows=(WindowAnswer(number=" "),)), ("SET-05", "station")),
        (answers(windows=()), ("SET-05", "station")),
        (answers(windows=(*ANSWERS.windows, ANSWERS.windows[0])), ("SET-11", "windows.3")),
        (
            answers(windows=(WindowAnswer(number="3", categories=("社会民生", "社保")),)),
            ("QUE-11", "windows.3"),
        ),
        (answers(clerks=()), ("SET-06", "clerks")),
        (answers(clerks=(clerk(roles=(Role.CLERK,)),)), ("SET-06", "clerks")),
        (answers(clerks=(clerk(name=""),)), ("SET-04", "clerks")),
        (answers(clerks=(clerk(staff_no=" "),)), ("SET-04", "clerks")),
        (answers(clerks=(clerk(secret="12345"),)), ("SET-07", "clerks.0001")),
        (answers(clerks=(ADMIN, clerk(name="李主任"))), ("SET-11", "clerks.0001")),
    ],
)
def test_each_refusal_names_its_field(given: Answers, expected: tuple[str, str]) -> None:
    assert refused(given) == expected


def test_a_refusal_never_shows_a_secret() -> None:
    with pytest.raises(Invalid) as error:
        setup.check(answers(clerks=(clerk(secret="geheim"[:5]),)))
    assert "gehei" not in str(error.value)


@given(st.text(max_size=8) | st.text("0123456789０²", min_size=6, max_size=6))
def test_a_region_is_six_plain_digits_or_refused(region: str) -> None:
    given = answers(hall=hall(region=region))
    if len(region) == 6 and set(region) <= set("0123456789"):
        setup.check(given)
    else:
        assert refused(given) == ("SET-03", "hall.region")


# --- the file ---


def written(tmp_path: Path, content: str | bytes) -> Path:
    path = tmp_path / "answers.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_file_is_read_with_or_without_the_mark_windows_editors_put(tmp_path: Path) -> None:
    plain = read_answers(written(tmp_path, TOML))
    assert (plain.station, plain.hall.name) == ("3", "示例区政务服务中心")
    assert plain.clerks[0].roles == (Role.ADMINISTRATOR,)
    assert read_answers(written(tmp_path, b"\xef\xbb\xbf" + TOML.encode())) == plain


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ('[hall]\nname = "x"\nregion = \n', "3"),
        (TOML.replace('region = "320213"', "region = 320213"), "hall.region"),
        (TOML.replace("administrator", "boss"), "clerks[1].roles[1]"),
        (TOML.replace('number = "3"', 'number = "3"\ncolour = "red"'), "windows[1].colour"),
        ('station = "3"', "hall"),
    ],
)
def test_a_wrong_file_says_where(tmp_path: Path, content: str, place: str) -> None:
    with pytest.raises(Invalid) as error:
        read_answers(written(tmp_path, content))
    where = "SET-17" if place.isdigit() else "SET-18"
    assert (error.value.code, error.value.field) == (where, "file")
    assert place in (error.value.fields.get("place"), error.value.fields.get("line"))


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as error:
        read_answers(written(tmp_path, TOML.encode("gb18030")))
    assert error.value.code == "SET-01"


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        with pytest.raises(StoreError) as error:
            read_answers(path)
        assert error.value.code == "SET-02"


def test_a_policy_that_cannot_be_names_its_field(tmp_path: Path) -> None:
    content = TOML + "[policy.limits]\nacceptance_days = -1\n"
    with pytest.raises(Invalid) as error:
        read_answers(written(tmp_path, content))
    assert (error.value.code, error.value.field) == ("CAL-08", "acceptance_days")


def test_the_demo_is_an_ordinary_answers_file() -> None:
    found = read_answers(paths.resources_dir() / "demo" / "answers.toml")
    assert found.simulated
    assert len(found.windows) >= 2


# --- the hall ---


def test_a_hall_in_use_after_its_answers(open_hall) -> None:
    fresh = open_hall()
    assert not setup.is_set_up(fresh)
    setup.set_up(fresh, answers(policy=setup.Policy()), matters())
    assert setup.is_set_up(fresh)
    with fresh.reading() as store:
        assert {w.number for _, w in store.states(Window)} == {"3", "5"}
        assert {c.staff_no: c.roles for _, c in store.states(Clerk)}["0001"] == (
            Role.ADMINISTRATOR,
        )
        assert {e.matter.key: e.by for _, e in store.states(Entry)} == dict.fromkeys(
            ("1-1", "1-2", "4-1", "1-9"), "0001"
        )
        acts = b"".join(a.body or b"" for s, _ in store.states(Clerk) for a in store.acts(s))
    assert SECRET.encode() not in acts
    found = policies.the_hall(fresh)
    assert (found.name, found.region, found.simulated) == ("示例区政务服务中心", "320213", True)


def test_a_hall_is_set_up_once(session) -> None:
    with pytest.raises(NotAllowed) as error:
        setup.set_up(session, ANSWERS, ())
    assert error.value.code == "SET-08"


def test_answers_that_do_not_fit_make_nothing(open_hall) -> None:
    fresh = open_hall()
    wrong = answers(matters=(MatterChange(key="9-9", promised_days=3),))
    with pytest.raises(Invalid) as error:
        setup.set_up(fresh, wrong, matters())
    assert (error.value.code, error.value.fields) == ("SET-09", {"key": "9-9"})
    assert not setup.is_set_up(fresh)


# --- the hall's own settings on shipped matters ---

SHIPPED = {m.key: m for m in matters()}


@pytest.mark.req("R162")
def test_a_hall_sets_limit_type_fee_and_deferral() -> None:
    change = MatterChange(
        key="1-2",
        type=MatterType.INSTANT,
        promised_days=0,
        fee="工本费",
        materials=(
            MaterialChange(name="居民身份证", shareable=True),
            MaterialChange(name="经营场所使用权证明", deferral_days=7),
        ),
    )
    found = {m.key: m for m in setup.changed(SHIPPED, (change,))}
    changed = found.pop("1-2")
    assert found == {key: m for key, m in SHIPPED.items() if key != "1-2"}
    assert (changed.type, changed.promised_days, changed.fee) == (MatterType.INSTANT, 0, "工本费")
    assert changed.is_sample
    assert "示例" in changed.note
    form, identity, place, _ = changed.materials
    assert form == SHIPPED["1-2"].materials[0]
    assert identity.shareable
    assert (place.necessity, place.deferral_days) == (Necessity.DEFERRABLE, 7)


def test_what_is_not_named_stays() -> None:
    (found,) = (m for m in setup.changed(SHIPPED, (MatterChange(key="1-1"),)) if m.key == "1-1")
    before = SHIPPED["1-1"]
    assert (found.type, found.promised_days, found.materials) == (
        before.type,
        before.promised_days,
        before.materials,
    )


def test_a_material_the_matter_does_not_have_is_refused() -> None:
    change = MatterChange(key="1-2", materials=(MaterialChange(name="户口簿"),))
    with pytest.raises(Invalid) as error:
        setup.changed(SHIPPED, (change,))
    assert (error.value.code, error.value.field) == ("SET-10", "matters")
    assert error.value.fields == {"key": "1-2", "material": "户口簿"}


@pytest.mark.req("R142")
def test_a_limit_the_hall_sets_is_no_longer_a_defect() -> None:
    unknown = msgspec.structs.replace(SHIPPED["1-2"], promised_days=None)
    lacking = {"1-2": msgspec.structs.replace(unknown, defects=defects_of(unknown))}
    assert any("承诺时限" in defect for defect in lacking["1-2"].defects)
    for change in (
        MatterChange(key="1-2", promised_days=10),
        MatterChange(key="1-2", type=MatterType.INSTANT),
    ):
        (found,) = setup.changed(lacking, (change,))
        assert found.defects == ()


@pytest.mark.req("R054")
def test_an_officer_acts_for_the_departments_the_answers_name(
    open_hall: Callable[[], Session],
) -> None:
    officer = clerk(staff_no="0401", name="李工", roles=(Role.REVIEWER,), departments=("区卫健委",))
    fresh = open_hall()
    setup.set_up(fresh, answers(clerks=(ADMIN, officer)), matters())
    with fresh.reading() as store:
        hired = store.state("clerk:0401", Clerk)
    assert hired is not None
    assert (hired.roles, hired.departments) == ((Role.REVIEWER,), ("区卫健委",))
