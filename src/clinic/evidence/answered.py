"""What the pool page answers: to a set of the library that its address asks for, or to rows that were sent."""

from dataclasses import dataclass, field

import numpy as np
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _
from numpy.linalg import LinAlgError

from clinic.evidence.asked import USUAL_MODEL, USUAL_TEST, Asked, checked
from clinic.evidence.believed import prior_of
from clinic.evidence.chosen import Candidate, candidates, pooled_set
from clinic.evidence.results import Result, result_of
from clinic.evidence.said import refusal
from clinic.evidence.uploaded import text_of, trials_of
from concordant.evidence import Refused
from concordant.evidence.rows import MEASURES

Problems = dict[str, str]
"""By field of the form: why it was refused."""
CHOICES = ("model", "test", "unit", "measure", "sd", "worthwhile")
"""Fields beside the rows themselves, by the column that a refusal names."""


@dataclass
class FromLibrary:
    """What fits the question, what of it is ticked, and what came out."""

    asked: Asked
    candidates: tuple[Candidate, ...] = ()
    ticked: frozenset[str] = frozenset()
    apart: str = ""
    """Why all that fits cannot stand in one pool: then a person chooses."""
    result: Result | None = None
    problems: Problems = field(default_factory=dict)


@dataclass
class FromRows:
    """Rows that were sent, as they came, and what came out."""

    text: str = ""
    measure: str = ""
    model: str = USUAL_MODEL
    test: str = USUAL_TEST
    sd: str = ""
    worthwhile: str = ""
    result: Result | None = None
    problems: Problems = field(default_factory=dict)


def from_library(asked: Asked) -> FromLibrary:
    answer = FromLibrary(asked)
    try:
        answer.candidates = candidates(asked)
    except Refused as error:
        answer.problems["weeks"] = refusal(error)
    if answer.problems or not (answer.candidates or asked.rows):
        return answer
    try:
        model, test = checked(asked.model, asked.test)
        prior = prior_of(asked.sd, asked.worthwhile)
        whole, taken = pooled_set(asked, answer.candidates)
        answer.ticked = frozenset(each.key for each in taken)
        answer.result = result_of(whole, model, test, prior=prior)
    except Refused as error:
        answer.ticked = frozenset(asked.rows)
        if error.column in CHOICES:
            answer.problems[error.column] = refusal(error)
        elif asked.rows:
            answer.problems["row"] = refusal(error)
        else:
            answer.apart = refusal(error)
    return answer


def from_rows(sent: QueryDict, upload: UploadedFile | None) -> FromRows:
    def one(name: str, usual: str = "") -> str:
        return sent.get(name, usual).replace("\x00", "").strip()[:40]

    answer = FromRows(
        sent.get("text", "").replace("\x00", ""), one("measure"), one("model", USUAL_MODEL), one("test", USUAL_TEST),
        one("sd"), one("worthwhile"),
    )  # fmt: skip
    try:
        answer.text = text_of(upload, answer.text)
        model, test = checked(answer.model, answer.test)
        prior = prior_of(answer.sd, answer.worthwhile)
        if answer.measure and answer.measure not in MEASURES:
            raise Refused(
                _("there is no such measure"), column="measure", value=answer.measure, allowed=", ".join(MEASURES)
            )
        rows = trials_of(answer.text, answer.measure)
        # Of invented rows a number may be more than can be held (H² of trials that agree to the last digit), or none:
        # it is told as not defined.
        with np.errstate(over="ignore", invalid="ignore"):
            answer.result = result_of(rows, model, test, prior=prior)
    except (ArithmeticError, LinAlgError):
        # Of numbers that were invented; what trials find has never come so far.
        answer.problems["text"] = _("These effects or variances lie too far apart to be computed with.")
    except Refused as error:
        asked = error.row is None and error.column in CHOICES
        answer.problems[error.column if asked else "text"] = refusal(error)
    return answer
