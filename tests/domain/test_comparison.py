"""A certificate against what was accepted: word by word where typed, by eye elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.comparison import (
    Certificate,
    CertificateField,
    Looked,
    Verdict,
    differing,
    open_points,
    points,
)

F = CertificateField
ASKED = {F.HOLDER: "王桂兰", F.NUMBER: "示卫水字2026第0001号", F.ID_NUMBER: "32021319880612001X"}
LOOKED = st.dictionaries(
    st.sampled_from(F),
    st.builds(Looked, said=st.text(max_size=3), agrees=st.sampled_from((None, True, False))),
)


@pytest.mark.req("UX-28")
@pytest.mark.parametrize(
    ("field", "said", "verdict"),
    [
        (F.HOLDER, "王桂兰", Verdict.AGREES),
        (F.HOLDER, "王 桂 兰", Verdict.AGREES),
        (F.HOLDER, "王桂蘭", Verdict.DIFFERS),
        (F.NUMBER, "示卫水字２０２６第０００１号", Verdict.AGREES),
        (F.NUMBER, "示卫水字2026第0002号", Verdict.DIFFERS),
        (F.ID_NUMBER, "32021319880612001x", Verdict.AGREES),
        (F.ID_NUMBER, "320213198806120028", Verdict.DIFFERS),
    ],
)
def test_width_and_blanks_make_no_difference_and_characters_do(field, said, verdict) -> None:
    found = {p.field: p for p in points(ASKED, Certificate(said={field: said}), {})}
    assert found[field].verdict is verdict
    assert found[field].by_department


def test_what_the_counter_sees_counts_before_what_was_sent() -> None:
    sent = Certificate(said={F.HOLDER: "王桂兰"})
    (holder, *_) = points(ASKED, sent, {F.HOLDER: Looked(agrees=False)})
    assert holder.verdict is Verdict.DIFFERS
    (holder, *_) = points(ASKED, sent, {F.HOLDER: Looked(said="王桂")})
    assert (holder.verdict, holder.by_department) == (Verdict.DIFFERS, False)


def test_an_identity_number_is_shown_masked_on_both_sides() -> None:
    found = points(ASKED, Certificate(said={F.ID_NUMBER: ASKED[F.ID_NUMBER]}), {})
    assert all("19880612" not in side for point in found for side in point.shown)


@given(LOOKED)
def test_nothing_is_open_and_agreed_at_once(looked) -> None:
    """Every field has one verdict; only what nobody looked at is open."""
    found = points(ASKED, Certificate(), looked)
    assert [p.field for p in found] == list(ASKED)
    assert not set(differing(found)) & set(open_points(found))
    for point in found:
        seen = looked.get(point.field, Looked())
        assert (point.verdict is Verdict.OPEN) == (seen.agrees is None and not seen.said)
