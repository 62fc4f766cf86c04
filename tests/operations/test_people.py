"""Roles, secrets, deputies, training and authorisations: dated, refused in words, recorded."""

from __future__ import annotations

import pytest
from fix_cases import BUREAU, GRANT, HEALTH, authorise, instant_case
from fix_hall import SECRET

from zcdesk.domain.authority import AuthorityGiven
from zcdesk.domain.hall import ClerkSet, Role
from zcdesk.domain.people import DeputyNamed, Trained
from zcdesk.errors import Conflict, Invalid, NotAllowed, UserError
from zcdesk.operations import clerks, instant, people, scans


@pytest.fixture
def admin(staff):
    return staff.clerk.as_clerk("0001")


def hire(staff_no: str = "0901", *roles: Role, **more) -> ClerkSet:
    return ClerkSet(staff_no=staff_no, name="新人", roles=roles or (Role.CLERK,), **more)


def test_somebody_new_logs_in_with_the_secret_they_were_given(admin) -> None:
    people.set_clerk(admin, hire(), "invented-9")
    assert clerks.log_in(admin, "0901", "invented-9").clerk.name == "新人"
    people.reset_secret(admin, "0901", "invented-8")
    with pytest.raises(NotAllowed):
        clerks.unlock(admin, "0901", "invented-9")
    clerks.unlock(admin, "0901", "invented-8")


def test_who_left_cannot_log_in(admin) -> None:
    people.set_clerk(admin, hire("0313", active=False))
    with pytest.raises(NotAllowed) as refused:
        clerks.log_in(admin, "0313", SECRET)
    assert refused.value.code == "SEC-02"


@pytest.mark.req("R054")
@pytest.mark.parametrize("who", ["clerk", "reviewer", "chief", "counter", "supervisor"])
def test_only_an_administrator_hires_and_resets(staff, who: str) -> None:
    one = getattr(staff, who)
    for act in (
        lambda: people.set_clerk(one, hire(), "invented-9"),
        lambda: people.reset_secret(one, "0313", "invented-9"),
    ):
        with pytest.raises(NotAllowed) as refused:
            act()
        assert refused.value.code == "CAS-02"
    clerks.unlock(staff.clerk, "0313", SECRET)


@pytest.mark.parametrize(
    ("wanted", "secret", "code"),
    [
        (hire("0001"), "", "PEO-01"),
        (hire("0001", Role.ADMINISTRATOR, active=False), "", "PEO-01"),
        (hire("0901", Role.CHIEF), "invented-9", "PEO-02"),
        (hire("0901"), "123", "SET-07"),
        (hire("0901"), "", "SET-07"),
        (hire(" "), "invented-9", "SET-04"),
    ],
)
def test_what_a_hall_cannot_work_with_is_refused(admin, wanted, secret, code: str) -> None:
    before = people.view(admin)
    with pytest.raises((NotAllowed, Invalid)) as refused:
        people.set_clerk(admin, wanted, secret)
    assert refused.value.code == code
    assert people.view(admin) == before


def pair(first: str, second: str, start: str, until: str) -> DeputyNamed:
    return DeputyNamed(first=first, second=second, start=start, until=until)


@pytest.mark.req("R051")
@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (pair("0312", "0401", "2026-12-01", "2026-12-31"), False),
        (pair("0312", "0401", "2026-11-01", "2026-11-20"), False),
        (pair("0401", "0313", "2026-11-30", "2026-12-02"), False),
        (pair("0312", "0401", "2026-12-02", "2026-12-31"), True),
        (pair("0313", "0312", "2026-11-20", "2026-12-01"), True),
        (pair("0312", "0312", "2027-01-01", "2027-01-02"), False),
        (pair("0312", "0401", "2027-01-02", "2027-01-01"), False),
        (pair("0312", "0401", "明天", "2027-01-01"), False),
    ],
)
def test_deputies_never_overlap(staff, wanted: DeputyNamed, fits: bool) -> None:
    people.name_deputy(staff.supervisor, pair("0312", "0313", "2026-11-20", "2026-12-01"))
    if fits:
        assert people.name_deputy(staff.supervisor, wanted)
        return
    with pytest.raises((Conflict, NotAllowed)) as refused:
        people.name_deputy(staff.supervisor, wanted)
    assert refused.value.code in ("PEO-04", "PEO-05")
    assert len(people.view(staff.supervisor).deputies) == 1


