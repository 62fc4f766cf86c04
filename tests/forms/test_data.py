"""Papers as plain data: there and back, every fault by its field, names free of any rule."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zcdesk.domain.papers import PaperKind
from zcdesk.forms.data import WrongData, from_data, schema, to_data
from zcdesk.forms.samples import sample

NAME_KEYS = {"applicant_name", "applicant"}
PERSONAL = {"name", "agent_name", "receiver", "giver", "taker", "officer", "clerk"} | NAME_KEYS
ALL = {kind: to_data(sample(kind)) for kind in PaperKind}
NAMED = [kind for kind in PaperKind if "applicant_name" in ALL[kind]]
LISTED = [PaperKind.SUMMARY, PaperKind.HANDOVER, PaperKind.RESULT_HANDOVER]
LISTED += [PaperKind.DELIVERY_TRANSFER, PaperKind.POST_LIST]


def faults(kind: PaperKind, raw: object) -> dict[str, str]:
    with pytest.raises(WrongData) as caught:
        from_data(kind, raw)
    found = dict(caught.value.faults)
    assert len(found) == len(caught.value.faults) > 0
    return found


def changed(kind: PaperKind, /, **changes: object) -> dict[str, Any]:
    return copy.deepcopy(ALL[kind]) | changes


@pytest.mark.parametrize("kind", PaperKind)
def test_a_sample_goes_through_json_and_back(kind: PaperKind) -> None:
    text = json.dumps(ALL[kind], ensure_ascii=False)
    assert from_data(kind, json.loads(text)) == sample(kind)


SECURED = {PaperKind.ERASURE, PaperKind.RECOVERY}
COUNTED = {PaperKind.FLOW, PaperKind.REPORT, PaperKind.ASSESSMENT} | SECURED


def test_the_applicant_stands_where_everybody_looks() -> None:
    unnamed = {PaperKind.TICKET, PaperKind.SHIFT, PaperKind.GUIDE, PaperKind.MATERIAL_LIST}
    assert set(PaperKind) - set(NAMED) - set(LISTED) == unnamed | COUNTED
    for kind in NAMED:
        assert list(ALL[kind])[1] == "applicant_name"
        assert "name" not in ALL[kind]["party"]
    for kind in LISTED:
        assert all(row["applicant"] for row in ALL[kind]["rows"])


@pytest.mark.parametrize("kind", NAMED)
@pytest.mark.parametrize(
    "name", ["𬱖", "O'Neill-van Dijk 3rd", "阿不都热合曼·" * 8 + "买买提吐", "名" * 500]
)
def test_nothing_constrains_a_name(kind: PaperKind, name: str) -> None:
    paper = from_data(kind, changed(kind, applicant_name=name))
    assert paper.party.name == name  # type: ignore[union-attr]


def test_every_fault_is_told_at_once() -> None:
    raw = changed(PaperKind.ACCEPTANCE, kind="receipt", authority="", accepted_on=3, qr="小")
    raw["applicant_name"] = "  "
    raw["head"] |= {"at": "昨天", "hall": " ", "typo": 1}
    raw["party"] |= {"id_maskd": "x", "phone_masked": "13800006620"}
    raw["matters"][0] |= {"days": "八", "unit": "月"}
    raw["matters"] += [5, {"no": 2, "name": "", "department": "部"}]
    raw["ground"], raw["materials"] = "好", [{"no": -1, "name": "\ud800"}]
    raw["contact"] = None
    del raw["received_on"]
    assert faults(PaperKind.ACCEPTANCE, raw) == {
        "kind": "应是 acceptance",
        "applicant_name": "不能留空",
        "head.at": "应是时间，如 2026-11-24T10:31:00+08:00",
        "head.hall": "不能留空",
        "head.typo": "没有这一栏",
        "party.id_maskd": "没有这一栏，是不是 id_masked",
        "party.phone_masked": "证件号码和手机号要先遮挡，如 320***********4528、138****6620",
        "matters[0].days": "应是 0 或者正整数，不加引号",
        "matters[0].unit": "应是 工作日、自然日 之一",
        "matters[1]": "应是一个对象，花括号开头",
        "matters[2].name": "不能留空",
        "matters[2].days": "必须填写",
        "contact": "应是一个对象，花括号开头",
        "authority": "不能留空",
        "received_on": "必须填写",
        "accepted_on": "应是日期，如 2026-12-08",
        "ground": "应是 材料齐全、补正后齐全、容缺受理、视为受理 之一",
        "materials[0].no": "应是 0 或者正整数，不加引号",
        "materials[0].name": "含有不成对的代理字符",
        "qr": "二维码内容只能是大写字母、数字和 : . - /",
    }


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ([], ""),
        ("收件", ""),
        (None, ""),
        (changed(PaperKind.RECEIPT, party=[]), "party"),
        (changed(PaperKind.RECEIPT, party={"name": "张三"}), "party.name"),
        (changed(PaperKind.RECEIPT, applicant_name=7), "applicant_name"),
        (changed(PaperKind.RECEIPT, applicant="张三"), "applicant"),
        (changed(PaperKind.RECEIPT, matters={}), "matters"),
        (changed(PaperKind.RECEIPT, matters=[]), "matters"),
        (changed(PaperKind.RECEIPT, acceptance_days=2.5), "acceptance_days"),
        (changed(PaperKind.RECEIPT, acceptance_days=True), "acceptance_days"),
        (changed(PaperKind.RECEIPT, acceptance_days=-1), "acceptance_days"),
        (changed(PaperKind.TICKET, ahead=-1), "ahead"),
        (changed(PaperKind.TICKET, windows=["1 号", 2]), "windows[1]"),
        (
            changed(PaperKind.PROMISE, materials=[{"no": 1, "name": "报告"}]),
            "material.deferred_until",
        ),
    ],
)
def test_a_wrong_field_is_named(raw: Any, field: str) -> None:
    kind = PaperKind(raw["kind"]) if isinstance(raw, dict) else PaperKind.RECEIPT
    assert list(faults(kind, raw)) == [field]


def test_a_name_missing_is_asked_for_where_it_belongs() -> None:
    raw = changed(PaperKind.NOTICE)
    del raw["applicant_name"]
    assert faults(PaperKind.NOTICE, raw) == {"applicant_name": "必须填写"}
    del raw["party"]
    assert faults(PaperKind.NOTICE, raw) == {"applicant_name": "必须填写"}
    assert from_data(PaperKind.NOTICE, raw | {"applicant_name": "张三"})


def test_a_time_without_an_offset_is_the_halls() -> None:
    raw = changed(PaperKind.RECEIPT)
    raw["head"]["at"] = "2026-11-24T10:31:00"
    assert from_data(PaperKind.RECEIPT, raw) == sample(PaperKind.RECEIPT)


def leaves(part: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    inside = (
        part.items()
        if isinstance(part, dict)
        else enumerate(part)
        if isinstance(part, list)
        else ()
    )
    for key, value in inside:
        yield from leaves(value, (*path, key))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=120)
@given(st.data())
def test_any_data_make_a_paper_or_a_list_of_faults(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(PaperKind))
    raw: Any = copy.deepcopy(ALL[kind])
    path = data.draw(st.sampled_from(list(leaves(raw))))
    value = data.draw(JSON)
    if path:
        place = raw
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value
    else:
        raw = value
    said = ["a paper"]
    try:
        assert from_data(kind, raw)
    except WrongData as wrong:
        said = [message for _, message in wrong.faults]
    assert said
    assert all(said)


def parts(tree: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every property of a schema with its name."""
    for definition in tree["$defs"].values():
        yield from definition.get("properties", {}).items()


