"""The lines of a note: one for each treatment, as the form asks it and as the case file keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.forms.controls import Control, Data, OneOf, Text, Texts, first
from clinic.notes.discipline import is_shown_and_done
from concordant.facts.kinds import Choice, Words
from concordant.plan.interventions import BY_ID, Intervention

MOST_OF_ONE = 4
"""So many lines of one treatment at most: of several structures, each its own."""
LONGEST_LINE, LONGEST_WORDS = 200, 2000

HOW: Mapping[str, str | Promise] = MappingProxyType(
    {
        "taught": gettext_lazy("taught"),
        "checked": gettext_lazy("checked"),
        "done here": gettext_lazy("done here"),
    }
)
"""What was made of an exercise. Kept as the first word of the line, as it stands in the file."""
_AGAINST = re.compile(r"(?:\A|\n)Given although (?P<findings>.*)\.\nReason: (?P<reason>.*)\Z", re.DOTALL)
"""The last two lines of a row by which somebody answers for what was blocked."""
_HOW_SAID = re.compile(r"\A(Taught|Checked|Done here)\.(?: |\n|\Z)")
_ANY = re.compile(r"[0-9]|\b(I{1,3}|IV|V)\b")
"""An amount or a grade."""


def _choice(options: Mapping[str, str | Promise]) -> Control:
    return OneOf(Choice({key: str(said) for key, said in options.items()}))


@dataclass(frozen=True)
class Line:
    """One treatment in the form."""

    id: str
    """Of the treatment; ``…~2`` for a second line of it."""
    is_of_plan: bool = False

    @property
    def intervention(self) -> Intervention:
        return BY_ID[self.id.partition("~")[0]]

    @property
    def is_exercise(self) -> bool:
        return is_shown_and_done(self.intervention)

    @property
    def needs_where(self) -> bool:
        return self.intervention.hands_on

    @property
    def needs_dose(self) -> bool:
        """What touches or loads the person, and what the person does."""
        return self.intervention.technique is not None or self.is_exercise

    def name(self, part: str) -> str:
        return f"{self.id}.{part}"

    @property
    def controls(self) -> dict[str, tuple[str, Control]]:
        """Label and control of each part, in the order of the form."""
        given = HOW if self.is_exercise else {"yes": _("yes")}
        found: dict[str, tuple[str, Control]] = {
            "given": (_("Given today?"), _choice({**given, "no": _("no")})),
        }
        if self.needs_where:
            sides = {"left": _("left"), "right": _("right"), "both": _("both")}
            found |= {
                "structure": (_("Where: muscle, joint or segment"), _line()),
                "side": (_("Side"), _choice(sides)),
            }
        if self.needs_dose:
            found["dose"] = (_("How much"), _line())
        if self.needs_where:
            found["reproduced"] = (
                _("Reproduced their headache?"),
                _choice({"yes": _("yes"), "no": _("no"), "not tested": _("not tested")}),
            )
        if self.needs_dose:
            words = {"better": _("better"), "same": _("same"), "worse": _("worse")}
            found["response"] = (_("Response"), _choice(words))
        found["words"] = (_("In words"), Text(Words(longest=LONGEST_WORDS)))
        found["reason"] = (_("Why it was given although it is blocked"), _line())
        return found

    def said(self, data: Data, part: str) -> str:
        return first(data, self.name(part)).strip().replace("\r\n", "\n")

    def is_given(self, data: Data) -> bool:
        return self.said(data, "given") not in ("", "no")

    def rows(self, data: Data, blocked: tuple[str, ...]) -> Iterator[dict[str, Any]]:
        """As the case file keeps it: both sides are two rows."""
        row: dict[str, Any] = {"intervention": self.intervention.id}
        for part in ("structure", "dose", "response"):
            if said := self.said(data, part):
                row[part] = said
        if (reproduced := self.said(data, "reproduced")) in ("yes", "no"):
            row["reproduced"] = reproduced == "yes"
        if words := self._words(data, blocked):
            row["words"] = words
        side = self.said(data, "side")
        for one in ("left", "right") if side == "both" else (side,):
            yield {**row, "side": one} if one else row

    def _words(self, data: Data, blocked: tuple[str, ...]) -> str:
        parts = []
        if self.is_exercise and (how := self.said(data, "given")):
            parts.append(f"{how.capitalize()}.")
        if words := self.said(data, "words"):
            parts.append(words)
        if (reason := self.said(data, "reason")) and blocked:
            parts.append(f"Given although {'; '.join(blocked)}.\nReason: {reason}")
        return "\n".join(parts)

    def texts(self, row: Mapping[str, Any]) -> Texts:
        """What the inputs hold to say a row of the case file; the inverse of ``rows``, for an amendment."""
        words, reason = str(row.get("words", "")), ""
        if against := _AGAINST.search(words):
            words, reason = words[: against.start()], against["reason"]
        how = _HOW_SAID.match(words)
        given = "yes"
        if self.is_exercise:
            given = how[1].lower() if how else "done here"
            words = words[how.end() :] if how else words
        found = {part: str(row[part]) for part in ("structure", "side", "dose", "response") if part in row}
        if self.needs_where:
            found["reproduced"] = {True: "yes", False: "no"}.get(row.get("reproduced"), "not tested")  # type: ignore[arg-type]
        found |= {"given": given, "words": words.strip(), "reason": reason.strip()}
        return {self.name(part): [text] for part, text in found.items() if text}

    def missing(self, data: Data) -> Iterator[tuple[str, str]]:
        """Part and sentence of what a given treatment still has to say."""
        if self.needs_where and not self.said(data, "structure"):
            yield "structure", _("Say where: a treatment without its site cannot be gone on from.")
        if self.needs_dose:
            dose = self.said(data, "dose")
            if not dose:
                yield "dose", _("Say how much: minutes, sets × repetitions, hold, or grade.")
            elif not _ANY.search(dose):
                yield "dose", _("Say how much in numbers: minutes, sets × repetitions, hold, or grade.")
            elif self.needs_where and re.search(r"\d\s*(to|–|-)\s*\d", dose):
                yield "dose", _("Say how much was given: a plan has a range, a visit has one amount.")
        if self.needs_where:
            for part in ("reproduced", "response"):
                if not self.said(data, part):
                    yield part, _("Say this: the next therapist goes on from it.")


def _line() -> Control:
    return Text(Words(longest=LONGEST_LINE))


def line_of(identity: str, *, is_of_plan: bool = False) -> Line | None:
    """None for what no form of ours sends."""
    intervention, mark, number = identity.partition("~")
    numbers = [str(one) for one in range(2, MOST_OF_ONE + 1)]
    known = intervention in BY_ID and (number in numbers if mark else True)
    return Line(identity, is_of_plan) if known else None


def next_id(intervention: str, taken: list[str]) -> str | None:
    """For one more line of a treatment; None where there are enough."""
    ids = [intervention, *(f"{intervention}~{number}" for number in range(2, MOST_OF_ONE + 1))]
    return next((one for one in ids if one not in taken), None)
