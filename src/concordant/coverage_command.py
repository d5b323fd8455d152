"""``concordant coverage``: what the payer of somebody covers, what is left, and what is due."""

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
    coverage = commands.add_parser(
        "coverage",
        help="what the payer of a case file covers: visits left, who pays what, and what is due",
        description="Rules by the day of the accident, fees by the day of treatment. What is not known is said so. "
        "Exit status: 0; 2 for a bad file, also for an accident in the future or after the first visit.",
    )
    coverage.add_argument("file", metavar="FILE", help="case file, YAML or JSON; - reads standard input")
    coverage.add_argument("--json", action="store_true", help="print the key coverage as JSON")
    coverage.add_argument("--terms", metavar="FILE", help="the clinic's prices, membership and taxes, YAML")
    coverage.add_argument(
        "--as-of", type=day, metavar="DATE", help="as known on this day (default: once all was known)"
    )
    coverage.set_defaults(run=lambda arguments: assessed(arguments, lambda found: _show(arguments, found)))


def _show(arguments: argparse.Namespace, found: Assessment) -> int:
    # Imported here, so that --help answers at once.
    from concordant.answer import coverage_answer
    from concordant.coverage import ClinicTerms, coverage_of
    from concordant.coverage.terms_file import read_terms
    from concordant.coverage_report import coverage_report
    from concordant.record.problems import CaseFileError, Problem

    terms = read_terms(arguments.terms) if arguments.terms else ClinicTerms()
    covered = coverage_of(found.record, found.as_of, terms)
    if covered.problems:
        raise CaseFileError([Problem("", one) for one in covered.problems], arguments.file)
    if arguments.json:
        told = {"as_of": found.as_of.isoformat(), **coverage_answer(covered)}
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(coverage_report(covered, found.record.case.person.id), end="")
    return 0
