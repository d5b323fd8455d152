"""The command ``concordant``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import concordant
from concordant import book_command, coverage_command, plan_command
from concordant.evidence import command as evidence
from concordant.letters import command as letters
from concordant.record.problems import CaseFileError
from concordant.registry import command as registry
from concordant.settings import SettingError

if TYPE_CHECKING:
    from concordant.assessment import Assessment

BAD_FILE = 2
FLAG_RAISED = 3
RULES_DISAGREE = 4


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. 0: done; 2: a bad file, call or setting; 3: --fail-on-flag and such a flag is open;
    4: two rules answer differently for the same case."""
    arguments = _parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except (CaseFileError, SettingError) as error:
        print(error, file=sys.stderr)
        return BAD_FILE
    except BrokenPipeError:
        # The reader of our output has gone (concordant assess … | head). Nothing is left to be said.
        sys.stderr.close()
        return 0


EARLIEST_YEAR = 1880
"""As in a case file. Before the first calendar years there is no month to look back on."""


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; allowed: YYYY-MM-DD") from None
    if day.year < EARLIEST_YEAR:
        raise argparse.ArgumentTypeError(f"{text!r} is too long ago; allowed: from {EARLIEST_YEAR} on")
    return day


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="concordant", description="The care library for people whose headache may come from the neck."
    )
    parser.add_argument("--version", action="version", version=f"concordant {concordant.__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    assess = commands.add_parser(
        "assess",
        help="assess a case file: safety first, then every headache",
        description="Exit status: 0; 2 for a bad file; 3 with --fail-on-flag and an emergency or same-day flag open; "
        "4 where two rules contradict each other.",
    )
    assess.add_argument("file", metavar="FILE", help="case file, YAML or JSON; - reads standard input")
    assess.add_argument("--json", action="store_true", help="print the answer as JSON")
    assess.add_argument("--as-of", type=_day, metavar="DATE", help="as known on this day (default: once all was known)")
    assess.add_argument("--all", action="store_true", help="excluded diagnoses too, with full traces")
    assess.add_argument("--fail-on-flag", action="store_true", help="exit 3 on an emergency or same-day flag")
    assess.set_defaults(run=_assess)

    progress = commands.add_parser(
        "progress",
        help="read the newest retest of a case file: verdicts and a decision",
        description="Exit status: 0; 2 for a bad file; 4 where two rules contradict each other.",
    )
    progress.add_argument("file", metavar="FILE", help="case file, YAML or JSON; - reads standard input")
    progress.add_argument("--json", action="store_true", help="print the keys progress and decision as JSON")
    progress.add_argument(
        "--as-of", type=_day, metavar="DATE", help="as known on this day (default: once all was known)"
    )
    progress.set_defaults(run=_progress)

    plan_command.add_to(commands, _day, _assessed)
    coverage_command.add_to(commands, _day, _assessed)
    letters.add_to(commands, _day, _assessed)
    evidence.add_to(commands)
    book_command.add_to(commands)

    schema = commands.add_parser("schema", help="print the JSON Schema of the case file")
    schema.set_defaults(run=_schema)

    rules = commands.add_parser("rules", help="print every rule, for systems that run HL7 CQL or ELM")
    rules.add_argument("--format", choices=("cql", "elm"), required=True, help="CQL text, or ELM as JSON")
    rules.add_argument("-o", "--output", metavar="FILE", help="write to this file (default: standard output)")
    rules.set_defaults(run=_rules)
    registry.add_to(commands, _day)
    return parser


def _assessed(arguments: argparse.Namespace, show: Callable[[Assessment], int]) -> int:
    """Assess the case of the file on the day that is asked for, and show it."""
    # Imported here, so that --help and --version answer at once.
    import concordant.booking.numbers  # noqa: F401 - declares settings, which must be known to be refused
    from concordant.assessment import assess
    from concordant.criteria import RuleConflict
    from concordant.record.document import MOST_BYTES
    from concordant.record.read import read_file, read_text
    from concordant.settings import refuse_unknown

    refuse_unknown()
    if arguments.file == "-":
        case = read_text(sys.stdin.buffer.read(MOST_BYTES + 1), name="standard input")
    else:
        case = read_file(arguments.file)
    # A file in which nothing is dated is read as of today; only the command, at the edge, may look at the clock.
    day = arguments.as_of or case.known_by() or date.today()  # noqa: DTZ011, TID251
    try:
        return show(assess(case, day))
    except RuleConflict as conflict:
        print(f"the rules contradict each other, so nothing is said: {conflict}", file=sys.stderr)
        return RULES_DISAGREE


def _assess(arguments: argparse.Namespace) -> int:
    def show(found: Assessment) -> int:
        from concordant.answer import answer
        from concordant.report import report
        from concordant.safety import Action

        if arguments.json:
            print(json.dumps(answer(found, every=arguments.all), ensure_ascii=False, indent=2))
        else:
            print(report(found, every=arguments.all), end="")
        raised = found.safety.action in (Action.EMERGENCY, Action.SAME_DAY)
        return FLAG_RAISED if arguments.fail_on_flag and raised else 0

    return _assessed(arguments, show)


def _progress(arguments: argparse.Namespace) -> int:
    def show(found: Assessment) -> int:
        from concordant.answer import progress_answer
        from concordant.progress_report import progress_report

        if arguments.json:
            told = {"as_of": found.as_of.isoformat(), **progress_answer(found)}
            print(json.dumps(told, ensure_ascii=False, indent=2))
        else:
            print(progress_report(found), end="")
        return 0

    return _assessed(arguments, show)


def _schema(arguments: argparse.Namespace) -> int:
    from concordant.record.schema import case_file_schema

    print(json.dumps(case_file_schema(), ensure_ascii=False, indent=2))
    return 0


def _rules(arguments: argparse.Namespace) -> int:
    import concordant.booking.numbers
    import concordant.plan  # noqa: F401 - declares settings, which must be known to be refused
    from concordant.cql import rule_book
    from concordant.criteria.cql import text
    from concordant.settings import refuse_unknown

    refuse_unknown()
    document = rule_book().elm
    shown = text(document) if arguments.format == "cql" else json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    if arguments.output is None:
        print(shown, end="")
        return 0
    try:
        Path(arguments.output).write_text(shown, encoding="utf-8")
    except OSError as error:
        print(f"{arguments.output} cannot be written: {error.strerror}", file=sys.stderr)
        return BAD_FILE
    return 0


if __name__ == "__main__":
    sys.exit(main())
