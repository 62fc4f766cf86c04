"""What frames every paper: heading, caption, code and seal, foot.

Never a word that belongs to one paper: those come from its texts.
"""

from __future__ import annotations

from zcdesk.domain.papers import Contact, Paper, PaperHead, day_text, title
from zcdesk.domain.papers_review import OfficialPaper, Remedy
from zcdesk.forms.blocks import Caption, Code, Foot, Heading, Paragraph
from zcdesk.forms.wording import Say

# 行政复议法 (2023) 20 and 行政诉讼法 (2017) 46; 行政许可法 (2019) 32, 44 and 50, whose days are
# working days (82).
REVIEW_DAYS, SUE_MONTHS = 60, 6
DEEMED_DAYS, ISSUE_DAYS, RENEW_DAYS = 5, 10, 30


def heading(paper: Paper) -> Heading:
    """Name the hall, or the authority whose paper it is, and the marks of this print."""
    head = paper.head
    marks = []
    if head.reprint and head.reprint_at:
        marks.append(f"补打 第{head.reprint}次 {head.reprint_at:%Y-%m-%d %H:%M} {head.reprint_by}")
    if head.trial:
        marks.append("试运行 不作数")
    elif head.simulated:
        marks.append("演示")
    if head.sample:
        marks.append("示例")
    issuer = paper.authority if isinstance(paper, OfficialPaper) else head.hall
    return Heading(issuer, title(paper), tuple(marks))


def caption(head: PaperHead, label: str) -> Caption:
    return Caption(f"{label}：{head.number}", head.copy_label)


def code(
    say: Say,
    qr: str,
    contact: Contact,
    secret: str = "",
    *,
    seal: bool = True,
    issued: tuple[str, ...] = (),
) -> Code:
    """Lay the QR, its lines and the guide of the seal.

    Args:
        secret: the code the citizen keeps; its text is `code_line`, its name `code_label`.
    """
    lines = [say("invitation")] if qr else []
    if secret:
        lines.append(say("code_line", label=say("code_label"), code=secret))
    if contact.consult:
        lines.append(say("consult", phone=contact.consult))
    if contact.complaint:
        lines.append(say("complaint", phone=contact.complaint))
    return Code(qr, tuple(lines), f"（{say('seal')}）" if seal else "", issued)


def foot(head: PaperHead, say: Say, **values: object) -> Foot:
    notes = [say("foot", **values)]
    if head.sample:
        notes.append(say("sample_note"))
    if head.trial:
        notes.append(say("trial_note"))
    elif head.simulated:
        notes.append(say("demo_note"))
    return Foot("".join(notes))


def remedy(paper: Remedy, say: Say) -> Paragraph:
    """Tell the rights against a decision, with the terms of the law in force."""
    return Paragraph(
        say(
            "remedy",
            paper=say("paper"),
            review_days=REVIEW_DAYS,
            review_body=paper.review_body or say("review_body"),
            sue_months=SUE_MONTHS,
            court=paper.court or say("court"),
        )
    )


def issued(paper: OfficialPaper) -> tuple[str, str]:
    """Give the authority and the date the seal is pressed on."""
    return paper.authority, day_text(paper.head.at.date())
