"""The words of the command, and which function answers them."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

MODELS = ("FE", "EE", "DL", "PM", "EB", "SJ", "REML", "ML", "HE", "HS")
TESTS = ("z", "knha", "knha_adhoc")


def add_to(commands: Commands) -> None:
    """Add ``evidence`` with its own commands."""
    evidence = commands.add_parser("evidence", help="pool trials, add one, see what stands behind the advice")
    kinds = evidence.add_subparsers(required=True, metavar="WHAT")

    pool = kinds.add_parser(
        "pool",
        help="pool the rows of a file, or of the library",
        description="FILE_OR_QUERY is a rows file (CSV with yi and vi, or the columns they come from), or a question "
        "of the library, or a query over its trials. Exit status: 0; 2 for a bad file or query, with row and column.",
        epilog="""examples:
  concordant evidence pool trials.csv --test knha_adhoc --predict --forest trials.svg
  concordant evidence pool hands-on-days
  concordant evidence pool 'trial=haas2018; outcome=headache frequency; weeks=12'
a word that is not known answers with the questions and the words that are""",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    pool.add_argument("source", metavar="FILE_OR_QUERY")
    pool.add_argument(
        "--measure", default="", help="what to compute where a file has arms but no yi: MD, SMD, RR, OR, RD …"
    )
    pool.add_argument("--moderator", metavar="COLUMN", help="regression on a column of numbers, groups by one of words")
    pool.add_argument("--leave-one-out", action="store_true", help="without each trial in turn, and its influence")
    pool.add_argument("--egger", action="store_true", help="do small studies show more? From 10 trials on")
    pool.add_argument("--trim-and-fill", action="store_true", help="with a symmetric funnel; from 10 trials on")
    pool.add_argument("--even-so", action="store_true", help="run both with fewer than 10 trials")
    pool.add_argument("--predict", action="store_true", help="where the effect of a further trial is expected")
    pool.add_argument("--forest", type=Path, metavar="FILE", help="draw the forest plot into this SVG file")
    pool.set_defaults(run=_lazily("pool"))

    add = kinds.add_parser(
        "add",
        help="what a further trial would change",
        description="TRIAL is a YAML file: trial_id, first_author, year, doi, population, intervention_class, "
        "control_class, seen_in, and results, each with outcome, scale, time_weeks, better, change_or_final and either "
        "experimental and control (n with mean and sd, or events) or difference (estimate with ci_low and ci_high, se "
        "or p). Nothing is stored: a clinic keeps a trial on its own page, Evidence, Add a trial, where a clinician "
        "signs it.",
    )
    what = add.add_mutually_exclusive_group(required=True)
    what.add_argument("trial", type=Path, nargs="?", metavar="TRIAL")
    what.add_argument("--schema", action="store_true", help="print the JSON Schema of the file")
    add.set_defaults(run=_lazily("add"))

    claims = kinds.add_parser("claims", help="the four figures of the article, and what stands behind each")
    claims.set_defaults(run=_lazily("claims"))

    for one in (pool, add):
        one.add_argument("--model", choices=MODELS, default="REML")
        one.add_argument("--test", choices=TESTS, default="knha_adhoc" if one is add else "z")
    for one in (pool, add, claims):
        one.add_argument("--json", action="store_true")


def _lazily(name: str) -> Callable[[argparse.Namespace], int]:
    """Whoever asks another command does not wait for NumPy and SciPy."""

    def run(arguments: argparse.Namespace) -> int:
        running = importlib.import_module("concordant.evidence.command.running")
        return int(getattr(running, name)(arguments))

    return run
