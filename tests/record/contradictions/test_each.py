"""Each declared contradiction, just on and just off."""

from datetime import date

import pytest

from concordant.criteria import Binding
from concordant.criteria.nodes import Term
from concordant.criteria.reading import Origin
from concordant.facts import DICTIONARY, Scope
from concordant.record.contradictions.find import IMPOSSIBLE, IMPOSSIBLE_DAYS
from tests.people import asked_everything, bare, record
from tests.record.contradictions.examples import PAIRS, case_of, dated, row

FOUND_OTHERWISE = {"free_day_with_a_named_headache", "two_people"}


def found(changes, as_of=date(2024, 1, 8)):
    return {one.id: one for one in record(case_of(changes), as_of).contradictions}


def test_each_has_an_example():
    declared = {one.id for one in (*IMPOSSIBLE, *IMPOSSIBLE_DAYS)}
    assert declared | FOUND_OTHERWISE == PAIRS.keys()


def test_no_two_share_a_name():
    names = [one.id for one in (*IMPOSSIBLE, *IMPOSSIBLE_DAYS)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", PAIRS)
def test_what_cannot_be_is_named_with_every_entry(name):
    told = found(PAIRS[name].wrong)[name]
    assert told.says
    assert told.entries
    assert all(entry.said.on is not None or entry.term.fact.scope is Scope.PERSON for entry in told.entries)
    assert set(PAIRS[name].unknown) <= set(told.unknown)


@pytest.mark.parametrize("name", PAIRS)
def test_what_can_be_is_not(name):
    assert name not in found(PAIRS[name].right)


@pytest.mark.parametrize("name", [name for name in PAIRS if PAIRS[name].unknown])
def test_rules_read_it_as_unknown_and_are_told_why(name):
    looked_at = record(case_of(PAIRS[name].wrong))
    told = next(one for one in looked_at.contradictions if one.id == name)
    for withheld in told.withheld:
        where = _where(looked_at, withheld)
        reading = looked_at.read(withheld.term, where)
        assert not reading.known
        if looked_at.entered_names(where) >= {withheld.term.fact.name}:
            assert reading.origin is Origin.CONTRADICTED
            assert all(entry.says in reading.note for entry in told.entries)
            assert set(reading.missing) >= {withheld.term.fact.name}


def _where(looked_at, withheld):
    return Binding(
        headache=withheld.headache or "A",
        injury=withheld.injury,
        visit=min(withheld.visits, default=None),
    )


def test_nausea_without_and_vomiting_is_none():
    assert record(asked_everything(nausea="none", vomiting=True)).contradictions == ()


def test_a_person_of_whom_everything_was_asked_has_none():
    assert record(asked_everything()).contradictions == ()


def test_an_onset_after_the_visit_is_one():
    assert set(found({"headache_onset_date": "2024-01-09"})) == {"headache_onset_date_told_in_advance"}
    assert found({"headache_onset_date": "2024-01-08"}) == {}


def test_an_onset_known_to_the_month_may_lie_ahead_by_no_more():
    month = {"headache_onset_precision": "month"}
    assert found({"headache_onset_date": "2024-01-31", **month}) == {}
    assert "headache_onset_date_told_in_advance" in found({"headache_onset_date": "2024-02-29", **month})


def test_what_follows_from_it_is_unknown_as_well():
    born = {"person": {"id": "x", "born": "1984-03-01"}}
    looked_at = record(bare(**born, headache_onset_date="1984-02-29"))
    where = Binding(headache="A")
    for name in ("headache_age_days", "age_at_headache_onset", "age_years"):
        assert not looked_at.read(_term(name), where).known


def _term(name):
    return Term(DICTIONARY[name])


def test_a_day_that_contradicts_itself_is_a_day_without_an_answer():
    day = date(2024, 1, 5)
    free = record(bare(diary=[row("2024-01-05", headache_today=False)])).diary
    torn = record(bare(diary=[row("2024-01-05", headache_today=False, headache_hours=4)])).diary
    assert (free.count(day, 1, None).negative, torn.count(day, 1, None).observed) == (1, 0)


def test_an_older_value_is_not_read_instead():
    visits = [
        {"date": "2023-12-01", "facts": {"systolic_bp_mmhg": 120, "diastolic_bp_mmhg": 80}},
        {"date": "2024-01-08", "facts": {"systolic_bp_mmhg": 80, "diastolic_bp_mmhg": 120}},
    ]
    looked_at = record(bare(visits=visits))
    assert not looked_at.read(_term("systolic_bp_mmhg")).known


def test_before_it_was_entered_there_was_none():
    changes = {"headache_resolved": dated("2024-01-06", True), "headache_continuous": dated("2024-01-07", True)}
    assert found(changes, date(2024, 1, 6)) == {}
    assert set(found(changes, date(2024, 1, 7))) == {"resolved_yet_continuous"}


def test_the_diary_stands_over_a_recalled_count_and_says_so():
    diary = [row(f"2023-12-{day:02}", headache_today=day % 2 == 0) for day in range(2, 32)]
    looked_at = record(bare(diary=diary, headache_days_per_30d=dated("2024-01-01", 3)), date(2024, 1, 1))
    reading = looked_at.read(_term("headache_days_per_30d"), Binding(headache="A"))
    assert reading.value == 15
    assert "stands over what was stated: 3 days in 30 (the diary, 1 Jan 2024)" in reading.note
