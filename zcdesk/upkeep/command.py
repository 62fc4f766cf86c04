"""The commands that keep a station going; each answers a text and an exit code.

0 done, 1 something was found or refused. What a command needs is loaded when it runs.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zcdesk import station
from zcdesk.errors import NotAllowed
from zcdesk.upkeep.who import Ask

if TYPE_CHECKING:
    from zcdesk.operations.session import Session

Answer = tuple[str, int]


def run(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    """Run what the words ask; ask and answer in the language of this PC."""
    from zcdesk.ui.upkeep_words import upkeep_words

    text, code = _done(args, data, lambda prompt: ask(upkeep_words(prompt)))
    return (text if getattr(args, "json", False) else upkeep_words(text)), code


def _done(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    match args.group:
        case "backup":
            from zcdesk.upkeep import command_backup

            return command_backup.run(args, data, ask)
        case "update":
            from zcdesk.upkeep import command_update

            return command_update.run(args, data, ask)
        case "export" | "remove":
            from zcdesk.upkeep import command_out

            return (command_out.export if args.group == "export" else command_out.remove)(
                args, data, ask
            )
        case "pilot":
            from zcdesk.upkeep import command_pilot

            return command_pilot.run(args, data, ask)
        case "keys":
            from zcdesk.upkeep import command_keys

            return command_keys.run(args, data, ask)
        case _:
            return _walk(args, data)


def _walk(args: argparse.Namespace, data: Path) -> Answer:
    """`verify`, `rebuild`, `retain`: through the whole store, once."""
    from zcdesk.store import command
    from zcdesk.ui.doctor_words import doctor_words

    session = station.open_own(data)
    try:
        match args.group:
            case "verify":
                if args.json:
                    return command.verify_json(session.store)
                said, code = command.verify_text(session.store)
                return doctor_words(said), code
            case "rebuild":
                said, code = command.rebuild_text(session.store, session.now())
                return doctor_words(said), code
            case _:
                return retain(args, session)
    finally:
        session.store.close()


def retain(args: argparse.Namespace, session: Session) -> Answer:
    """Destroy what is due; with `--proof` write the sheet that proves the last day's runs."""
    from zcdesk.operations import erasing

    lines = []
    if not session.store.head.epoch:
        count = sum(run.counts.records for run in erasing.erase_due(session))
        lines.append(f"已销毁 {count} 份到期的个人信息记录。")
    elif not args.proof:
        raise NotAllowed(erasing.SERVERS)
    if args.proof:
        from zcdesk import forms

        shown = erasing.runs_of(session)
        args.proof.write_bytes(forms.render(erasing.on_paper(session, shown)))
        lines.append(f"{shown[0].day} 的销毁证明：{args.proof}")
    return "\n".join(lines), 0
