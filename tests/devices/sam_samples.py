"""Invented cards; every number carries a correct check digit."""

from __future__ import annotations

from zcdesk.devices.sam_layouts import Card
from zcdesk.domain.identity import IdKind, with_check_digit

ID_R = bytes.fromhex(
    """
20 5F 09 4E 30 4E 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 31 00
30 00 31 00 31 00 39 00 39 00 30 00 30 00 33 00 30 00 37 00 17 53 AC 4E 02 5E 1C 4E CE 57 3A 53
4B 6D D5 8B E1 80 0C 54 31 00 F7 53 62 96 32 00 55 53 43 51 33 00 30 00 33 00 20 00 20 00 20 00
20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 31 00 31 00 30 00
31 00 30 00 31 00 31 00 39 00 39 00 30 00 30 00 33 00 30 00 37 00 38 00 37 00 35 00 30 00 17 53
AC 4E 02 5E 6C 51 89 5B 40 5C 1C 4E CE 57 06 52 40 5C 20 00 20 00 20 00 20 00 20 00 32 00 30 00
31 00 35 00 30 00 31 00 30 00 31 00 32 00 30 00 32 00 35 00 30 00 31 00 30 00 31 00 20 00 20 00
20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00 20 00
"""
)

RESIDENT = Card(
    kind=IdKind.RESIDENT,
    name="张三丰",
    sex="男",
    nation="汉",
    birth="1990-03-07",
    address="北京市东城区测试胡同1号院2单元303",
    number="110101199003078750",
    issuer="北京市公安局东城分局",
    valid_from="2015-01-01",
    valid_to="2025-01-01",
)
LONG_TERM = Card(
    kind=IdKind.RESIDENT,
    name="欧阳娜娜",
    sex="女",
    nation="维吾尔",
    birth="2000-12-31",
    address="新疆维吾尔自治区乌鲁木齐市天山区测试路8号",
    number="650102200012310029",
    issuer="乌鲁木齐市公安局天山区分局",
    valid_from="2019-06-01",
    valid_to="长期",
)
RARE = Card(
    kind=IdKind.RESIDENT,
    name="𬱖𠮷㛃䶮",
    sex="女",
    nation="傈僳",
    birth="1988-02-29",
    address="云南省怒江州测试县𫖯𬎆巷5号",
    number=with_check_digit("53332319880229002"),
    issuer="测试县公安局",
    valid_from="2020-02-29",
    valid_to="2040-02-28",
)
HONG_KONG = Card(
    kind=IdKind.RESIDENCE_PERMIT,
    name="陈大文",
    sex="男",
    birth="1994-08-23",
    address="广东省深圳市南山区测试路1号",
    number="810000199408230021",
    issuer="深圳市公安局",
    valid_from="2019-01-02",
    valid_to="2024-01-02",
    pass_number="H12345678",
    issue_count="02",
)
FOREIGN_2017 = Card(
    kind=IdKind.FOREIGN_PR_15,
    name="马可",
    english_name="POLO, MARCO",
    chinese_name="马可",
    sex="男",
    birth="1980-05-04",
    number="ITA110080050401",
    nationality="ITA",
    valid_from="2018-03-01",
    valid_to="2028-03-01",
    version="01",
    authority="1500",
)
FOREIGN_2023 = Card(
    kind=IdKind.FOREIGN_PR,
    name="VAN DER TESTENBERG-HOUTEN JOHANNES WILHELM",
    english_name="VAN DER TESTENBERG-HOUTEN JOHANNES WILHELM",
    sex="男",
    birth="1981-08-03",
    number="911124198108030024",
    nationality="CAN",
    valid_from="2023-12-01",
    valid_to="2033-12-01",
    version="00",
    earlier="1",
)
ALL = (RESIDENT, LONG_TERM, RARE, HONG_KONG, FOREIGN_2017, FOREIGN_2023)
