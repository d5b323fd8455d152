"""Scores of questionnaires that ask somebody to act, from the newest form of each (outcomes 2.2, PHQ-4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from concordant.measures.questionnaires import OF_FACT, ActionFlag, flags
from concordant.record.derive.computing import Reader
from concordant.record.derive.scores import filled_in


@dataclass(frozen=True, slots=True)
class AskedToAct:
    """One flag, and the form that raised it."""

    questionnaire: str
    """As the case file names it."""
    name: str
    on: date
    flag: ActionFlag

    @property
    def words(self) -> str:
        """In a sentence, with where the rule is from."""
        return f"{self.name}, {self.on}: {self.flag.says} {self.flag.do} ({self.flag.source})"


def asked_to_act(reader: Reader) -> tuple[AskedToAct, ...]:
    """In the order of the questionnaires; one flag once, of the newest form that raises it."""
    found: dict[str, AskedToAct] = {}
    for questionnaire in OF_FACT.values():
        every = filled_in(reader, questionnaire)
        if every:
            day, score = next(reversed(every.items()))
            for flag in flags(score):
                one = AskedToAct(questionnaire.id, questionnaire.name, day, flag)
                if flag.key not in found or found[flag.key].on < day:
                    found[flag.key] = one
    return tuple(found.values())
