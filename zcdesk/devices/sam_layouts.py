"""The 256 bytes of text on an identity card, for each kind of card a hall meets.

Layouts are tables read in both directions. Text is UTF-16LE with surrogates; a code nobody knows
stays visible instead of failing, and the photo is never opened (devices.md 6.3).
"""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from types import MappingProxyType

import msgspec

from zcdesk.domain.identity import IdKind, mask_id, mask_name
from zcdesk.domain.names import PRIVATE_USE
from zcdesk.domain.person import Person, Trust

SIZE, _TYPE_AT = 256, 248

SEXES = MappingProxyType({"0": "未知", "1": "男", "2": "女", "9": "未说明"})
"""GB/T 2261.1."""

_NATIONS = (
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山"
    " 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米"
    " 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
)
NATIONS = MappingProxyType(
    {f"{number:02}": name for number, name in enumerate(_NATIONS.split(), start=1)}
    | {"97": "其他", "98": "外国血统"}
)
"""GB/T 3304."""

_VALID = (("valid_from", 188, 16), ("valid_to", 204, 16))
_CITIZEN = (
    ("name", 0, 30),
    ("sex", 30, 2),
    ("birth", 36, 16),
    ("address", 52, 70),
    ("number", 122, 36),
    ("issuer", 158, 30),
    *_VALID,
)
LAYOUTS = MappingProxyType(
    {
        IdKind.RESIDENT: (" ", (*_CITIZEN, ("nation", 32, 4))),
        IdKind.RESIDENCE_PERMIT: (
            "J",
            (*_CITIZEN, ("pass_number", 220, 18), ("issue_count", 238, 4)),
        ),
        IdKind.FOREIGN_PR_15: (
            "I",
            (
                ("english_name", 0, 120),
                ("sex", 120, 2),
                ("number", 122, 30),
                ("nationality", 152, 6),
                ("chinese_name", 158, 30),
                *_VALID,
                ("birth", 220, 16),
                ("version", 236, 4),
                ("authority", 240, 8),
            ),
        ),
        IdKind.FOREIGN_PR: (
            "Y",
            (
                ("chinese_name", 0, 30),
                ("sex", 30, 2),
                ("version", 32, 4),
                ("birth", 36, 16),
                ("english_name", 52, 70),
                ("number", 122, 36),
                *_VALID,
                ("english_rest", 220, 22),
                ("nationality", 242, 6),
                ("earlier", 250, 6),
            ),
        ),
    }
)
"""Kind → character at 248 and (field, offset, length) in bytes."""

_ALL = ("name", "sex", "nation", "birth", "address", "number", "issuer", "valid_from", "valid_to")
_DATES = ("birth", "valid_from", "valid_to")
LONG_TERM = "长期"


class UnknownCard(ValueError):
    """A kind of card this program has no layout for."""


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What a card says, decoded; lives in memory only.

    Attributes:
        name: Chinese where the card has one, else as in the passport.
        birth, valid_from, valid_to: `YYYY-MM-DD`, 长期, or as read where it is no date.
        pass_number, issue_count: of a residence permit.
        earlier: what links a foreigner's card to an older number.
        photo: in its closed form, opaque.
    """

    kind: IdKind
    name: str = ""
    sex: str = ""
    nation: str = ""
    birth: str = ""
    address: str = ""
    number: str = ""
    issuer: str = ""
    valid_from: str = ""
    valid_to: str = ""
    pass_number: str = ""
    issue_count: str = ""
    english_name: str = ""
    chinese_name: str = ""
    nationality: str = ""
    version: str = ""
    authority: str = ""
    earlier: str = ""
    photo: bytes = b""

    def __repr__(self) -> str:
        return f"Card({self.kind.value})"


def decode_text(text: bytes, photo: bytes = b"") -> Card:
    """Read the 256 bytes of a card; `UnknownCard` for a type there is no layout for."""
    if len(text) != SIZE:
        raise UnknownCard(f"文字应为 {SIZE} 字节，现有 {len(text)} 字节")
    kind = _kind_of(_text(text, _TYPE_AT, 2))
    fields = {name: _text(text, at, length) for name, at, length in LAYOUTS[kind][1]}
    if rest := fields.pop("english_rest", ""):
        # A name of more than 35 characters runs on; a blank at the seam belongs to it.
        fields["english_name"] = _raw(text, 52, 70).rstrip("\0") + rest
    for date in _DATES:
        fields[date] = as_date(fields[date])
    fields["sex"] = SEXES.get(fields["sex"], fields["sex"])
    if nation := fields.get("nation"):
        fields["nation"] = NATIONS.get(nation, nation)
    fields["number"] = fields["number"].upper()
    if "name" not in fields:
        fields["name"] = fields["chinese_name"] or fields["english_name"]
    return Card(kind=kind, photo=photo, **fields)


def encode_text(card: Card) -> bytes:
    """Write a card's 256 bytes, as a simulated reader sends them."""
    letter, layout = LAYOUTS[card.kind]
    text = bytearray("\u0020".encode("utf-16-le") * (SIZE // 2))
    for name, at, length in layout:
        value = _written(card, name)
        data = value.encode("utf-16-le", "surrogatepass")[:length]
        text[at : at + len(data)] = data
    text[_TYPE_AT : _TYPE_AT + 2] = letter.encode("utf-16-le")
    return bytes(text)


def to_person(card: Card) -> Person:
    """Return what the counter takes from a card."""
    return Person(
        name=card.name,
        id_kind=card.kind.value,
        id_number=card.number,
        address=card.address,
        birth=card.birth,
        sex=card.sex,
        trust=Trust.CARD,
    )


def as_record(card: Card, *, reveal: bool = False) -> dict[str, str]:
    """Return the fields of the card's kind as text, hiding the person unless told to `reveal`."""
    own = [name for name, _, _ in LAYOUTS[card.kind][1] if name not in (*_ALL, "english_rest")]
    record = {"kind": card.kind.value} | {name: getattr(card, name) for name in (*_ALL, *own)}
    return record if reveal else {name: _hidden(name, value) for name, value in record.items()}


def as_date(text: str) -> str:
    """Turn `yyyymmdd` into `YYYY-MM-DD`; 长期 and what is no date stay as read."""
    if len(text) != 8 or not (text.isascii() and text.isdigit()):
        return text
    with suppress(ValueError):
        return dt.date.fromisoformat(text).isoformat()
    return text


def _kind_of(letter: str) -> IdKind:
    for kind, (wanted, _) in LAYOUTS.items():
        if letter == wanted.strip():
            return kind
    raise UnknownCard(f"不认识类型为“{letter}”的证件")


def _raw(text: bytes, at: int, length: int) -> str:
    return text[at : at + length].decode("utf-16-le", "replace").translate(PRIVATE_USE)


def _text(text: bytes, at: int, length: int) -> str:
    """Return a field without its filling: blanks, and on clones zeros."""
    return _raw(text, at, length).rstrip(" \0\u3000")


def _written(card: Card, name: str) -> str:
    if name == "english_rest":
        return card.english_name[35:]
    value = str(getattr(card, name))
    if name in _DATES:
        return value.replace("-", "")
    codes = SEXES if name == "sex" else NATIONS if name == "nation" else {}
    return next((code for code, word in codes.items() if word == value), value)


def _hidden(name: str, value: str) -> str:
    match name:
        case "name" | "english_name" | "chinese_name":
            return mask_name(value)
        case "number" | "pass_number" | "earlier":
            return mask_id(value)
        case "address":
            return value[:3] + "***" if value else ""
        case "birth":
            return value[:4] + "-**-**" if value else ""
        case _:
            return value
