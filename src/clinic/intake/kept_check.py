"""The answers of a self-check that was kept: in words, as a form would hold them, and as a fragment of a chart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from clinic.chart.told import asked_in_intake
from clinic.forms.controls import Texts, control_for
from clinic.selfcheck.carried import Carried
from clinic.selfcheck.told import Told, told
from concordant.facts import DICTIONARY, UNKNOWN, Scope, Value
from concordant.facts.history.pattern import headache_onset_date, headache_onset_precision
from concordant.facts.kinds import Day
from concordant.record.case import BY_THEMSELVES
from concordant.selfcheck import INJURY, question
from concordant.selfcheck.answers import AGE

INJURY_ID = "injury"


@dataclass(frozen=True)
class KeptCheck:
    """What was answered on a day. Of a day that is known to a year, the year is what was said."""

    answers: Mapping[str, Value]
    rough: Mapping[str, str]
    on: date

    @property
    def in_words(self) -> list[Told]:
        return told(self.answers, self.rough)

    def texts(self, headache: str, injury: str) -> Texts:
        """As the fields of an intake hold them. What holds for its day alone is asked anew, as is a rough day."""
        found: Texts = {}
        for name, raw in self._facts(Scope.PERSON, Scope.HEADACHE, Scope.INJURY):
            of = {Scope.HEADACHE: f"@{headache}", Scope.INJURY: f"@{injury}"}.get(DICTIONARY[name].scope, "")
            if asked_in_intake(DICTIONARY[name]):
                found |= control_for(DICTIONARY[name].kind).texts(f"{name}{of}", raw)
        if isinstance(self.answers.get(INJURY), bool):
            found["hurt"] = ["1" if self.answers[INJURY] else "0"]
        if any(name.endswith(f"@{headache}") for name in found):
            found["kinds"] = ["1"]
        return found

    def fragment(self, headache: str) -> dict[str, Any]:
        """As a clinician takes it over: each value of the day of the self-check, and the person's own word."""
        found: dict[str, Any] = {}
        if isinstance(self.answers.get(AGE), int):
            found["person"] = {"id": "-", "age_years": self.answers[AGE]}
        if facts := self._dated(Scope.PERSON):
            found["facts"] = facts
        if facts := self._dated(Scope.HEADACHE):
            found["headaches"] = [{"id": headache, "facts": facts}]
        if self.answers.get(INJURY) is True:
            found["injuries"] = [{"id": INJURY_ID, "facts": self._dated(Scope.INJURY)}]
        elif self.answers.get(INJURY) is False:
            found["injuries"] = []
        if facts := dict(self._facts(Scope.VISIT)):
            found["visits"] = [{"date": self.on.isoformat(), "by": BY_THEMSELVES, "facts": facts}]
        return found

    def _dated(self, scope: Scope) -> dict[str, Any]:
        day = self.on.isoformat()
        return {
            name: [{"date": day, "value": raw, "by": BY_THEMSELVES}] for name, raw in self._facts(scope)
        }  # fmt: skip

    def _facts(self, *scopes: Scope) -> Iterator[tuple[str, Any]]:
        """Each fact as a case file writes it. A rough day goes on only where a fact says how well it is known."""
        for name, value in self.answers.items():
            if value is UNKNOWN or name in (INJURY, AGE) or DICTIONARY[name].scope not in scopes:
                continue
            if DICTIONARY[name].scope is Scope.INJURY and self.answers.get(INJURY) is not True:
                continue
            is_day = isinstance(DICTIONARY[name].kind, Day)
            if is_day and name in self.rough and name != headache_onset_date.name:
                continue
            yield name, DICTIONARY[name].kind.write(value)
            if name == headache_onset_date.name:
                yield headache_onset_precision.name, self.rough.get(name, "day")


def written(carried: Carried) -> tuple[dict[str, Any], dict[str, str]]:
    """The answers and the rough days, as a row keeps them; "I do not know" is null."""
    said = {
        name: None if value is UNKNOWN else question(name).kind.write(value) for name, value in carried.answers.items()
    }
    return said, dict(carried.rough)


def read(answers: Mapping[str, Any], rough: Mapping[str, str], on: date) -> KeptCheck:
    """What a row kept. An answer to a question that is no longer asked in this way is left out."""
    found: dict[str, Value] = {}
    for name, raw in answers.items():
        try:
            found[name] = UNKNOWN if raw is None else question(name).kind.read(raw)
        except (KeyError, ValueError):
            continue
    return KeptCheck(found, rough, on)
