"""Lists that pass with paper from hand to hand: hand-over, results, delivery, return, archive.

Every list says who gave and who took; both sign. Never an unmasked number, also not where a
department copies a case by hand: the full number stands on the applicant's own papers.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from zcdesk.domain.papers_counter import CasePaper, HeadedPaper
from zcdesk.domain.papers_parts import Count, MaterialLine, Part, bare, missing
from zcdesk.errors import Invalid


class PileLine(Part, frozen=True, kw_only=True):
    """One material of a pile, with how many originals and copies lie in it."""

    name: str
    originals: Count = 0
    copies: Count = 0

    def faults(self) -> Iterator[Invalid]:
        yield from missing("pile", name=self.name)

    @property
    def text(self) -> str:
        parts = (("原", self.originals), ("复", self.copies))
        said = "".join(f"{word}{count}" for word, count in parts if count)
        return f"{self.name}（{said}）" if said else self.name


class ListRow(Part, frozen=True, kw_only=True):
    """One case in a list."""

    no: Count
    number: str
    applicant: str
    matter: str
    note: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from missing("row", number=self.number, applicant=self.applicant, matter=self.matter)
        yield from bare(self, "row", "applicant", "note")


class HandoverRow(ListRow, frozen=True, kw_only=True):
    materials: tuple[PileLine, ...] = ()


class ResultRow(ListRow, frozen=True, kw_only=True):
    """One result.

    Attributes:
        agrees: the result says what was accepted; None = not compared yet.
        collect: what must be taken in when it is handed out.
        refused: why the counter did not take it.
    """

    result: str
    document_number: str = ""
    copies: Count = 1
    agrees: bool | None = None
    collect: tuple[str, ...] = ()
    delivery: str = ""
    refused: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("row", result=self.result)
        if self.agrees is False:
            yield from missing("row", refused=self.refused)


class ReceiptRow(ListRow, frozen=True, kw_only=True):
    """One signed 送达回执 on its way to the department."""

    document: str
    delivered_on: date
    way: str = ""
    waybill: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("row", document=self.document)


class PostedRow(ListRow, frozen=True, kw_only=True):
    """One envelope for the post; its address stands on the label alone."""

    waybill: str
    document: str
    copies: Count = 1

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("row", waybill=self.waybill, document=self.document)


class Hand(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who gave or took. `proof`: 刷卡, 口令 or 手写签名 at a time; empty = signs on the paper."""

    name: str = ""
    unit: str = ""
    proof: str = ""

    @property
    def text(self) -> str:
        return "　".join(part for part in (self.unit, self.name, self.proof) if part)


class PassedPaper(HeadedPaper, frozen=True, kw_only=True):
    """A list with two sides; `due`: when it had to be passed on."""

    department: str
    giver: Hand = Hand()
    taker: Hand = Hand()
    due: datetime | None = None

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("list", department=self.department)


class HandoverPaper(PassedPaper, frozen=True, kw_only=True, tag="handover"):
    """材料交接表: one department and batch. `slot`: 上午件, 下午件, 休息日件."""

    rows: tuple[HandoverRow, ...]
    slot: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("handover", rows=self.rows)


class ResultHandoverPaper(PassedPaper, frozen=True, kw_only=True, tag="result-handover"):
    """办理结果交接表: from a department to the result counter, compared with what was accepted."""

    rows: tuple[ResultRow, ...]

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("handover", rows=self.rows)


class DeliveryTransferPaper(PassedPaper, frozen=True, kw_only=True, tag="delivery-transfer"):
    """送达回执移交清单: signed receipts back to the department, a working day after delivery."""

    rows: tuple[ReceiptRow, ...]

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("transfer", rows=self.rows)


class PostListPaper(HeadedPaper, frozen=True, kw_only=True, tag="post-list"):
    """寄递清单: envelopes the counter gives to the post on `day`; both sides sign."""

    day: date
    rows: tuple[PostedRow, ...]
    giver: Hand = Hand()
    taker: Hand = Hand()

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("post", rows=self.rows)


class DocumentLine(Part, frozen=True, kw_only=True):
    """One document delivered."""

    no: Count
    name: str
    number: str = ""
    copies: Count = 1

    def faults(self) -> Iterator[Invalid]:
        yield from missing("document", name=self.name)


class DeliveryPaper(CasePaper, frozen=True, kw_only=True, tag="delivery"):
    """送达回执: the day the receiver writes is the day of delivery.

    Attributes:
        way: 窗口领取, 邮寄, 电子送达…
        receiver: who takes it where that is not the applicant, with `receiver_role`.
        collected: materials taken in against the result.
        screen: where the receiver signed on a screen: when, at which window, and the beginnings of
            the digests of what was shown and of the picture; empty = signs on this paper.
    """

    authority: str
    documents: tuple[DocumentLine, ...]
    way: str = "窗口领取"
    place: str = ""
    waybill: str = ""
    receiver: str = ""
    receiver_role: str = ""
    receiver_id_masked: str = ""
    collected: tuple[MaterialLine, ...] = ()
    screen: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("delivery", authority=self.authority, documents=self.documents)
        yield from bare(self, "delivery", "receiver", "receiver_role", "receiver_id_masked")


class MaterialsReturnPaper(CasePaper, frozen=True, kw_only=True, tag="materials-return"):
    """材料退还清单: with it a bundle leaves the hall's custody. `occasion`: 退回补正, 撤回…"""

    occasion: str
    materials: tuple[MaterialLine, ...]
    way: str = "当面退还"
    waybill: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("return", occasion=self.occasion, materials=self.materials)


class EntryField(Part, frozen=True, kw_only=True):
    """One field to be copied; `section`: the tab or block of the other system it stands in."""

    no: Count
    label: str
    value: str
    section: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from missing("entry", label=self.label)
        yield from bare(self, "entry")


class ReentryPaper(CasePaper, frozen=True, kw_only=True, tag="reentry"):
    """二次录入单: the case field by field in the order of `system`."""

    system: str
    entries: tuple[EntryField, ...]
    materials: tuple[MaterialLine, ...] = ()

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("reentry", system=self.system, entries=self.entries)


class FileItem(Part, frozen=True, kw_only=True):
    """One item of a case file.

    Attributes:
        medium: 纸质 or 电子.
        digest: SHA-256 of an electronic item, whole; papers print its beginning.
    """

    no: Count
    name: str
    number: str = ""
    day: date | None = None
    pages: Count = 0
    medium: str = "纸质"
    digest: str = ""

    def faults(self) -> Iterator[Invalid]:
        yield from missing("item", name=self.name)


class ArchivePaper(CasePaper, frozen=True, kw_only=True, tag="archive"):
    """办件档案移交目录: everything a case leaves behind, and how long it is kept."""

    items: tuple[FileItem, ...]
    retention: str
    outcome: str = ""
    closed_on: date | None = None
    giver: Hand = Hand()
    taker: Hand = Hand()

    def faults(self) -> Iterator[Invalid]:
        yield from super().faults()
        yield from missing("archive", items=self.items, retention=self.retention)
