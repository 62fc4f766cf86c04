"""The command `zcdesk keys`: the paper that opens the data, bringing a lost key back, a new key.

A code or a secret is typed at a prompt, never given as a word of the command: those stand in the
list of processes and in the shell's history.
"""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import station
from zcdesk.errors import SurroundingsError
from zcdesk.upkeep.who import Ask, guardian

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

Answer = tuple[str, int]
NO_FILE = "SEC-34"


def run(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    """Run one `keys` action."""
    match args.action:
        case "recover":
            return recover(data, _code(ask))
        case "status":
            session = station.open_session(data)
            do = _status
        case "paper":
            session = guardian(data, args.by, ask)
            do = partial(_paper, out=args.out)
        case "algorithms":
            session = guardian(data, args.by, ask)
            do = partial(_algorithms, name=args.profile)
        case _:
            session = guardian(data, args.by, ask)
            do = partial(_change, data=data)
    try:
        return do(session)
    finally:
        session.store.close()


def recover(data: Path, code: str) -> Answer:
    """Bring the key of `data` back; what was sealed is taken from the server if need be."""
    from zcdesk.store import escrow
    from zcdesk.sync.escrow import at_server

    place = station.place_of(data)
    escrow.recover(place, station.keys_of(place), code, lambda file: at_server(data, file))
    return "密钥已取回，数据可以打开。恢复纸请放回保险柜。", 0


def _status(session: Session) -> Answer:
    from zcdesk.operations import recovery

    found = recovery.in_force(session)
    if found is None:
        return "还没有恢复纸：密钥一旦丢失，本机数据就打不开了。请运行 zcdesk keys paper。", 1
    if not recovery.is_followed(session):
        return f"恢复纸 {found.mark} 还打不开本机：请启动一次综窗台。", 1
    return f"恢复纸 {found.mark}（{found.at[:10]} 制作）可以打开本机数据。", 0


def paper_to(session: Session, out: Path) -> str:
    """Make a new recovery key and write its paper to a new file; return the paper's mark.

    Raises:
        SurroundingsError: SEC-34, the file is there already, and the paper in the safe is as good
            as before; or it could not be written, and another paper must be made.
    """
    from zcdesk import forms
    from zcdesk.operations import recovery

    # Opened first: a paper nobody can write must not void the one in the safe.
    try:
        with open(out, "xb") as file:
            out.chmod(0o600)
            paper = recovery.make(session)
            file.write(forms.render(paper))
    except OSError as error:
        raise SurroundingsError(NO_FILE, file=str(out)) from error
    return paper.head.number


def _paper(session: Session, *, out: Path) -> Answer:
    paper_to(session, out)
    return f"已写出 {out}：打印两份后立即删除此文件，纸存保险柜。旧纸已作废。", 0


def _change(session: Session, *, data: Path) -> Answer:
    from zcdesk.operations import recovery
    from zcdesk.store import rekey

    recovery.follow(session)
    moved = rekey.change(session.store, station.keys_of(station.place_of(data)), session.random)
    again = station.open_session(data)
    try:
        recovery.follow(again)
    finally:
        again.store.close()
    return f"数据已换用新密钥，{moved} 份扫描件已重新加密；恢复纸不变。", 0


def _algorithms(session: Session, *, name: str) -> Answer:
    from zcdesk.store import rekey
    from zcdesk.store.algorithms import Profile

    rekey.use(session.store, Profile(name), session.now())
    words = {Profile.SM: "SM4-GCM 与 SM3", Profile.STANDARD: "AES-256-GCM"}[Profile(name)]
    return f"今后的个人信息、扫描件和密码都用 {words} 加密；以前的仍可读。", 0


def _code(ask: Ask) -> str:
    """Read the code: from the keyboard unseen, or from a pipe."""
    return ask("恢复码：") if sys.stdin.isatty() else sys.stdin.readline()
