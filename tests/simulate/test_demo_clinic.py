"""Everyone in the demo clinic shows what the stage says, whatever the seed and the day of the week."""

import json
from datetime import date, datetime, timedelta
from functools import cache

import pytest

from concordant.assessment import Assessment, assess
from concordant.criteria import Truth
from concordant.record.read import read_plain
from concordant.safety import Action
from concordant.simulate import DemoPerson, demo_clinic
from concordant.simulate.stages.neck_story import RETEST_DAY
from tests.simulate.promises import DEFINITE, OF_STAGE, PROVISIONAL

SEEDS_AND_DAYS = [(1, date(2026, 5, 13)), (3, date(2024, 2, 29)), (2026, date(2027, 1, 3))]
MARK = {Truth.MET: "+", Truth.NOT_MET: "-", Truth.UNKNOWN: "?"}


@cache
def clinic(seed: int, today: date) -> tuple[DemoPerson, ...]:
    return demo_clinic(seed, today)


def assessed(person: DemoPerson, as_of: date) -> Assessment:
    return assess(read_plain(person.case), as_of)


def at_stage(words: str, seed: int = 1, today: date = SEEDS_AND_DAYS[0][1]) -> DemoPerson:
    return next(person for person in clinic(seed, today) if words in person.stage)


def test_the_same_seed_and_day_give_the_same_people():
    today = date(2026, 5, 13)
    assert demo_clinic(7, today) == demo_clinic(7, today)
    assert demo_clinic(7, today) != demo_clinic(8, today)


def test_about_forty_people_of_all_stages_with_names_that_are_hard_on_pages():
    people = clinic(*SEEDS_AND_DAYS[0])
    names = [f"{person.given_name} {person.family_name}" for person in people]
    assert 40 <= len(people) <= 50
    assert len({person.chart_number for person in people}) == len(set(names)) == len(people)
    assert {person.stage for person in people} == set(OF_STAGE)
    assert any("'" in name for name in names)
    assert any("\u0600" <= letter <= "\u06ff" for name in names for letter in name)
    assert max(map(len, names)) > 50


@pytest.mark.parametrize(("seed", "today"), SEEDS_AND_DAYS)
def test_everyone_shows_what_the_stage_promises(seed, today):
    shown, promised = {}, {}
    for person in clinic(seed, today):
        found = assessed(person, today)
        promise = OF_STAGE[person.stage]
        letters = found.diagnosis("11.2.1", "A").criteria
        shown[person.chart_number, person.stage] = (
            found.diagnosis("11.2.1", "A").status,
            {f"{one.flag.id} {one.action.value}" for one in found.safety.open if one.action is not Action.CAUTION},
            {one.diagnosis.code for one in found.of_headache("A") if one.status is DEFINITE} - {"11.2.1"},
            " ".join(f"{word[:-1]}{MARK[letters[word[:-1]]]}" for word in promise.letters.split()),
        )
        promised[person.chart_number, person.stage] = (
            promise.cervicogenic,
            promise.flags,
            promise.others,
            promise.letters,
        )
    assert shown == promised


@pytest.mark.parametrize(("seed", "today"), SEEDS_AND_DAYS)
def test_nothing_is_dated_or_recorded_on_or_after_today(seed, today):
    for person in clinic(seed, today):
        case = read_plain(json.loads(json.dumps(person.case)))
        last = case.last_day()
        assert last is not None
        assert last < today, person.stage
        kept = [*case.diary, *case.visits, *case.outcomes, *case.treatments]
        kept += [one for facts in (case.facts, *(h.facts for h in case.headaches)) for s in facts.values() for one in s]
        for one in kept:
            assert one.recorded is not None
            assert one.recorded < datetime.combine(today, datetime.min.time()), person.stage


@pytest.mark.parametrize(("seed", "today"), SEEDS_AND_DAYS)
def test_visits_and_treatments_fall_on_weekdays(seed, today):
    for person in clinic(seed, today):
        days = [one["date"] for name in ("visits", "treatments") for one in person.case.get(name, [])]
        assert all(date.fromisoformat(day).weekday() < 5 for day in days), person.stage


@pytest.mark.parametrize(("seed", "today"), SEEDS_AND_DAYS)
def test_the_insidious_course_goes_from_provisional_to_definite_as_dated(seed, today):
    for person in clinic(seed, today):
        if person.stage not in (
            "week-8 retest: improvement held, definite",
            "week-12 retest: improvement held, definite",
        ):
            continue
        start = date.fromisoformat(person.case["visits"][0]["date"])
        week_4, week_8 = (start + timedelta(days=RETEST_DAY[week]) for week in (4, 8))
        seen = [
            assessed(person, day).diagnosis("11.2.1", "A").status
            for day in (start, week_4, week_8 - timedelta(days=1), week_8)
        ]
        assert seen == [PROVISIONAL, PROVISIONAL, PROVISIONAL, DEFINITE], person.chart_number


def test_a_clear_onset_is_definite_on_the_day_of_the_first_examination():
    person = at_stage("definite on the first day")
    day = date.fromisoformat(person.case["visits"][0]["date"])
    assert assessed(person, day).diagnosis("11.2.1", "A").status is DEFINITE


def test_of_the_person_with_everything_asked_nothing_is_open():
    safety = assessed(at_stage("everything asked"), SEEDS_AND_DAYS[0][1]).safety
    assert safety.clear is Truth.MET
    assert safety.asked_again
    assert not safety.not_screened
    assert not safety.open
    assert safety.manual_therapy == "allowed"


def test_the_flag_that_a_physician_cleared_was_open_before():
    person = at_stage("cleared by a physician")
    cleared = person.case["facts"]["red_flag_cleared"][0]
    before = assessed(person, date.fromisoformat(cleared["date"]) - timedelta(days=1))
    assert [one.flag.id for one in before.safety.open if one.action is Action.URGENT] == ["snnoop_o2"]
    now = {one.flag.id: one for one in assessed(person, SEEDS_AND_DAYS[0][1]).safety.flags}
    assert now["snnoop_o2"].cleared


def test_cautions_that_a_stage_is_about():
    today = SEEDS_AND_DAYS[0][1]
    for words, flag in (("pregnant", "snnoop_p6"), ("painkillers", "snnoop_p10"), ("triptan on", "snnoop_p10")):
        assert flag in {one.flag.id for one in assessed(at_stage(words), today).safety.open}


def test_two_headaches_are_named_in_the_diary_and_judged_apart():
    person = at_stage("definite at week 8")
    named = {row["headache"] for row in person.case["diary"] if row["headache_today"]}
    assert named == {"A", "B"}
    migraine = assessed(person, SEEDS_AND_DAYS[0][1]).diagnosis("1.1", "B")
    assert migraine.status is DEFINITE


def test_size_of_the_largest_and_smallest_diary():
    large, small = at_stage("three years"), at_stage("three days")
    assert len(large.case["diary"]) > 1000
    assert len(large.case["visits"]) == 10
    assert len(small.case["diary"]) == 3
    assert "visits" not in small.case
