"""A hall's server that signs with SM2: heads and shifts are checked by every side as ever."""

from __future__ import annotations

from pathlib import Path

from fix_sync_hall import HALL, Windows

from zcdesk.store.signing import Signer
from zcdesk.store.walk import Fault
from zcdesk.sync import inspect, sign


def test_heads_signed_with_sm2_verify_and_an_altered_one_does_not(
    windows: Windows, tmp_path: Path
) -> None:
    url, signer = windows.server.url, Signer.in_folder(tmp_path / "sm", "sm2")
    assert sign.sign_heads(url, signer, windows.first.now) == 1
    assert inspect.flaws(url, HALL, signer.public) == ()
    other = Signer.in_folder(tmp_path / "other", "sm2")
    assert [f.fault for f in inspect.flaws(url, HALL, other.public)] == [Fault.SIGNED]
    ((digest,),) = windows.server.run("SELECT sm3 FROM core.signed_head")
    assert str(digest).startswith("sm3:")
