"""The commands carried out. Nothing bad in a file ends in a traceback: it is told, with row and column."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from concordant.evidence.command import answer, report
from concordant.evidence.command.source import rows_from
from concordant.evidence.forest import svg
from concordant.evidence.living import SCHEMA, read_trial, text_of, what_moves
from concordant.evidence.refused import Refused

BAD_FILE = 2


def _told(show: Callable[[], tuple[dict[str, Any], str]], *, as_json: bool) -> int:
    try:
        found, said = show()
    except (Refused, OSError) as error:
        print(error, file=sys.stderr)
        return BAD_FILE
    print(json.dumps(found, indent=2, ensure_ascii=False) if as_json else said)
    return 0


def pool(arguments: argparse.Namespace) -> int:
    """Pool the rows of a file, a question or a query."""

    def show() -> tuple[dict[str, Any], str]:
        source = rows_from(arguments.source, measure=arguments.measure)
        asked = answer.Asked(
            arguments.model, arguments.test, arguments.moderator, leave_one_out=arguments.leave_one_out,
            egger=arguments.egger, trim_and_fill=arguments.trim_and_fill, predict=arguments.predict,
            even_so=arguments.even_so,
        )  # fmt: skip
        found = answer.pooled(source, asked)
        if arguments.forest is not None:
            plot = report.forest_of(source, found)
            arguments.forest.write_text(svg(plot, name="forest", title=f"Forest plot of {source.name}"), "utf-8")
        return found, report.of_pool(source, found)

    return _told(show, as_json=arguments.json)


def add(arguments: argparse.Namespace) -> int:
    """What a further trial would change; or the form of its file."""
    if arguments.schema:
        print(SCHEMA, end="")
        return 0

    def show() -> tuple[dict[str, Any], str]:
        proposed = read_trial(text_of(arguments.trial.read_bytes()))
        moved = what_moves(proposed, model=arguments.model, test=arguments.test)
        return answer.moved(proposed, moved), report.of_moved(proposed, moved)

    return _told(show, as_json=arguments.json)


def claims(arguments: argparse.Namespace) -> int:
    """The four figures of the article."""
    return _told(lambda: (answer.claimed(), report.of_claims()), as_json=arguments.json)
