"""The hall's own words of its papers: acts, versions, and which ones are in force.

Every version is kept, for a paper is printed again in the words it was first printed in. What may
be said is judged where the shipped words are: `zcdesk.forms.wording`.
"""

from __future__ import annotations

from typing import ClassVar

import msgspec

from zcdesk.domain.act import Act, Body

Texts = dict[str, dict[str, str]]
"""Section (a kind of paper, or `shared`) → key → text; what is not there is the shipped text."""

SUBJECT = "words"


class PaperWords(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Attributes: `current` names the version in force; empty = the shipped words."""

    current: str = ""
    versions: dict[str, Texts] = {}

    def texts(self, version: str) -> Texts:
        """Return a version's texts; none for the shipped ones and for one nobody knows here."""
        return self.versions.get(version, {})


class PaperWordsSet(Body, frozen=True, kw_only=True):
    """A version that is in force from now on; an empty one goes back to the shipped words."""

    kind: ClassVar[str] = "words.set"
    version: str
    texts: Texts


def fold(state: PaperWords | None, _act: Act, body: Body) -> PaperWords | None:
    """Keep each version; the first of a name holds, for papers may bear it."""
    if not isinstance(body, PaperWordsSet):
        return state
    versions = (state or PaperWords()).versions
    known = versions if body.version in versions else {**versions, body.version: body.texts}
    return PaperWords(current=body.version, versions=known)
