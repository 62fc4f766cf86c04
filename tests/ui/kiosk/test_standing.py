"""Where a case stands, said to whoever asks at the kiosk."""

from __future__ import annotations

import pytest

from zcdesk.domain.case import STATE_TEXT, CaseState
from zcdesk.operations.progress import Standing
from zcdesk.ui.kiosk.standing import standing_words


def said(state: CaseState, **more: object) -> tuple[str, ...]:
    return standing_words(Standing(number="1", matter_name="事项", state=state, **more))  # type: ignore[arg-type]


@pytest.mark.req("R098")
def test_every_state_is_said_in_its_own_words(qapp) -> None:
    found = {state: said(state)[0] for state in CaseState}
    assert len(set(found.values())) == len(CaseState) - 1, "fetched is fetched, archived or not"
    for state, words in found.items():
        assert len(words) > len(STATE_TEXT[state]) + 5
    assert "出件窗口" in found[CaseState.SHELVED]
    assert "补正通知书" in found[CaseState.RETURNED]


def test_what_is_to_be_done_is_said_with_its_day(qapp) -> None:
    returned = said(CaseState.RETURNED, lacks=2, until="2026-12-01")
    assert returned[1] == "要补 2 项，2026-12-01 前补齐"
    assert said(CaseState.RETURNED, lacks=2)[1] == "要补 2 项"
    lines = said(CaseState.PAUSED, steps=("现场检验", "专家评审"), due="2026-12-09")
    assert lines[1:] == ("正在进行：现场检验、专家评审", "最迟 2026-12-09 作出决定")
    promised = said(CaseState.ACCEPTED, promised=1, promised_by="2026-12-01")
    assert promised[1] == "还有 1 份承诺补交的材料，2026-12-01 前补来"
    assert said(CaseState.SHELVED, granted=True)[1] == "决定：准予"
    assert "救济途径" in said(CaseState.SHELVED, granted=False)[1]
