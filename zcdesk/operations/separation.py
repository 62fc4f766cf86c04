"""三员分立: who looks after the system, who after its security and who audits are three people.

A hall switches it on with the policy `lock.separate`. Then nobody may hold two of the three roles,
and secrets, the recovery paper and the settings of security are the security administrator's
alone. Off, an administrator does these too: a hall of five people has no three for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from zcdesk.domain.hall import Clerk, Role
from zcdesk.errors import NotAllowed
from zcdesk.operations import session as of
from zcdesk.operations.session import Session

if TYPE_CHECKING:
    from zcdesk.store.reader import Reader

APART = frozenset({Role.ADMINISTRATOR, Role.SECURITY, Role.AUDITOR})
SWITCH = "lock.separate"
TWO_ROLES, NOT_STAFFED, NOT_SECURITY = "SEC-31", "SEC-32", "SEC-33"


def is_guarded(path: str) -> bool:
    """Tell whether a setting is one of security."""
    return path.startswith("lock.") or path == "case.record_days"


def must_guard(session: Session, store: Reader) -> None:
    """Refuse whoever does not look after security in this hall.

    Raises:
        NotAllowed: SEC-33, it is the security administrator's; CAS-02, it is an administrator's.
    """
    roles = set(of.clerk(store, session.clerk).roles)
    if Role.SECURITY in roles:
        return
    if of.policy(store).lock.separate:
        raise NotAllowed(NOT_SECURITY)
    if Role.ADMINISTRATOR not in roles:
        raise NotAllowed("CAS-02")


def check_roles(store: Reader, roles: Iterable[Role]) -> None:
    """Refuse two of the three roles in one hand.

    Raises:
        NotAllowed: SEC-31.
    """
    if of.policy(store).lock.separate and len(APART & set(roles)) > 1:
        raise NotAllowed(TWO_ROLES)


def check_staffed(store: Reader) -> None:
    """Refuse to switch it on while the three roles are not in three hands.

    Raises:
        NotAllowed: SEC-32: nobody could do what is one role's alone, or somebody holds two.
    """
    held = [APART & set(one.roles) for _, one in store.states(Clerk) if one.active]
    if any(len(roles) > 1 for roles in held) or frozenset().union(*held) != APART:
        raise NotAllowed(NOT_STAFFED)
