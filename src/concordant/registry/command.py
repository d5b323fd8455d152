"""``concordant registry``: build a table of people, get verdicts, print the schema."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concordant.record.case import Case

_CASE_FILES = (".yaml", ".yml", ".json")
_NAMED = 8
"""So many missing columns are named; a table of a study may lack hundreds."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], day: type[date] | object) -> None:
    """Add the command to the others."""
    registry = commands.add_parser("registry", help="the same criteria over a table of people")
    parts = registry.add_subparsers(required=True, metavar="COMMAND")

    build = parts.add_parser("build", help="make a table from case files, one row a headache")
    build.add_argument("cases", nargs="+", type=Path, metavar="CASE", help="case files, or folders of case files")
    build.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="Parquet file to write")
    build.add_argument("--as-of", type=day, metavar="DATE", help="as known on this day (default: once all was known)")  # type: ignore[arg-type]
    build.set_defaults(run=_build)

    verdicts = parts.add_parser("verdicts", help="the verdict of every rule for every row")
    verdicts.add_argument("table", type=Path, metavar="FILE", help="Parquet file of people")
    verdicts.add_argument("-o", "--output", required=True, type=Path, metavar="FILE", help="Parquet file to write")
    verdicts.add_argument("--rule", action="append", metavar="KEY", help="only this rule (may be given again)")
    verdicts.set_defaults(run=_verdicts)

    schema = parts.add_parser("schema", help="print every column as JSON: type, fact, unit, words")
    schema.add_argument("-o", "--output", type=Path, metavar="FILE", help="write it to a file instead")
    for what in ("others", "injuries", "visits"):
        schema.add_argument(f"--{what}", type=int, default=1, metavar="N", help=f"room for so many {what}")
    schema.set_defaults(run=_schema)


def _build(arguments: argparse.Namespace) -> int:
    # Here and below: Polars and the rules are loaded by the command that needs them.
    from concordant.registry.building import write_table
    from concordant.registry.problems import TableError
    from concordant.registry.progress import Progress

    files = list(_files(arguments.cases))
    progress = Progress(len(files))
    try:
        write_table(_read(files, arguments.as_of), arguments.output, progress.add)
    except (TableError, OSError) as error:
        return _refused(error)
    progress.finish()
    return 0


def _files(given: list[Path]) -> Iterator[Path]:
    for path in given:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.suffix in _CASE_FILES)
        else:
            yield path


def _read(files: list[Path], as_of: date | None) -> Iterator[tuple[Case, date]]:
    from concordant.record.read import read_file
    from concordant.registry.problems import TableError

    for path in files:
        case = read_file(str(path))
        day = as_of or case.known_by()
        if day is None:
            raise TableError(f"{path}: nothing in it is dated; say as of which day with --as-of")
        yield case, day


def _verdicts(arguments: argparse.Namespace) -> int:
    import concordant.plan  # noqa: F401 - declares settings, which must be known to be refused
    from concordant.criteria import RuleConflict
    from concordant.registry.problems import TableError
    from concordant.registry.progress import Progress
    from concordant.registry.streamed import opened, write_verdicts
    from concordant.registry.verdicts import Verdicts
    from concordant.settings import refuse_unknown

    refuse_unknown()
    try:
        _, schema, height = opened(arguments.table)
        _say_what_is_missing(Verdicts(schema, arguments.rule).missing)
        progress = Progress(height)
        write_verdicts(arguments.table, arguments.output, arguments.rule, progress.add)
    except KeyError as error:
        return _refused(f"no rule is named {error.args[0]!r}")
    except (TableError, RuleConflict, OSError) as error:
        return _refused(error)
    progress.finish()
    return 0


def _say_what_is_missing(missing: tuple[str, ...]) -> None:
    if missing:
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        print(f"not in the table, so unknown: {', '.join(missing[:_NAMED])}{more}", file=sys.stderr)


def _schema(arguments: argparse.Namespace) -> int:
    from concordant.criteria.columns import Places
    from concordant.registry.schema import columns, described
    from concordant.registry.writing import replacing

    room = Places(arguments.others, arguments.injuries, arguments.visits)
    text = json.dumps([described(column) for column in columns(room)], ensure_ascii=False, indent=1)
    if arguments.output is None:
        print(text)
        return 0
    with replacing(arguments.output) as beside:
        beside.write_text(f"{text}\n", encoding="utf-8")
    return 0


def _refused(error: object) -> int:
    print(error, file=sys.stderr)
    return 2
