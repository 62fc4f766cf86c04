"""The commands that keep a station going; each answers a text and an exit code.

0 done, 1 something was found or refused. What a command needs is loaded when it runs.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from zcdesk import station
from zcdesk.upkeep.who import Ask

Answer = tuple[str, int]


def run(args: argparse.Namespace, data: Path, ask: Ask) -> Answer:
    """Run what the words ask."""
    match args.group:
        case "backup":
            from zcdesk.upkeep import command_backup

            return command_backup.run(args, data, ask)
        case "keys":
            from zcdesk.upkeep import command_keys

            return command_keys.run(args, data, ask)
        case _:
            return _walk(args, data)


def _walk(args: argparse.Namespace, data: Path) -> Answer:
    """`verify`, `rebuild`, `retain`: through the whole store, once."""
    from zcdesk.operations.erasing import erase_due
    from zcdesk.store import command

    session = station.open_session(data)
    try:
        match args.group:
            case "verify":
                say = command.verify_json if args.json else command.verify_text
                return say(session.store)
            case "rebuild":
                return command.rebuild_text(session.store, session.now())
            case _:
                return f"已销毁 {erase_due(session)} 份到期的个人信息记录。", 0
    finally:
        session.store.close()
