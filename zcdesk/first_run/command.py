"""`zcdesk setup --answers FILE`: a first start without a person.

Everything wrong is said at once, each with its field, and nothing is made then. What could be
made stays made although a printer or a device is missing: those are told and can be added later.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

import msgspec

from zcdesk import catalogue, settings, station
from zcdesk.devices import urls
from zcdesk.devices.kinds import DeviceKind, Printed
from zcdesk.errors import CodedError, DeviceError, Invalid, UserError
from zcdesk.first_run import finding, trial
from zcdesk.first_run.finding import Found
from zcdesk.operations import releases, setup
from zcdesk.operations.setup import Answers, JoinAnswer, JoinAnswers
from zcdesk.ui import language
from zcdesk.ui.server_words import server_words
from zcdesk.ui.setup_words import setup_words
from zcdesk.ui.words import labelled
from zcdesk.upkeep import release

if TYPE_CHECKING:
    from zcdesk.devices.kinds import Device, Printer
    from zcdesk.domain.matter import Matter
    from zcdesk.operations.session import Session

Words: TypeAlias = Callable[[CodedError], str]
Say: TypeAlias = Callable[[str], object]


def run(args: argparse.Namespace, data: Path, *, words: Words, say: Say, complain: Say) -> int:
    """Make or join a hall as the file says; 0 done, 1 refused or the trial did not print."""

    def tell(text: str) -> None:
        say(setup_words(text))

    file: Path = args.answers
    answers = setup.read_any(file)
    _speak(answers.looks.language)
    if wrong := list(_problems(answers, file.parent)):
        for one in wrong:
            complain(labelled(one.field, words(one)) if isinstance(one, Invalid) else words(one))
        return 1
    devices = answers.join.devices if isinstance(answers, JoinAnswers) else answers.devices
    found = finding.found(devices)
    code = 0
    if isinstance(answers, JoinAnswers):
        code = _join(answers, file.parent, data, found, say)
        kept = replace(settings.load(data), updates=answers.updates.folder)
        settings.save(data, kept)
        session = station.open_session(data)
    else:
        answers = with_key(answers, file.parent)
        answers = msgspec.structs.replace(answers, devices=found.urls)
        session = station.create(data, answers, matters=_matters(answers, file.parent))
        tell(f"已建立：{data}")
    try:
        _tell_devices(devices, found, tell)
        if public := releases.view(session).release.public:
            tell(f"只采用用公钥 {public[:16]}… 签名的更新")
        return max(code, _try(session, found, words, tell) if answers.trial else 0)
    finally:
        session.store.close()


def _speak(wanted: str) -> None:
    """Go on in the language the file chooses for this PC."""
    if wanted != language.CHINESE:
        from zcdesk.first_run import system_printing

        system_printing.start()  # Qt knows one application, and its printing wants this kind
        language.speak(wanted)


def _problems(answers: Answers | JoinAnswers, folder: Path) -> Iterator[CodedError]:
    """Give everything that keeps the file from being followed."""
    if isinstance(answers, JoinAnswers):
        told = answers.join
        yield from _of_join(told, folder)
        yield from setup.of_looks(answers.looks)
        yield from finding.problems(told.devices)
        return
    yield from setup.problems(answers)
    yield from finding.problems(answers.devices)
    try:
        with_key(answers, folder)
    except UserError as error:
        yield Invalid(error.code, "updates.key", **error.fields)
    try:
        matters = _matters(answers, folder)
        known = catalogue.load_shipped() if matters is None else matters
        setup.changed({m.key: m for m in known}, answers.matters)
    except CodedError as error:
        yield error


def with_key(answers: Answers, folder: Path) -> Answers:
    """Return the answers with the key itself where they name its file.

    Raises:
        UserError: UPD-13, no key.
    """
    given = answers.updates
    if not given.key.strip():
        return answers
    key = release.named(given.key, folder)
    return msgspec.structs.replace(answers, updates=msgspec.structs.replace(given, key=key))


def _of_join(told: JoinAnswer, folder: Path) -> Iterator[Invalid]:
    from zcdesk.sync import enrolling, invitation

    if bool(told.login) == bool(told.code):
        yield Invalid("SET-15", "join")
    elif told.login and not (folder / told.login).is_file():
        yield Invalid("NET-21", "join.login", file=told.login)
    elif told.code:
        for field, check, given in (
            ("join.server", enrolling.address, told.server),
            ("join.code", invitation.read, told.code),
        ):
            try:
                check(given)
            except Invalid as error:
                yield Invalid(error.code, field, **error.fields)


def _matters(answers: Answers, folder: Path) -> tuple[Matter, ...] | None:
    """Read the hall's own catalogue files; None where there are none.

    Raises:
        Invalid: SET-16, a file has findings of `zcdesk catalogue lint`.
    """
    if not answers.catalogue:
        return None
    from zcdesk.catalogue.convert import merge_rows
    from zcdesk.catalogue.files import read, read_raw
    from zcdesk.catalogue.lint import lint_raw

    rows: list[Matter] = []
    for name in answers.catalogue:
        if findings := lint_raw(read_raw(folder / name)):
            raise Invalid("SET-16", "catalogue", file=name, count=len(findings))
        rows.extend(read(folder / name))
    return merge_rows(rows)


def _join(answers: JoinAnswers, folder: Path, data: Path, found: Found, say: Say) -> int:
    from zcdesk.sync import command, enrolling

    told, looks = answers.join, answers.looks
    path = enrolling.enrol(told.server, told.code, data) if told.code else folder / told.login
    text, code = command.join_by(
        path,
        lambda hall, name: station.join(data, hall, name, devices=found.urls, looks=looks),
        station.clock,
        "" if told.code else told.server,
    )
    enrolling.settle(data)
    say(server_words(text))
    return code


def _tell_devices(wanted: dict[str, str], found: Found, say: Say) -> None:
    for kind, url in found.urls.items():
        if wanted[kind] == finding.FIND:
            say(f"找到设备 {kind}：{url}")
    for kind in found.missing:
        say(f"没有找到设备 {kind}，请看连线和电源；以后在“设备”页检测")


def _try(session: Session, found: Found, words: Words, say: Say) -> int:
    """Try a case and print its receipt; without a printer there is nothing to try."""
    url = found.urls.get(DeviceKind.PRINTER.value)
    if url is None:
        say("没有打印机，未试办。接好后可在“设备”页打印测试页")
        return 0
    urls.provide("system", _system_printer)
    try:
        printer = cast("Printer", urls.from_url(url))
        printed = trial.print_receipt(session, printer)
    except (DeviceError, UserError) as error:
        say(f"已可使用，但试办的收件通知书没有打印出来：{words(error)}")
        return 1
    sure = "已打印" if printed is Printed.CONFIRMED else "已送打印机，请看有没有出纸"
    say(f"试办一件：收件通知书{sure}（标“试运行 不作数”，不计数，不占真实编号）")
    return 0


def _system_printer(queue: str, options: dict[str, str]) -> Device:
    from zcdesk.first_run import system_printing

    return system_printing.printer(queue, options)