def test_an_ended_pair_leaves_room(staff) -> None:
    first = people.name_deputy(staff.supervisor, pair("0312", "0313", "2026-11-20", "2026-12-01"))
    people.end_deputy(staff.supervisor, first, "调岗")
    assert people.name_deputy(staff.supervisor, pair("0312", "0401", "2026-11-20", "2026-12-01"))


def decide(session, case: str):
    return instant.decide(session, case, GRANT)


@pytest.mark.req("R115")
def test_an_expired_authorisation_in_use_is_refused_by_its_date(staff, clock) -> None:
    case = instant_case(staff)
    authorise(staff, "4-1")
    clock.pass_(days=38)
    with pytest.raises(NotAllowed) as refused:
        decide(staff.clerk, case)
    assert refused.value.code == "INS-05"
    assert refused.value.fields["until"] == "2026-12-31"


@pytest.mark.req("R051")
def test_a_deputy_acts_under_what_was_given_and_only_on_their_days(staff, clock) -> None:
    given = AuthorityGiven(
        department=BUREAU,
        officer="钱工",
        clerks=("0313",),
        start="2026-11-01",
        until="2026-12-31",
    )
    instant.give(staff.supervisor, given)
    case = instant_case(staff)
    with pytest.raises(NotAllowed):
        decide(staff.clerk, case)
    people.name_deputy(staff.supervisor, pair("0313", "0312", "2026-11-25", "2026-11-26"))
    with pytest.raises(NotAllowed):
        decide(staff.clerk, case)
    clock.pass_(days=1)
    assert decide(staff.clerk, case).case.decision.officer == "钱工"


def course(**more) -> Trained:
    given = {"categories": ("社会民生",), "day": "2026-11-20", "trainer": "区卫生健康委"}
    return Trained(**{**given, **more})


@pytest.mark.req("R051", "R053", "R149")
def test_training_covers_its_categories_until_its_day(staff, clock) -> None:
    one = staff.supervisor
    assert people.untrained(one, "0312", ("社会民生",)) == ("社会民生",)
    people.register_training(one, "0312", course(until="2026-11-25"))
    assert people.untrained(one, "0312", ("社会民生", "投资建设")) == ("投资建设",)
    clock.pass_(days=2)
    assert people.untrained(one, "0312", ("社会民生",)) == ("社会民生",)


@pytest.mark.req("R149")
def test_the_list_warns_of_who_sits_at_a_window_untrained(staff) -> None:
    def row():
        view = people.view(staff.supervisor)
        return next(r for r in view.staff if r.clerk.staff_no == "0312")

    assert row().untrained == ("社会民生", "市场准入", "人社服务", "投资建设")
    people.register_training(
        staff.supervisor,
        "0312",
        course(categories=("社会民生", "市场准入", "人社服务", "投资建设")),
    )
    assert row().untrained == ()
    people.register_training(staff.supervisor, "0313", course(passed=False))
    assert people.untrained(staff.supervisor, "0313", ("社会民生",)) == ("社会民生",)


@pytest.mark.parametrize(
    "wrong", [{"day": "2026-11-25"}, {"categories": ()}, {"categories": ("杂项",)}]
)
def test_a_training_that_was_not_is_refused(staff, wrong) -> None:
    with pytest.raises(Invalid) as refused:
        people.register_training(staff.supervisor, "0312", course(**wrong))
    assert refused.value.code == "PEO-07"


@pytest.mark.req("R115")
def test_the_sealed_paper_of_an_authority_is_kept_page_by_page(staff) -> None:
    boss = staff.supervisor
    given = AuthorityGiven(
        department=HEALTH, officer="李工", windows=("3",), start="2026-11-01", until="2026-12-31"
    )
    one = instant.give(boss, given)
    for who in (staff.clerk, staff.reviewer):
        with pytest.raises(NotAllowed, match="CAS-02"):
            instant.scan(who, one, b"page")
    with pytest.raises(UserError, match="INS-03"):
        instant.scan(boss, "none", b"page")
    first = instant.scan(boss, one, b"page 1")
    assert instant.scan(boss, one, b"page 1") == first, "the same page is not there twice"
    pages = instant.scan(boss, one, b"page 2").pages
    assert [scans.page(boss, digest) for digest in pages] == [b"page 1", b"page 2"]
    for who in (staff.clerk, staff.reviewer, boss):
        assert scans.want(who, f"authority:{one}", pages) == ()
    with pytest.raises(NotAllowed, match="CAS-02"):
        scans.want(staff.other, f"authority:{one}", pages)  # an officer of another department
