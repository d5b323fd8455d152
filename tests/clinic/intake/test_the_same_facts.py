"""Whatever is answered arrives as the same facts, and published patients come out as from their case files."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.chart.actions import Chart
from clinic.chart.told import TOLD_OF_THE_PAYER, asked_in_intake
from clinic.intake.parts import SKIPPABLE, parts_of
from clinic.person.case import case_of
from concordant.assessment import Assessment, assess
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Binding
from concordant.facts import DICTIONARY, Scope
from concordant.facts.kinds import Choices, Day
from concordant.facts.safety.trauma import limb_paraesthesia
from concordant.record.case import Case
from concordant.record.read import read_file, read_plain
from concordant.record.record import Record
from concordant.record.write import write_plain
from tests.clinic import build
from tests.clinic.forms.sending import signed_in
from tests.clinic.intake.telling import Telling, send
from tests.clinic.person import story
from tests.facts.values_of import raw_values

EXAMPLES = Path(__file__).parents[3] / "examples"
# One of an injury, two with danger signs at two levels, and one with two kinds of headache.
FILES = (
    "alpass_2004_whiplash",
    "kim_2009_meningioma_occipital",
    "mourad_2021_craniopharyngioma",
    "wende_2021_hemicrania_continua",
)
ASKED = [DICTIONARY[name] for name in DICTIONARY if asked_in_intake(DICTIONARY[name])]
BY_SCOPE = {scope: [fact for fact in ASKED if fact.scope is scope] for scope in Scope}
# What no rule asks for any more; and what is asked on the page of the first injury alone.
MAY_BE_LEFT_OUT = {fact.name for part in parts_of(["A"], []) if part.key in SKIPPABLE for fact in part.facts}
MAY_BE_LEFT_OUT |= {limb_paraesthesia.name}


def some(draw: Any, scope: Scope) -> dict[str, Any]:
    facts = draw(st.lists(st.sampled_from(BY_SCOPE[scope]), unique=True, max_size=12))
    said: dict[str, Any] = {}
    for fact in facts:
        if fact in TOLD_OF_THE_PAYER:
            continue
        if isinstance(fact.kind, Day):
            said[fact.name] = draw(st.dates(date(1950, 1, 1), story.TODAY)).isoformat()
        else:
            value = draw(raw_values(fact.kind).filter(lambda one: one not in ({}, [{}])))
            said[fact.name] = sorted(value) if isinstance(fact.kind, Choices) else value
    return said


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_is_answered_reads_back_as_the_same_facts(clinic: Clinic, data: st.DataObject) -> None:
    told = Telling(
        person={**some(data.draw, Scope.PERSON), **some(data.draw, Scope.VISIT), **some(data.draw, Scope.EPISODE)},
        headaches={name: some(data.draw, Scope.HEADACHE) for name in ("one", "two")[: data.draw(st.integers(0, 2))]},
        injuries={name: some(data.draw, Scope.INJURY) for name in ("crash", "fall")[: data.draw(st.integers(0, 2))]},
    )
    actor, person = build.a_patient(clinic)
    client = signed_in(Client(), actor)
    told.tell(client, person)
    send(client)
    record = Record(case_of(Chart(person)), story.TODAY, withholding=False)
    ids = {headache.name: headache.id for headache in record.headaches.values()}
    whose = [(told.person, Binding(), "")]
    whose += [(facts, Binding(headache=ids.get(name)), ids.get(name, "")) for name, facts in told.headaches.items()]
    whose += [(facts, Binding(injury=name), name) for name, facts in told.injuries.items()]
    left_out = {each.partition("@")[0].partition(".")[0] for each in told.left_out}
    assert left_out <= MAY_BE_LEFT_OUT
    for facts, where, of in whose:
        for name, raw in facts.items():
            if name in left_out or (name == limb_paraesthesia.name and not told.injuries):
                continue
            fact = DICTIONARY[name]
            found = record.read(Term(fact), where).value if fact.scope is not Scope.VISIT else _of_today(record, name)
            assert found == fact.kind.read(raw), (name, of)


def _of_today(record: Record, name: str) -> Any:
    return next(one.value for visit in record.visits.values() for one in visit.findings if one.fact == name)


def by_the_person(case: Case) -> dict[str, Any]:
    """What of a case file the person alone can tell, on the day of its first visit."""
    plain = write_plain(case)

    def kept(facts: dict[str, Any]) -> dict[str, Any]:
        asked = {
            name: value for name, value in facts.items() if name in DICTIONARY and asked_in_intake(DICTIONARY[name])
        }
        return {name: _at_first(value) for name, value in asked.items()}

    return {
        "concordant": 1,
        "person": {key: value for key, value in plain["person"].items() if key in ("id", "born", "sex")},
        "facts": kept(plain.get("facts", {})),
        **({"injuries": [{**one, "facts": kept(one.get("facts", {}))} for one in plain["injuries"]]}
           if "injuries" in plain else {}),
        "headaches": [{**one, "facts": kept(one.get("facts", {}))} for one in plain.get("headaches", [])],
        "visits": [{"date": plain["visits"][0]["date"], "by": "patient",
                    "facts": kept(plain["visits"][0].get("facts", {}))}],
    }  # fmt: skip


def _at_first(value: Any) -> Any:
    """Of what was said on several days, the first."""
    return value[0]["value"] if isinstance(value, list) and value and isinstance(value[0], dict) else value


def says(found: Assessment) -> dict[str, Any]:
    """Every verdict and every flag, by the name of the headache."""
    names = {one: headache.name or one for one, headache in found.record.headaches.items()}
    flags = sorted((one.flag.id, one.action.value if one.action else "") for one in found.safety.open)
    verdicts = {
        (names[one.headache], one.diagnosis.code): (one.status, tuple(one.criteria.items())) for one in found.diagnoses
    }
    return {"flags": flags, "verdicts": verdicts}


@pytest.mark.parametrize("name", FILES)
def test_a_published_patient_who_fills_in_the_intake(clinic: Clinic, name: str) -> None:
    plain = by_the_person(read_file(EXAMPLES / f"{name}.yaml"))
    day = plain["visits"][0]["date"]
    on = day if isinstance(day, date) else date.fromisoformat(day)
    for number, headache in enumerate(plain["headaches"]):
        headache.setdefault("name", f"kind {number}")
    told = Telling(
        person={**plain["facts"], **plain["visits"][0]["facts"],
                **({"sex": plain["person"]["sex"]} if "sex" in plain["person"] else {})},
        headaches={one["name"]: one["facts"] for one in plain["headaches"]},
        injuries={one["id"]: one["facts"] for one in plain.get("injuries", [])},
    )  # fmt: skip
    actor, person = build.a_patient(clinic)
    with clock.set_to(datetime.combine(on, time(12), ZoneInfo("America/Vancouver"))):
        client = signed_in(Client(), actor)
        told.tell(client, person)
        send(client)
        entered = assess(case_of(Chart(person)), on)
    assert says(entered) == says(assess(read_plain(plain), on))
    assert bool(told.stops) == any(
        action in ("emergency", "same_day", "urgent") for _id, action in says(entered)["flags"]
    )
