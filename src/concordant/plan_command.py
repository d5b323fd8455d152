"""``concordant plan``: what is proposed for somebody, against what was signed."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from concordant.assessment import Assessment

    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
    Assessed: TypeAlias = Callable[[argparse.Namespace, Callable[[Assessment], int]], int]


def add_to(commands: Commands, day: Callable[[str], date], assessed: Assessed) -> None:
    """Add the command. ``assessed`` reads and assesses the case file of the arguments."""
    plan = commands.add_parser(
        "plan",
        help="the plan of care that is proposed for a case file",
        description="A proposal: a clinician signs, changes or leaves it. Of several headaches the one that the neck "
        "drives comes first, of several such the heaviest; the others follow. Exit status: 0; 2 for a bad file; 4 "
        "where two rules contradict each other.",
    )
    plan.add_argument("file", metavar="FILE", help="case file, YAML or JSON; - reads standard input")
    plan.add_argument("--json", action="store_true", help="print the keys plan and other_plans as JSON")
    plan.add_argument("--all", action="store_true", help="with full traces (JSON)")
    plan.add_argument("--as-of", type=day, metavar="DATE", help="as known on this day (default: once all was known)")
    plan.set_defaults(run=lambda arguments: assessed(arguments, lambda found: _show(arguments, found)))


def _show(arguments: argparse.Namespace, found: Assessment) -> int:
    # Imported here, so that --help answers at once.
    from concordant.answer import plan_answer
    from concordant.plan_report import plan_report

    if arguments.json:
        told = {"as_of": found.as_of.isoformat(), **plan_answer(found, every=arguments.all)}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(plan_report(found), end="")
    return 0
