"""What the department types of the certificate it sends along, for the counter to compare.

Nothing is filled in from the decision: two copies of one record would always agree. What is left
empty the result counter compares by eye (rules 4).
"""

from __future__ import annotations

from zcdesk.domain.case import Case
from zcdesk.domain.case_parts import Outcome
from zcdesk.domain.comparison import Certificate, CertificateField, valid_text
from zcdesk.ui.review.fields import Call, Sight, shown
from zcdesk.ui.review.form import Answers, Ask, Way
from zcdesk.ui.words import QT_TRANSLATE_NOOP

_FROM, _UNTIL = "valid_from", "valid_until"
_ASKED = (
    (CertificateField.NUMBER.name, QT_TRANSLATE_NOOP("review", "证照编号"), Way.LINE),
    (CertificateField.NAME.name, QT_TRANSLATE_NOOP("review", "证照名称"), Way.LINE),
    (_FROM, QT_TRANSLATE_NOOP("review", "有效期自"), Way.DAY),
    (_UNTIL, QT_TRANSLATE_NOOP("review", "有效期至"), Way.DAY),
    (CertificateField.HOLDER.name, QT_TRANSLATE_NOOP("review", "持证人"), Way.LINE),
    (CertificateField.ID_NUMBER.name, QT_TRANSLATE_NOOP("review", "证件号码"), Way.CODE),
    (CertificateField.ADDRESS.name, QT_TRANSLATE_NOOP("review", "地址"), Way.LINE),
)


def asks(sight: Sight) -> tuple[Ask, ...]:
    """Return the fields of the certificate; a refusal carries none."""
    if not has_certificate(sight.case):
        return ()
    return tuple(Ask(name, shown(label), way) for name, label, way in _ASKED)


def send(sight: Sight, said: Answers) -> Call:
    """Send the result, with what was typed of its certificate."""
    typed = {field: str(said.get(field.name, "")) for field in CertificateField}
    typed[CertificateField.VALID] = valid_text(str(said.get(_FROM, "")), str(said.get(_UNTIL, "")))
    known = {field: words for field, words in typed.items() if words}
    held = {sight.case.id: Certificate(said=known)} if known else {}
    return Call("results", "send", ((sight.case.id,),), {"held": held})


def has_certificate(case: Case) -> bool:
    """Whether a certificate goes out with the decision."""
    made = case.decision
    return made is not None and made.outcome is Outcome.GRANTED and bool(made.result)
