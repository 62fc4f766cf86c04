"""What the hall already has is not taken from the applicant without a recorded reason."""

from __future__ import annotations

import pytest

from zcdesk.domain import checklist, visit
from zcdesk.domain.checklist import Mark, Row, RowState
from zcdesk.domain.matter import Form, Material, Matter, Source, WindowCategory
from zcdesk.domain.visit import Visit
from zcdesk.errors import NotAllowed

SHARED = Material(name="营业执照", form=Form.BOTH, source=Source.SHARED)


def row(state: RowState) -> Row:
    line = checklist.merge((matter("1", SHARED),))[0]
    return Row(no=1, line=line, mark=Mark(state=state))


def matter(key: str, *materials: Material) -> Matter:
    return Matter(
        key=key,
        code=f"320{key}",
        name=f"事项{key}",
        department="区卫生健康委",
        categories=(WindowCategory.SOCIAL,),
        materials=materials,
    )


@pytest.mark.req("UX-20")
@pytest.mark.parametrize("state", [RowState.SHARED, RowState.ON_FILE])
@pytest.mark.parametrize("act", [checklist.receive, checklist.compare])
def test_a_paper_the_hall_has_is_not_taken(state, act):
    with pytest.raises(NotAllowed) as refused:
        act(row(state))
    assert refused.value.code == "CHK-17"


@pytest.mark.req("UX-20")
def test_it_is_taken_once_it_was_asked_for_with_a_reason():
    asked = checklist.demand(row(RowState.SHARED), "共享调取失败")
    taken = checklist.compare(Row(no=1, line=row(RowState.SHARED).line, mark=asked))
    assert (taken.state, taken.demanded, taken.reason) == (
        RowState.RECEIVED,
        True,
        "共享调取失败",
    )


def test_a_paper_wanted_again_is_not_given_back():
    first, second = Material(name="场所平面图"), Material(name="申请信")
    both = visit.add_matter(
        visit.add_matter(Visit(id="v", window="3", started_at=""), matter("1", first)),
        matter("2", second),
    )
    taken = visit.receive_all(both)
    without = visit.remove_matter(taken, "2")
    assert without.removed == ("申请信",)
    again = visit.add_matter(without, matter("2", second))
    assert again.removed == ()
