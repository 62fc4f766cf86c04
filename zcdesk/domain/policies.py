"""Which policies are in force when: a pure function of the acts and the time.

A hall sets all of them at its founding and changes single settings afterwards, each from a day of
its own. A change never carries settings nobody meant to change, so two that were planned apart do
not undo each other.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, ClassVar

import msgspec

from zcdesk.domain.act import Act, Body
from zcdesk.domain.hall import Policy, PolicySet
from zcdesk.domain.worktime import HALL_ZONE
from zcdesk.errors import Invalid

Value = bool | int | str | list[str | dict[str, str | int | list[str]]]
Settings = Mapping[str, Value]
"""`limits.acceptance_days` → its value, in the plain types of JSON."""


class PolicyChanged(Body, frozen=True, kw_only=True):
    """Some settings change.

    Attributes:
        changes: see `Settings`.
        effective: ISO day it begins with; empty = at once.
        profile: name of the profile the values came from, if they did.
    """

    kind: ClassVar[str] = "policy.changed"
    changes: dict[str, Value]
    effective: str = ""
    reason: str = ""
    profile: str = ""


class PolicyStep(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One act on the policies; `whole` replaces every setting, `changes` some.

    Attributes:
        begins: ISO time it takes effect.
    """

    at: str
    by: str
    begins: str
    whole: Policy | None = None
    changes: dict[str, Value] = {}
    reason: str = ""
    profile: str = ""


class Policies(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything that was decided about the policies, in the order of the acts."""

    steps: tuple[PolicyStep, ...] = ()

    def at(self, moment: dt.datetime) -> Policy:
        """Return the policies in force at a time.

        What begins later goes over what began earlier; of two that begin together the later act.
        A change that no longer fits what is in force beside it is left out.
        """
        policy = Policy()
        for step in sorted(self.steps, key=lambda s: _when(s.begins)):
            if _when(step.begins) > moment:
                break
            policy = step.whole or policy
            try:
                policy = changed(policy, step.changes)
            except Invalid:
                continue
        return policy

    def ahead(self, moment: dt.datetime) -> tuple[PolicyStep, ...]:
        """Return what was decided and has not begun, the nearest first."""
        waiting = (step for step in self.steps if _when(step.begins) > moment)
        return tuple(sorted(waiting, key=lambda step: _when(step.begins)))


def changed(policy: Policy, changes: Settings) -> Policy:
    """Return `policy` with some settings changed.

    Raises:
        Invalid: POL-01, no such setting; POL-02, a value of another type or outside its bounds.
    """
    if not changes:
        return policy
    plain = msgspec.to_builtins(policy)
    for path, value in changes.items():
        group, _, name = path.partition(".")
        if name not in _NAMES.get(group, frozenset()):
            raise Invalid("POL-01", path, setting=path)
        plain.setdefault(group, {})[name] = value
    try:
        return msgspec.convert(plain, Policy)
    except (msgspec.ValidationError, Invalid) as error:
        first = next(iter(changes))
        raise Invalid("POL-02", first, setting=first) from error


def settings_of(policy: Policy) -> dict[str, Any]:
    """Return every setting, those that stand at their defaults too."""
    return {
        f"{group}.{name}": msgspec.to_builtins(getattr(getattr(policy, group), name))
        for group, names in _FIELDS.items()
        for name in names
    }


def differences(old: Policy, new: Policy) -> dict[str, tuple[Any, Any]]:
    """Return the settings that differ: what they are, what they would be."""
    before, after = settings_of(old), settings_of(new)
    return {path: (before[path], after[path]) for path in before if before[path] != after[path]}


def fold(state: Policies | None, act: Act, body: Body) -> Policies | None:
    """Apply one act; a value that cannot be read is left out when the policies are asked for."""
    old = state or Policies()
    match body:
        case PolicySet():
            step = PolicyStep(at=act.at, by=act.clerk, begins=act.at, whole=body.policy)
        case PolicyChanged():
            step = PolicyStep(
                at=act.at,
                by=act.clerk,
                begins=body.effective or act.at,
                changes=body.changes,
                reason=body.reason,
                profile=body.profile,
            )
        case _:
            return state
    return Policies(steps=(*old.steps, step))


def _when(text: str) -> dt.datetime:
    """Read an ISO time, or an ISO day as its first moment in the hall."""
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        return dt.datetime.max.replace(tzinfo=HALL_ZONE)  # nobody can say when: never
    return at if at.tzinfo else at.replace(tzinfo=HALL_ZONE)


_FIELDS: dict[str, tuple[str, ...]] = {
    group.name: tuple(field.name for field in msgspec.structs.fields(group.type))
    for group in msgspec.structs.fields(Policy)
}
_NAMES = {group: frozenset(names) for group, names in _FIELDS.items()}
