"""Both profiles of the algorithm port, against the vectors of the public standards."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from fix_visit import settle, somebody, visiting
from hypothesis import given
from hypothesis import strategies as st

from zcdesk.domain.case import Case, Particulars
from zcdesk.operations import intake, scans
from zcdesk.operations.session import Session
from zcdesk.store import algorithms as port
from zcdesk.store import persons, rekey, secrets, sm2, vault
from zcdesk.store.algorithms import Profile
from zcdesk.store.blobs import PIECE
from zcdesk.store.signing import Signer, is_signed
from zcdesk.store.verify import verify

KEY = bytes.fromhex("0123456789abcdeffedcba9876543210")
# GB/T 32918.5 (GM/T 0003.5), appendix A: message "message digest" with the default identity.
SECRET = bytes.fromhex("3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8")
PUBLIC = bytes.fromhex(
    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
    "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"
)
R = "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3"
S = "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa"


def der(*numbers: str) -> bytes:
    parts = b"".join(b"\x02\x21\x00" + bytes.fromhex(number) for number in numbers)
    return b"\x30" + bytes([len(parts)]) + parts


def test_sm3_is_the_standards() -> None:
    """GB/T 32905-2016, appendix A: both examples."""
    assert port.sm3(b"abc").hex() == (
        "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    )
    assert port.sm3(b"abcd" * 16).hex() == (
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732"
    )


def test_sm4_is_the_standards() -> None:
    """GB/T 32907-2016, appendix A.1."""
    cipher = Cipher(algorithms.SM4(KEY), modes.ECB()).encryptor()
    assert cipher.update(KEY).hex() == "681edf34d206965e86b3e94f536e4246"


def test_sm4_gcm_is_that_of_rfc_8998() -> None:
    """RFC 8998, appendix A.1."""
    nonce = bytes.fromhex("00001234567800000000abcd")
    about = bytes.fromhex("feedfacedeadbeeffeedfacedeadbeefabaddad2")
    plain = b"".join(bytes([one]) * 8 for one in (0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF, 0xEE, 0xAA))
    sealed = port.sm4_gcm_seal(KEY, nonce, plain, about)
    assert sealed.hex() == (
        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
        "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
        "83de3541e4c2b58177e065a9bf7b62ec"
    )
    assert port.sm4_gcm_open(KEY, nonce, sealed, about) == plain
    assert port.sm4_gcm_open(KEY, nonce, sealed, b"other") is None


def test_sm2_is_the_standards() -> None:
    assert sm2.public_of(SECRET) == PUBLIC
    assert sm2.verify(PUBLIC, b"message digest", der(R, S))
    assert not sm2.verify(PUBLIC, b"message digesT", der(R, S))
    assert not sm2.verify(PUBLIC, b"message digest", der(S, R))


@given(st.binary(max_size=200), st.integers(0, 63))
def test_an_sm2_signature_is_of_one_key_and_one_statement(data: bytes, at: int) -> None:
    signature = sm2.sign(SECRET, data)
    assert sm2.verify(PUBLIC, data, signature)
    assert not sm2.verify(PUBLIC, data + b"x", signature)
    other = bytearray(PUBLIC)
    other[1 + at] ^= 1  # not on the curve
    assert not sm2.verify(bytes(other), data, signature)


@pytest.mark.parametrize("signature", [b"", b"zz", b"\x30\x00", bytes(70)])
def test_what_is_no_signature_is_a_no(signature: bytes) -> None:
    assert not sm2.verify(PUBLIC, b"x", signature)
    assert not sm2.verify(b"\x04", b"x", signature)


@pytest.mark.parametrize("kind", ["", "sm2"])
def test_the_servers_key_signs_under_either_algorithm(tmp_path: Path, kind: str) -> None:
    signer = Signer.in_folder(tmp_path, kind)
    again = Signer.in_folder(tmp_path)  # it stays what it was made as
    assert again.public == signer.public
    assert signer.public.startswith("sm2:") is (kind == "sm2")
    signature = signer.sign(b"a head")
    assert is_signed(signer.public, b"a head", signature)
    assert not is_signed(signer.public, b"a tail", signature)
    assert not is_signed(signer.public, b"a head", signature[:-1] + b"\x00\x01")


@given(
    st.sampled_from(Profile),
    st.binary(min_size=32, max_size=32),
    st.binary(max_size=300),
    st.text(),
)
def test_either_profile_opens_what_the_other_sealed_too(
    profile: Profile, key: bytes, data: bytes, about: str
) -> None:
    nonce = bytes(12)
    sealed = vault.Vault(key, profile).seal(key, nonce, data, about)
    assert vault.unseal(key, nonce, sealed, about) == data
    assert vault.unseal(bytes(32) if key != bytes(32) else b"1" * 32, nonce, sealed, about) is None
    assert vault.unseal(key, nonce, sealed, about + "x") is None
    assert vault.unseal(key, nonce, sealed[:-1], about) is None
    assert len(sealed) == len(data) + port.overhead(sealed[:8])


def test_a_hall_that_changes_over_reads_all_it_ever_wrote(session: Session) -> None:
    first, second = somebody(1), somebody(2)
    intake.receive(session, settle(visiting(session, "1-2", person=first)))
    old = scans.keep_page(session, b"old page" * PIECE)
    rekey.use(session.store, Profile.SM, session.now())
    intake.receive(session, settle(visiting(session, "1-2", person=second)))
    new = scans.keep_page(session, b"new page" * PIECE)
    with session.transaction() as tx:
        secrets.put(tx, "gateway", "token")
    with session.reading() as store:
        found = [
            persons.get(store, case.intake.applicant, Particulars) for _, case in store.states(Case)
        ]
        assert {one.applicant.name for one in found if one} == {first.name, second.name}
        assert secrets.get(store, "gateway") == "token"
        (sealed,) = session.store.handle.raw.execute("SELECT sealed FROM secret").fetchone()
        assert sealed.startswith(b"sm4-gcm:")
        assert persons.find(store, first.id_number)
        assert persons.find(store, second.id_number)
    for digest, text in ((old, b"old page"), (new, b"new page")):
        assert session.store.blobs.get(digest) == text * PIECE
        assert session.store.blobs.size(digest) == len(text) * PIECE
    assert verify(session.store).is_clean
