"""A case file that wants to come in: read, looked at, and only then signed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.exchange.pieces import WORDS, Piece, pieces_of
from clinic.forms.known import a_draft, chart_with
from clinic.person.case import case_of
from concordant.record.case import Case
from concordant.record.problems import CaseFileError, Problem
from concordant.record.read import read_text

MOST_BYTES = 1_500_000
"""Four times a diary of three years. A form as a whole may have 2.5 MB."""
PASTED = "pasted.yaml"


@dataclass
class Incoming:
    """The text, what it says, and what is wrong with it."""

    text: str = ""
    name: str = PASTED
    problems: list[Problem] = field(default_factory=list)
    warnings: list[str | Promise] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    case: Case | None = None

    @property
    def counts(self) -> list[tuple[str | Promise, int, date, date]]:
        """Of each kind of piece: how many, first day, last day."""
        found: dict[str, list[date]] = {}
        for piece in self.pieces:
            found.setdefault(piece.section, []).append(piece.fragment.on)
        return [(WORDS[section], len(days), min(days), max(days)) for section, days in found.items()]


def received(upload: UploadedFile | None, pasted: str, name: str) -> Incoming:
    """What was sent. Nothing is read of a file that is too large."""
    if upload is not None:
        name = (upload.name or "")[:200] or PASTED
        if (upload.size or 0) > MOST_BYTES:
            return Incoming(name=name, problems=[_too_large(upload.size or 0)])
        data: bytes | str = upload.read()
    else:
        data, name = pasted, name or PASTED
        if len(pasted.encode("utf-8", "surrogatepass")) > MOST_BYTES:
            return Incoming(name=name, problems=[_too_large(len(pasted))])
    try:
        case = read_text(data, name=name)
    except CaseFileError as error:
        text = data if isinstance(data, str) else data.decode("utf-8", "replace")
        return Incoming(text.replace("\x00", ""), name, list(error.problems))
    return Incoming(data if isinstance(data, str) else data.decode("utf-8-sig"), name, case=case)


def _too_large(size: int) -> Problem:
    return Problem("", _("the file has %(size)s bytes; at most %(most)s are read") % {"size": size, "most": MOST_BYTES})


def look_ahead(incoming: Incoming, chart: Chart, by: Actor, today: date) -> None:
    """Take the file apart and see whether the chart can be read with it."""
    if incoming.case is None:
        return
    incoming.pieces = pieces_of(incoming.case, today)
    incoming.problems += list(_later(incoming.pieces, today))
    if not incoming.pieces:
        incoming.problems.append(Problem("", _("the file says nothing about anybody")))
    if incoming.problems:
        return
    drafts = [a_draft(by, on=one.fragment.on, content=one.fragment.content) for one in incoming.pieces]
    try:
        before = case_of(chart)
        case_of(chart_with(chart, *drafts))
    except CaseFileError as error:
        incoming.problems += error.problems
        return
    incoming.warnings += _warnings(before, incoming.case)


def _later(pieces: Iterable[Piece], today: date) -> Iterable[Problem]:
    for piece in pieces:
        if piece.fragment.on > today:
            told = _("%s is still to come: nobody can sign what will be true only later") % piece.fragment.on
            yield Problem(piece.section, told)


def _warnings(before: Case, case: Case) -> Iterable[str | Promise]:
    known = {one.id: one.name for one in before.headaches}
    for one in case.headaches:
        if one.id in known:
            yield _("The chart has a headache %s already. What the file says of it is added to that one.") % one.id
    if any(visit.date in {one.date for one in before.visits} for visit in case.visits):
        yield _("The chart has visits on some of these days already.")
    if {row.date for row in before.diary} & {row.date for row in case.diary}:
        yield _("The chart has diary days on some of these days already. The file’s rows stand in their place.")
