"""Invented people and units for the demo: right check digits, nobody's numbers.

The area part is the demo hall's own; birth dates and serials are counted up, so the same run
always meets the same people.
"""

from __future__ import annotations

from zcdesk.domain.identity import IdKind, with_check_digit, with_uscc_check
from zcdesk.domain.person import Person, Trust

_SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许"
_GIVEN = ("示一", "例二", "范三", "样四", "本五", "模六", "虚七", "构八", "拟九", "设十")
_RARE = ("王䶮", "李㛃", "陈𬱖", "吴𠮷", "古丽·买买提艾力·阿不都热合曼江·吐尔逊")
_REGION = "320213"


def person(number: int, *, trust: Trust = Trust.CARD) -> Person:
    """Return the n-th invented person; the first few have rare names."""
    name = (
        _RARE[number]
        if number < len(_RARE)
        else _SURNAMES[number % len(_SURNAMES)] + _GIVEN[number // len(_SURNAMES) % len(_GIVEN)]
    )
    year, month, day = 1950 + number % 54, 1 + number % 12, 1 + number % 28
    first = f"{_REGION}{year}{month:02d}{day:02d}{100 + number % 900:03d}"
    return Person(
        name=name,
        id_kind=IdKind.RESIDENT.value,
        id_number=with_check_digit(first),
        phone=f"1380000{number:04d}",
        address="示例区示例路",
        trust=trust,
        birth=f"{year}-{month:02d}-{day:02d}",
        sex="男" if (100 + number % 900) % 2 else "女",
    )


def unit(number: int) -> Person:
    """Return the n-th invented company."""
    return Person(
        name=f"示例{_SURNAMES[number % len(_SURNAMES)]}记商贸有限公司",
        id_kind=IdKind.USCC.value,
        id_number=with_uscc_check(f"91320213MA{number:06d}"),
        phone="0510-80000000",
        trust=Trust.LICENCE,
        is_unit=True,
        representative=person(number + 7).name,
    )
