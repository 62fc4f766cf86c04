"""Packages of matters (一件事) in YAML: reading, checking, and those the program brings.

A package is checked against a catalogue, since it only names matters; what it says of itself is
questions and answers, and every answer must lead somewhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from zcdesk import paths
from zcdesk.catalogue.lint import Finding
from zcdesk.catalogue.phonetics import search_keys
from zcdesk.catalogue.plain_yaml import read_plain
from zcdesk.catalogue.raw import Unreadable, read_text
from zcdesk.domain.matter import Matter, Secrecy
from zcdesk.domain.package import Answer, Package, Question

Find = Callable[[str, str, str, str], Finding]
_KNOWN = {
    *Package.__struct_fields__,
    *Question.__struct_fields__,
    *Answer.__struct_fields__,
} - {"initials", "pinyin"}


def shipped_file() -> Path:
    """Return the packages the program brings, all of them samples."""
    return paths.resources_dir() / "catalogue" / "packages.yaml"


def read(path: str | Path) -> tuple[Package, ...]:
    """Read a file of packages; `Unreadable` says what is none."""
    document = read_plain(read_text(Path(path)), path)
    rows = document.get("packages") if isinstance(document, Mapping) else None
    if not isinstance(rows, list):
        raise Unreadable(path, "没有 packages 列表，不是一件事套餐")
    return tuple(_package(path, number, row) for number, row in enumerate(rows, 1))


def load_shipped(matters: Iterable[Matter]) -> tuple[Package, ...]:
    """Return the shipped packages whose matters are all in a catalogue."""
    known = {matter.key for matter in matters}
    return tuple(one for one in read(shipped_file()) if known.issuperset(one.every_matter))


def lint(
    packages: Iterable[Package], known: Mapping[str, Matter], file: str = ""
) -> tuple[Finding, ...]:
    """Say what is wrong with packages in a catalogue of these matters (key → matter)."""
    found: list[Finding] = []
    owners = {matter.code: matter.name for matter in known.values() if matter.code}
    for package in packages:
        found += _findings(package, known, file)
        other = owners.setdefault(package.code, package.name)
        if other != package.name:
            message = f"编码 {package.code} 已用于“{other}”"
            found.append(Finding(file, package.key, "code", "code", message, "换一个编码"))
    return tuple(found)


def _package(path: str | Path, number: int, row: object) -> Package:
    where = row.get("key", number) if isinstance(row, Mapping) else number
    try:
        package = msgspec.convert(row, Package)
    except msgspec.ValidationError as error:
        raise Unreadable(path, f"套餐 {where} 写法不对：{error}", row=where) from error
    if unknown := sorted(_keys_of(row) - _KNOWN):
        raise Unreadable(path, f"套餐 {where} 有不认识的字段：{'、'.join(unknown)}", row=where)
    initials, pinyin = search_keys(package.name, package.aliases)
    return msgspec.structs.replace(package, initials=initials, pinyin=pinyin)


def _keys_of(row: object) -> set[str]:
    """Return every key that stands anywhere in a row."""
    if isinstance(row, Mapping):
        return {*map(str, row)}.union(*map(_keys_of, row.values()))
    return set().union(*map(_keys_of, row)) if isinstance(row, list) else set()


def _findings(package: Package, known: Mapping[str, Matter], file: str) -> Iterator[Finding]:
    def find(field: str, rule: str, message: str, instead: str) -> Finding:
        return Finding(file, package.key, field, rule, message, instead)

    if not (len(package.code) == 4 and package.code.isascii() and package.code.isdigit()):
        yield find("code", "code", f"编码“{package.code}”不是四位数字", "写四位数字，如 9001")
    for field, text in (("key", package.key), ("name", package.name)):
        if not text.strip():
            yield find(field, "empty", "没有填写", "请写上")
    if not package.department.strip():
        yield find("department", "empty", "没有写牵头部门", "写上牵头部门")
    for key in package.every_matter:
        if key not in known:
            yield find("matters", "matter", f"目录里没有事项“{key}”", "写目录里有的事项键")
        elif known[key].secrecy is Secrecy.SECRET:
            yield find("matters", "secret", f"“{known[key].name}”涉密，不能放进套餐", "删去这一项")
    if len(package.every_matter) < 2:
        yield find("matters", "few", "一件事至少要两个事项", "补上其他事项，或不做成套餐")
    yield from _tree(package, find)


def _tree(package: Package, find: Find) -> Iterator[Finding]:
    """Every question is reached, has answers to choose from, and none leads in a circle."""
    by_key = {question.key: question for question in package.questions}
    if len(by_key) != len(package.questions):
        yield find("questions", "twice", "有两个问题用了同一个键", "每个问题用不同的键")
        return
    for question in package.questions:
        if len(question.answers) < 2:
            said = f"“{question.text}”只有 {len(question.answers)} 个答案"
            yield find("questions", "answers", said, "至少写两个答案，或删去这个问题")
        for answer in question.answers:
            if answer.next and answer.next not in by_key:
                said = f"“{question.text}”的答案“{answer.words}”指向没有的问题“{answer.next}”"
                yield find("questions", "next", said, "写已有问题的键，或留空")
    reached, circles = _walk(package)
    for key in by_key.keys() - reached:
        yield find("questions", "stray", f"问题“{by_key[key].text}”永远问不到", "从某个答案指向它")
    for key in circles:
        yield find("questions", "circle", f"问题“{by_key[key].text}”绕回到自己", "改掉绕回的答案")


def _walk(package: Package) -> tuple[set[str], set[str]]:
    """Return (questions reached from the first, questions an answer leads back to)."""
    by_key = {question.key: question for question in package.questions}
    reached: set[str] = set()
    circles: set[str] = set()

    def go(key: str, way: tuple[str, ...]) -> None:
        if key in way:
            circles.add(key)
        if key in reached and key not in way:
            return
        reached.add(key)
        if key not in way:
            for answer in by_key[key].answers:
                if answer.next in by_key:
                    go(answer.next, (*way, key))

    if package.questions:
        go(package.questions[0].key, ())
    return reached, circles
