"""A package being written: its values and its tree as lines, as typed; and what they make.

A line is one answer: what is asked, what is answered, which matters that brings and which question
follows. Lines of the same question are one question; matters are typed by their codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from zcdesk.catalogue import package_file
from zcdesk.catalogue.lint import Finding
from zcdesk.catalogue.phonetics import search_keys
from zcdesk.domain.matter import Confidence, Matter
from zcdesk.domain.package import Answer, Package, Question

VALUES = ("code", "name", "department", "aliases", "matters", "evidence", "confidence", "note")
PARTS = ("question", "answer", "matters", "next")


class Line(NamedTuple):
    """One answer; `matters` codes with 、 between, `next` the number of a question or empty."""

    question: str = ""
    answer: str = ""
    matters: str = ""
    next: str = ""


class PackageDraft:
    """What is typed of one package.

    Attributes:
        values: by name, see `VALUES`. lines: of its tree, in their order.
        seen: `saves` of the change it was begun from.
    """

    def __init__(self, package: Package, matters: Mapping[str, Matter], seen: int) -> None:
        self.key, self.seen, self._matters = package.key, seen, matters
        self._codes = {one.code: key for key, one in matters.items() if one.code}
        self._keys = {question.text: question.key for question in package.questions}
        self.values = {
            "code": package.code,
            "name": package.name,
            "department": package.department,
            "aliases": "、".join(package.aliases),
            "matters": self._typed(package.matters),
            "evidence": package.evidence,
            "confidence": package.confidence.value,
            "note": package.note,
        }
        self.lines = list(self._lines(package))

    def package(self) -> Package:
        """Return what it makes; whether that is sound `findings` tells."""
        aliases = _parts(self.values["aliases"])
        name = self.values["name"].strip()
        initials, pinyin = search_keys(name, aliases)
        return Package(
            key=self.key,
            code=self.values["code"].strip(),
            name=name,
            department=self.values["department"].strip(),
            matters=self._known(self.values["matters"]),
            questions=tuple(self._questions()),
            aliases=aliases,
            evidence=self.values["evidence"].strip(),
            confidence=Confidence(self.values["confidence"]),
            note=self.values["note"].strip(),
            initials=initials,
            pinyin=pinyin,
        )

    def findings(self, others: Iterable[Package]) -> tuple[Finding, ...]:
        """Return what the check finds, beside the hall's other packages."""
        beside = [one for one in others if one.key != self.key]
        found = package_file.lint((*beside, self.package()), self._matters)
        return tuple(one for one in found if one.row == self.key)

    @property
    def names(self) -> dict[str, str]:
        """What the matters are called, by their keys."""
        return {key: one.name for key, one in self._matters.items()}

    def named(self, typed: str) -> str:
        """Return the names of matters typed by their codes."""
        found = (self._matters.get(key) for key in self._known(typed))
        return "、".join(one.name if one is not None else "？" for one in found)

    def _lines(self, package: Package) -> Iterable[Line]:
        numbers = {q.key: str(n) for n, q in enumerate(package.questions, 1)}
        for question in package.questions:
            for answer in question.answers:
                after = numbers.get(answer.next, answer.next)
                yield Line(question.text, answer.words, self._typed(answer.matters), after)

    def _questions(self) -> Iterable[Question]:
        texts = tuple(dict.fromkeys(line.question.strip() for line in self.lines))
        fresh = (f"q{n}" for n in range(1, 1000) if f"q{n}" not in self._keys.values())
        keys = {text: self._keys.get(text) or next(fresh) for text in texts}
        by_number = {str(n): keys[text] for n, text in enumerate(texts, 1)}
        for text in texts:
            answers = tuple(
                Answer(
                    words=line.answer.strip(),
                    matters=self._known(line.matters),
                    next=by_number.get(line.next.strip(), line.next.strip()),
                )
                for line in self.lines
                if line.question.strip() == text
            )
            yield Question(key=keys[text], text=text, answers=answers)

    def _known(self, typed: str) -> tuple[str, ...]:
        """Return the keys of codes; what is no code stays, and the check names it."""
        return tuple(dict.fromkeys(self._codes.get(part, part) for part in _parts(typed)))

    def _typed(self, keys: Iterable[str]) -> str:
        found = ((key, self._matters.get(key)) for key in keys)
        return "、".join(one.code or key if one is not None else key for key, one in found)


def _parts(typed: str) -> tuple[str, ...]:
    for mark in "，,；;　 ":
        typed = typed.replace(mark, "、")
    return tuple(part for part in (piece.strip() for piece in typed.split("、")) if part)
