"""One-time codes at a real PostgreSQL: made, redeemed once, refused in words, locked."""

from __future__ import annotations

import msgspec
import pytest
from fix_postgres import HallServer
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.numbers import ALPHABET
from zcdesk.errors import Invalid, UserError
from zcdesk.store.certificates import Authority
from zcdesk.sync import admin, invitation
from zcdesk.sync.invitation import Code

HALL = "hall-320213"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> str:
    from datetime import UTC, datetime

    made = Authority(tmp_path_factory.mktemp("keys"), HALL, datetime.now(UTC))
    return made.certificate_path.read_text("ascii")


@pytest.fixture
def url(hall_server: HallServer) -> str:
    admin.add_hall(hall_server.url, HALL)
    return hall_server.url


def role() -> str:
    import os

    return f"s_{os.urandom(5).hex()}"


def refused(url: str, code: Code, key: str = "k") -> str:
    with pytest.raises(UserError) as error:
        invitation.redeem(url, HALL, code, key)
    return error.value.code


PARTS = st.text(ALPHABET, min_size=20, max_size=20)


@given(PARTS, st.booleans(), st.sampled_from(["-", " ", ""]))
def test_a_code_is_read_however_it_is_typed(text: str, lower: bool, between: str) -> None:
    code = invitation.read(text)
    typed = code.text.replace("-", between)
    assert invitation.read(typed.lower() if lower else typed) == code


@pytest.mark.parametrize("text", ["", "1234", "1" * 21, "*" * 20, "１" * 20])
def test_what_cannot_be_a_code_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="NET-34"):
        invitation.read(text)


def test_letters_people_misread_are_taken_for_what_they_look_like() -> None:
    assert invitation.read("il" + "o" * 18) == invitation.read("11" + "0" * 18)


def test_a_code_makes_one_station_and_the_same_pc_may_ask_again(url: str, certificate: str) -> None:
    wanted = role()
    code = invitation.invite(
        url, HALL, "W05", role=wanted, certificate=certificate, audiences=("department:x",)
    )
    assert code.fingerprint == invitation.fingerprint(certificate)
    made = invitation.redeem(url, HALL, code, "my key")
    assert (made.role, made.name, made.hall) == (wanted, "W05", HALL)
    assert invitation.redeem(url, HALL, code, "my key") == made
    assert refused(url, code, "another key") == "NET-32"
    with admin.connect(url) as connection:
        rows = connection.execute("SELECT role, audiences FROM core.station").fetchall()
        kept = connection.execute("SELECT digest FROM core.invitation").fetchall()
    assert rows == [(wanted, ["department:x"])]
    assert code.secret not in str(kept)


def test_a_code_that_is_too_old_is_refused(url: str, certificate: str) -> None:
    code = invitation.invite(url, HALL, "W05", role=role(), certificate=certificate)
    with admin.connect(url) as connection:
        connection.execute("UPDATE core.invitation SET expires = now() - interval '1 s'")
    assert refused(url, code) == "NET-31"


def test_guessing_locks_the_code_and_only_that(url: str, certificate: str) -> None:
    code = invitation.invite(url, HALL, "W05", role=role(), certificate=certificate)
    other = invitation.invite(url, HALL, "W06", role=role(), certificate=certificate)
    for number in range(invitation.TRIES):
        guess = msgspec.structs.replace(code, secret=f"{number:09d}")
        assert refused(url, guess) == "NET-30"
    assert refused(url, code) == "NET-33"
    assert invitation.redeem(url, HALL, other, "k").name == "W06"


def test_nobodys_code_is_wrong(url: str, certificate: str) -> None:
    assert refused(url, invitation.fresh(certificate)) == "NET-30"
    code = invitation.invite(url, HALL, "W05", role=role(), certificate=certificate)
    with pytest.raises(UserError, match="NET-30"):
        invitation.redeem(url, "hall-000001", code, "k")


def test_a_name_in_use_is_not_given_away(url: str, certificate: str) -> None:
    taken = role()
    admin.add_station(url, HALL, "W05", role=taken)
    for name, login in (("W05", role()), ("W06", taken), ("W07", "zc_owner")):
        with pytest.raises(UserError, match="NET-16"):
            invitation.invite(url, HALL, name, role=login, certificate=certificate)
    with pytest.raises(UserError, match="NET-15"):
        invitation.invite(url, "hall-none", "W08", role=role(), certificate=certificate)


def test_a_station_that_was_shut_out_leaves_its_name(url: str, certificate: str) -> None:
    old = role()
    admin.add_station(url, HALL, "W05", role=old)
    admin.revoke_station(url, old)
    code = invitation.invite(url, HALL, "W05", role=role(), certificate=certificate)
    assert invitation.redeem(url, HALL, code, "k").name == "W05"
