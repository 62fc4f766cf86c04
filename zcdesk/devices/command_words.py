"""What the commands of devices share: refusals with an exit code, options, numbers as typed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zcdesk.devices.models import Model

DONE, REFUSED, WRONG_USE = 0, 1, 2


class Stopped(Exception):
    """The command cannot go on; its message is a sentence for the person."""

    def __init__(self, sentence: str, code: int = WRONG_USE) -> None:
        super().__init__(sentence)
        self.code = code


def model_named(name: str, profile: str = "") -> Model:
    """Return the model of that name, or of a hall's own profile file."""
    # The program's help lists this command without loading a driver.
    from zcdesk.devices.models import find_model, models, of_profile
    from zcdesk.devices.profile_file import load_profile

    if profile:
        return of_profile(load_profile(Path(profile)))
    found = find_model(name) if name.strip() else None
    if found is None:
        known = "、".join(model.name for model in models())
        said = f"没有型号“{name}”" if name.strip() else "没有写明型号"
        raise Stopped(f"{said}，可用：{known}")
    return found


def options_of(words: Sequence[str]) -> dict[str, str]:
    """Read `k=v` words."""
    options: dict[str, str] = {}
    for word in words:
        key, sign, value = word.partition("=")
        if not sign or not key.strip():
            raise Stopped(f"选项“{word}”应写成 名=值")
        options[key.strip().lower().replace("-", "_")] = value.strip()
    return options


def number(text: str, name: str, least: int = 0, most: int = 0xFFFF) -> int:
    """Read a number, decimal or `0x…`, within its bounds."""
    try:
        value = int(text, 16) if text.lower().startswith("0x") else int(text)
    except ValueError as error:
        raise Stopped(f"{name} 的值“{text}”不是数字") from error
    if not least <= value <= most:
        raise Stopped(f"{name} 应在 {least} 至 {most} 之间，现为 {value}")
    return value


def no_more(options: dict[str, str], known: Sequence[str]) -> None:
    """Refuse options that were not used up."""
    if options:
        raise Stopped(f"没有选项“{next(iter(options))}”，可用：{'、'.join(known)}")


def url_of(port: str) -> str:
    """Return the address of a port given by its bare name."""
    return port if port.partition(":")[0] in ("serial", "tcp") else f"serial:{port}"
