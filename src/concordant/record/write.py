"""A case back into the plain values of a case file, and into YAML; reading it again gives the same case."""

from __future__ import annotations

from typing import Any

import yaml

from concordant.facts import DICTIONARY, UNKNOWN, Dictionary, Value
from concordant.record import case as c
from concordant.record.care_writer import assessment, day_text, given, home_row, moment_text, plan, treatment
from concordant.record.case import Case, Facts, Stated
from concordant.record.scored import comes_of_items


def write_plain(case: Case, dictionary: Dictionary = DICTIONARY) -> dict[str, Any]:
    """The case as YAML and JSON carry it, keys in the order of the contract, empty sections left out."""
    write = Writer(dictionary)
    sections = {
        "concordant": 1,
        "person": given({"id": case.person.id, "born": day_text(case.person.born), "age_years": case.person.age_years})
        | given({"sex": case.person.sex}),
        "episode": write.episode(case.episode),
        "facts": write.facts(case.facts),
        "injuries": [given({"id": one.id, "facts": write.facts(one.facts)}) for one in case.injuries],
        "headaches": [
            given({"id": one.id, "name": one.name, "facts": write.facts(one.facts)}) for one in case.headaches
        ],
        "visits": [write.visit(one) for one in case.visits],
        "outcomes": [write.outcome(one) for one in case.outcomes],
        "diary": [write.row(one) for one in case.diary],
        "treatments": [treatment(one) for one in case.treatments],
        "assessments": [assessment(one) for one in case.assessments],
        "plans": [plan(one) for one in case.plans],
        "home": [home_row(one) for one in case.home],
    }
    if case.no_injury:
        return given({**sections, "injuries": None}) | {"injuries": []}
    return given(sections)


def write_yaml(case: Case, dictionary: Dictionary = DICTIONARY) -> str:
    """The case as a YAML file. Words that YAML 1.1 would turn into something else are quoted."""
    text: str = yaml.safe_dump(
        write_plain(case, dictionary), sort_keys=False, allow_unicode=True, width=120, default_flow_style=None
    )
    return text


class Writer:
    """Values and rows of a case as plain values."""

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary

    def value(self, name: str, value: Value) -> Any:
        if value is UNKNOWN:
            return "unknown"
        return self.dictionary[name].kind.write(value)

    def facts(self, facts: Facts) -> dict[str, Any]:
        return {name: self.stated(name, said) for name, said in facts.items()}

    def stated(self, name: str, said: tuple[Stated, ...]) -> Any:
        if len(said) == 1 and said[0].on is None:
            return self.value(name, said[0].value)
        return [
            {"date": day_text(one.on), "value": self.value(name, one.value)}
            | given({"by": one.by, "recorded": moment_text(one.recorded)})
            for one in said
        ]

    def episode(self, episode: c.Episode) -> dict[str, Any]:
        payer = episode.payer
        paid = (
            {"kind": payer.kind, "accident_date": day_text(payer.accident_date), "claim": payer.claim} if payer else {}
        )
        return given({"started": day_text(episode.started), "goal": episode.goal, "payer": given(paid)})

    def visit(self, visit: c.Visit) -> dict[str, Any]:
        short = [one for one in visit.findings if _is_short(one)]
        names = [one.fact for one in short]
        short = [one for one in short if names.count(one.fact) == 1]
        return given(
            {
                "date": day_text(visit.date),
                "by": visit.by,
                "status": visit.status,
                "recorded": moment_text(visit.recorded),
                "facts": {one.fact: self.value(one.fact, one.value) for one in short},
                "findings": [self.finding(one) for one in visit.findings if one not in short],
            }
        )

    def finding(self, one: c.Finding) -> dict[str, Any]:
        kind = self.dictionary[one.fact].kind
        how = {
            "side": one.side,
            "segment": one.segment,
            "headache": one.headache,
            "trials": [kind.write(trial) for trial in one.trials],
            "instrument": one.instrument,
            "position": one.position,
            "rater": one.rater,
            "headache_phase": one.headache_phase,
        }
        return {"fact": one.fact, "value": self.value(one.fact, one.value)} | given(how)

    def outcome(self, one: c.Outcome) -> dict[str, Any]:
        told: dict[str, Any] = {"date": day_text(one.date), "measure": one.fact.removesuffix("_score")}
        # What answers come to is worked out again from them, by the rules that then hold.
        if not one.items or not (comes_of_items(one.fact) or one.value is UNKNOWN):
            told["value"] = self.value(one.fact, one.value)
        return told | given(
            {"items": list(one.items), "version": one.version, "by": one.by, "recorded": moment_text(one.recorded)}
        )

    def row(self, row: c.DiaryRow) -> dict[str, Any]:
        heading = given({"date": day_text(row.date), "headache": row.headache, "recorded": moment_text(row.recorded)})
        facts = {name: self.value(name, value) for name, value in row.facts.items()}
        return heading | facts | given({"note": row.note})


def _is_short(one: c.Finding) -> bool:
    how = (one.side, one.segment, one.headache, one.instrument, one.position, one.rater, one.headache_phase)
    return not any(how) and not one.trials