@pytest.mark.parametrize("kind", PaperKind)
def test_the_schema_never_constrains_a_name(kind: PaperKind) -> None:
    named = [(name, part) for name, part in parts(schema(kind)) if name in PERSONAL]
    assert named or kind in (PaperKind.TICKET, PaperKind.FLOW)
    for _, part in named:
        if part.get("type") == "string":
            assert set(part) <= {"type", "default"}
    if kind in NAMED:
        assert ("applicant_name", {"type": "string"}) in named


def fits(tree: Any, part: Any, value: Any) -> bool:
    """Judge a value by a schema: as much of JSON Schema as ours uses."""
    if "$ref" in part:
        part = tree["$defs"][part["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in part:
        return any(fits(tree, one, value) for one in part["anyOf"])
    if "enum" in part:
        return value in part["enum"]
    match part["type"]:
        case "object":
            known = part["properties"]
            return (
                isinstance(value, dict)
                and part["additionalProperties"] is False
                and set(part.get("required", ())) <= set(value) <= set(known)
                and all(fits(tree, known[name], one) for name, one in value.items())
            )
        case "array":
            return isinstance(value, list) and all(fits(tree, part["items"], v) for v in value)
        case "integer":
            return type(value) is int and value >= part.get("minimum", value)
        case kind:
            return isinstance(value, {"string": str, "boolean": bool, "null": type(None)}[kind])


@pytest.mark.parametrize("kind", PaperKind)
def test_the_schema_takes_what_the_reader_takes(kind: PaperKind) -> None:
    tree = schema(kind)
    assert fits(tree, tree, ALL[kind])
    without = {key: value for key, value in ALL[kind].items() if key != "kind"}
    assert fits(tree, tree, without)
    assert from_data(kind, without) == sample(kind)
    assert not fits(tree, tree, ALL[kind] | {"typo": 1})
    required = tree["$defs"][tree["$ref"].rsplit("/", 1)[1]]["required"]
    for name in required:
        lacking = {key: value for key, value in ALL[kind].items() if key != name}
        assert not fits(tree, tree, lacking)
        assert name in faults(kind, lacking)


@pytest.mark.parametrize(
    ("table", "field"),
    [
        ({"columns": 5, "rows": [["1"]]}, "tables[0].columns"),
        ({"columns": ["名"], "rows": [5]}, "tables[0].rows[0]"),
        ({"columns": ["名"], "rows": 5}, "tables[0].rows"),
    ],
)
def test_a_wrong_table_of_a_report_is_named_by_its_field(table: object, field: str) -> None:
    data = ALL[PaperKind.REPORT] | {"tables": [{"title": "一"} | table]}  # type: ignore[operator]
    assert faults(PaperKind.REPORT, data)[field] == "应是一个列表，方括号开头"
