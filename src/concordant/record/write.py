"""A case back into the plain values of a case file, and into YAML; reading it again gives the same case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import yaml

from concordant.facts import DICTIONARY, UNKNOWN, Dictionary, Value
from concordant.record import case as c
from concordant.record.case import Case, Facts, Stated
from concordant.record.scored import comes_of_items


def write_plain(case: Case, dictionary: Dictionary = DICTIONARY) -> dict[str, Any]:
    """The case as YAML and JSON carry it, keys in the order of the contract, empty sections left out."""
    write = Writer(dictionary)
    sections = {
        "concordant": 1,
        "person": _given({"id": case.person.id, "born": _day(case.person.born), "age_years": case.person.age_years})
        | _given({"sex": case.person.sex}),
        "episode": write.episode(case.episode),
        "facts": write.facts(case.facts),
        "injuries": [_given({"id": one.id, "facts": write.facts(one.facts)}) for one in case.injuries],
        "headaches": [
            _given({"id": one.id, "name": one.name, "facts": write.facts(one.facts)}) for one in case.headaches
        ],
        "visits": [write.visit(one) for one in case.visits],
        "outcomes": [write.outcome(one) for one in case.outcomes],
        "diary": [write.row(one) for one in case.diary],
        "treatments": [write.treatment(one) for one in case.treatments],
    }
    if case.no_injury:
        return _given({**sections, "injuries": None}) | {"injuries": []}
    return _given(sections)


def write_yaml(case: Case, dictionary: Dictionary = DICTIONARY) -> str:
    """The case as a YAML file. Words that YAML 1.1 would turn into something else are quoted."""
    text: str = yaml.safe_dump(
        write_plain(case, dictionary), sort_keys=False, allow_unicode=True, width=120, default_flow_style=None
    )
    return text


def _given(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in table.items() if value not in (None, "", [], {}, ())}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


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
            {"date": _day(one.on), "value": self.value(name, one.value)}
            | _given({"by": one.by, "recorded": _moment(one.recorded)})
            for one in said
        ]

    def episode(self, episode: c.Episode) -> dict[str, Any]:
        payer = episode.payer
        paid = {"kind": payer.kind, "accident_date": _day(payer.accident_date), "claim": payer.claim} if payer else {}
        return _given({"started": _day(episode.started), "goal": episode.goal, "payer": _given(paid)})

    def visit(self, visit: c.Visit) -> dict[str, Any]:
        short = [one for one in visit.findings if _is_short(one)]
        names = [one.fact for one in short]
        short = [one for one in short if names.count(one.fact) == 1]
        return _given(
            {
                "date": _day(visit.date),
                "by": visit.by,
                "status": visit.status,
                "recorded": _moment(visit.recorded),
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
        return {"fact": one.fact, "value": self.value(one.fact, one.value)} | _given(how)

    def outcome(self, one: c.Outcome) -> dict[str, Any]:
        told: dict[str, Any] = {"date": _day(one.date), "measure": one.fact.removesuffix("_score")}
        # What answers come to is worked out again from them, by the rules that then hold.
        if not one.items or not (comes_of_items(one.fact) or one.value is UNKNOWN):
            told["value"] = self.value(one.fact, one.value)
        return told | _given(
            {"items": list(one.items), "version": one.version, "by": one.by, "recorded": _moment(one.recorded)}
        )

    def row(self, row: c.DiaryRow) -> dict[str, Any]:
        heading = _given({"date": _day(row.date), "headache": row.headache, "recorded": _moment(row.recorded)})
        return heading | {name: self.value(name, value) for name, value in row.facts.items()}

    def treatment(self, one: c.Treatment) -> dict[str, Any]:
        return _given(
            {
                "date": _day(one.date),
                "discipline": one.discipline,
                "interventions": list(one.interventions),
                "status": one.status,
                "minutes": one.minutes,
                "recorded": _moment(one.recorded),
            }
        )


def _is_short(one: c.Finding) -> bool:
    how = (one.side, one.segment, one.headache, one.instrument, one.position, one.rater, one.headache_phase)
    return not any(how) and not one.trials
