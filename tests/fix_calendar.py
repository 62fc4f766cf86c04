"""`zcdesk calendar` as a shell runs it, with its answer."""

from __future__ import annotations

import argparse
import io
import json
from pathlib import Path

from zcdesk.calendar import command


def run(*words: str, years: Path | None = None) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers(required=True))
    out, err = io.StringIO(), io.StringIO()
    code = command.run(parser.parse_args(["calendar", *words]), years=years, out=out, err=err)
    return code, out.getvalue(), err.getvalue()


def due(rule: str, at: str, *more: str, years: Path | None = None) -> dict[str, object]:
    code, out, err = run("due", "--rule", rule, "--at", at, "--json", *more, years=years)
    assert (code, err) == (0, "")
    answer = json.loads(out)
    assert list(answer) == ["due", "provisional", "explain"]
    assert all(list(line) == ["date", "counts", "why"] for line in answer["explain"])
    assert all(isinstance(line["counts"], bool) and line["why"] for line in answer["explain"])
    return answer
