"""``concordant letter``: one letter from a case file, as PDF; or the list of the kinds there are."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from concordant.assessment import Assessment
    from concordant.letters.request import Request

BAD_FILE = 2
LIST = "list"


def add_to(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    day: Callable[[str], date],
    assessed: Callable[[argparse.Namespace, Callable[[Assessment], int]], int],
) -> None:
    """Add the command to the others. ``assessed`` assesses the case of the file on the day that is asked for."""
    letter = commands.add_parser(
        "letter",
        help="write a letter as PDF: to the family doctor, a specialist, an insurer, or the person",
        description="Exit status: 0; 2 for a bad file, or with everything that the letter lacks. "
        "concordant letter --kind list names the kinds, to whom each goes, and what it needs.",
        epilog="""example:
  concordant letter case.yaml --kind progress --with details.yaml -o letter.pdf
who writes to whom about whom stands in DETAILS, as a case file has no names; see examples/letters/details.yaml""",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    letter.add_argument("file", metavar="FILE", nargs="?", help="case file, YAML or JSON; - reads standard input")
    letter.add_argument("--kind", required=True, help="which letter; list shows all")
    letter.add_argument("--with", dest="details", type=Path, metavar="DETAILS", help="YAML file of the people")
    letter.add_argument("-o", "--output", type=Path, metavar="OUT", help="PDF file to write")
    letter.add_argument("--as-of", type=day, metavar="DATE", help="as known on this day (default: once all was known)")
    letter.set_defaults(run=lambda arguments: run(arguments, assessed))


def run(
    arguments: argparse.Namespace, assessed: Callable[[argparse.Namespace, Callable[[Assessment], int]], int]
) -> int:
    """Write one letter, or list the kinds. Nothing is written where anything is missing."""
    # Imported here: no other command waits for the typesetter.
    from concordant.letters.kinds import KINDS

    if arguments.kind == LIST:
        print(listing(), end="")
        return 0
    if arguments.kind not in KINDS:
        return _refused(f"{arguments.kind!r} is no kind of letter; allowed: {', '.join((LIST, *KINDS))}")
    if arguments.file is None:
        return _refused("the case file is missing")
    if arguments.output is None:
        return _refused("say where to write the letter: -o OUT.pdf")
    return assessed(arguments, lambda found: _written(arguments, found))


def listing() -> str:
    """Every kind: id, name, to whom, which consent, what it needs."""
    from concordant.letters.kinds import KINDS

    told = []
    for one in KINDS.values():
        consent = f"consent_given: {one.consent.value}" if one.consent else "none asked"
        needs = "\n".join(f"    - {need}" for need in one.needs)
        rests = f"  consent: {consent}\n  rests on: {one.basis.value}"
        told.append(f"{one.id}\n  {one.name}, to: {one.to.value}\n{rests}\n{needs}\n")
    return "\n".join(told)


def _written(arguments: argparse.Namespace, found: Assessment) -> int:
    from concordant.letters.details import DetailsError
    from concordant.letters.kinds import KINDS
    from concordant.letters.refused import LetterRefused
    from concordant.letters.typesetting import pdf

    try:
        letter = KINDS[arguments.kind].letter(found, _request(arguments.details))
        _replace(arguments.output, pdf(letter))
    except DetailsError as error:
        return _refused(str(error))
    except LetterRefused as error:
        return _refused("\n".join(("the letter is not written:", *(f"  - {one}" for one in error.missing))))
    except OSError as error:
        # The name of the file that was asked for, and not that of the one beside it.
        unread = error.filename == str(arguments.details)
        return _refused(f"{arguments.details if unread else arguments.output}: {error.strerror}")
    return 0


def _request(details: Path | None) -> Request:
    from concordant.letters.details import MOST_BYTES, read_details
    from concordant.letters.people import Clinic, Patient
    from concordant.letters.request import Request

    if details is None:
        return Request(Clinic(""), Patient(""))
    with details.open("rb") as file:
        return read_details(file.read(MOST_BYTES + 1), str(details))


def _replace(path: Path, data: bytes) -> None:
    """The new file takes the place of the old one at once, so that nobody finds half a letter.

    A link stays a link to the new file, and a device or a pipe is written to: neither is replaced.
    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file() and not path.is_dir():
        path.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".letter-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _refused(says: str) -> int:
    print(says, file=sys.stderr)
    return BAD_FILE
