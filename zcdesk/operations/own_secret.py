"""A clerk's own secret and PIN: changing them, and unlocking quickly with the PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zcdesk.domain.act import NewAct
from zcdesk.domain.secret import SecretChanged, check_pin, check_secret, overdue_days
from zcdesk.errors import Invalid, NotAllowed
from zcdesk.operations import clerks
from zcdesk.operations.session import Session, clerk, policy
from zcdesk.store import pins

if TYPE_CHECKING:
    from zcdesk.store.pins import Pin
    from zcdesk.store.reader import Reader

SAME, WRONG_PIN, PIN_OFF = "SEC-28", "SEC-25", "SEC-26"


def change_secret(session: Session, old: str, new: str) -> None:
    """Give oneself a new secret; the PIN goes with the old one.

    Raises:
        NotAllowed: SEC-01, SEC-02, the old one does not fit.
        Invalid: SET-07, the new one is weak; SEC-28, it is the old one.
    """
    clerks.unlock(session, session.clerk, old)
    if new == old:
        raise Invalid(SAME, "new")
    with session.transaction(own=True) as tx:
        check_secret(new, policy(tx).lock, "new")
        tx.set_secret(session.clerk, new)
        pins.drop(tx, session.clerk)
        tx.append(NewAct(subject=f"clerk:{session.clerk}", body=SecretChanged(own=True)))


def set_pin(session: Session, secret: str, pin: str) -> None:
    """Choose a PIN for this PC, or give it up with an empty one.

    Raises:
        NotAllowed: SEC-01, SEC-02, the secret does not fit; SEC-26, the hall has no PINs.
        Invalid: SEC-27, no good PIN.
    """
    clerks.unlock(session, session.clerk, secret)
    with session.transaction(own=True) as tx:
        if not pin:
            pins.drop(tx, session.clerk)
            return
        if not policy(tx).lock.pin_digits:
            raise NotAllowed(PIN_OFF)
        check_pin(pin, session.clerk, policy(tx).lock)
        pins.put(tx, session.clerk, pin, clerk(tx, session.clerk).window)


def pin_digits(session: Session) -> int:
    """Return how long the PIN is that unlocks here now; 0 = only the secret does."""
    with session.reading() as store:
        return policy(store).lock.pin_digits if _usable(session, store) else 0


def unlock_by_pin(session: Session, pin: str) -> None:
    """Go on at a locked window with the PIN of the clerk whose shift runs here.

    Raises:
        NotAllowed: SEC-25, wrong; SEC-26, only the secret unlocks now.
    """
    with session.transaction(own=True) as tx:
        tries = policy(tx).lock.pin_tries
        usable = _usable(session, tx)
        checked = pins.check(tx, session.clerk, pin) if usable else None
    if checked is None:
        raise NotAllowed(PIN_OFF)
    if checked.failures >= tries:
        raise NotAllowed(PIN_OFF)
    if checked.failures:
        raise NotAllowed(WRONG_PIN, left=tries - checked.failures)


def overdue(session: Session) -> int:
    """Return the age of one's secret in days once it is too old, else 0."""
    with session.reading() as store:
        since = clerk(store, session.clerk).secret_at
        return overdue_days(since, session.now().date(), policy(store).lock)


def _usable(session: Session, store: Reader) -> Pin | None:
    """Return the PIN if it may be tried: the shift runs here, and not too many were wrong."""
    found, rules = pins.get(store, session.clerk), policy(store).lock
    if found is None or not rules.pin_digits or found.window != session.window:
        return None
    return found if found.failures < rules.pin_tries else None
