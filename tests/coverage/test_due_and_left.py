"""What is left, the light of the day view, what is due, and the covers of booking."""

from datetime import date, timedelta

import pytest

from concordant.coverage import Cover, Light, cover_for_booking
from tests.coverage.people import CRASH, approved, covered, record, visit

END = CRASH + timedelta(days=84)


def after(days):
    return CRASH + timedelta(days=days)


def due(found, what="treatment_plan", discipline="physiotherapist"):
    return [one for one in found.due if one.what == what and one.discipline == discipline]


@pytest.mark.parametrize(
    ("used", "day", "light"),
    [
        (1, 69, Light.GREEN),
        (1, 70, Light.AMBER),
        (1, 84, Light.AMBER),
        (1, 85, Light.RED),
        (21, 60, Light.GREEN),
        (22, 60, Light.AMBER),
        (25, 60, Light.RED),
    ],
)
def test_the_light(used, day, light):
    found = covered(*(visit(one) for one in range(1, used + 1)), day=day)
    assert found.light("physiotherapist") is light


def test_the_light_where_something_is_not_known():
    assert covered(visits_elsewhere_count=None).light("rmt") is Light.AMBER
    assert covered(payer=None).light("rmt") is Light.AMBER
    assert covered(crash=None).light("rmt") is Light.AMBER
    assert covered(payer="worksafebc").light("rmt") is Light.RED
    with pytest.raises(KeyError, match="no claim names physio;"):
        covered().light("physio")


def test_a_plan_is_due_two_weeks_before_the_window_ends():
    (one,) = due(covered(visit(1)))
    assert (one.by, one.because) == (date(2025, 8, 11), ("R14",))
    assert due(covered()) == []


def test_sooner_when_few_visits_are_left():
    (one,) = due(covered(*(visit(day) for day in range(1, 24))))
    assert one.by == after(22)


def signed(**rates):
    plan = {"date": after(1).isoformat(), "headache": "A", "phase": "relief", "items": []}
    return [plan | {"visits_per_week": rates}]


def test_sooner_when_the_signed_rate_uses_them_up():
    told = {"visits_elsewhere_count": {"physiotherapy": 10, "massage_therapy": 0}}
    found = covered(visit(1), plans=signed(physiotherapist=2), day=2, **told)
    # 14 visits at two a week are used up on day 51, two weeks before that is day 37.
    assert due(found)[0].by == after(37)
    found = covered(visit(1), plans=signed(physiotherapist=1), day=2, **told)
    assert due(found)[0].by == date(2025, 8, 11)


@pytest.mark.parametrize("status", ["sent", "approved"])
def test_a_plan_that_was_sent_is_not_due(status):
    assert due(covered(visit(1), **approved(85, 120, 5, status=status))) == []


def test_of_an_approved_plan_the_next_is_due():
    found = covered(visit(1), visit(90), day=91, **approved(85, 120, 6))
    (one,) = due(found)
    assert (one.by, one.because) == (after(106), ("R14", "R16"))
    found = covered(visit(1), *(visit(day) for day in (90, 91, 92)), day=93, **approved(85, 120, 6))
    assert due(found)[0].by == after(92)


def test_after_care_nothing_is_due():
    assert due(covered(visit(1), day=90)) == []
    assert due(covered(visit(1), visit(88), day=90))[0].by == date(2025, 8, 11)
    assert due(covered(visit(1), discharge_date=after(20).isoformat())) == []


def test_the_six_duties_of_the_first_visit():
    (one,) = due(covered(visit(1)), "education_duties", None)
    assert (one.by, one.because, len(one.lacks)) == (after(1), ("R40",), 6)
    some = ["early_return", "expected_duration", "usual_course", "likely_factors", "self_and_pain_management"]
    (one,) = due(covered(visit(1), education_duties_done=some), "education_duties", None)
    assert one.lacks == ("comorbid_conditions",)
    every = [*some, "comorbid_conditions"]
    assert due(covered(visit(1), education_duties_done=every), "education_duties", None) == []


@pytest.mark.parametrize(("crash", "asked"), [(date(2021, 4, 30), 1), (date(2021, 5, 1), 0)])
def test_the_initial_report_is_of_older_accidents_and_of_physiotherapy(crash, asked):
    found = covered(visit(1, crash=crash), visit(1, "rmt", crash=crash), crash=crash)
    assert len(due(found, "initial_report_CL489E")) == asked
    assert due(found, "initial_report_CL489E", "rmt") == []
    assert len(due(found, "physician_note")) == asked


def test_covers_of_booking():
    found = cover_for_booking(record(visit(1), visit(2, "rmt")), after(30))
    assert found[0] == Cover("physiotherapist", CRASH, END, 24)
    assert found[1] == Cover("rmt", CRASH, END, 11)
    assert {one.visits for one in found[2:]} == {0}


def test_a_plan_is_a_second_cover_that_starts_where_the_window_ends():
    found = cover_for_booking(record(visit(1), day=80, **approved(70, 120, 6)), after(80))
    assert found[:2] == (Cover("physiotherapist", CRASH, END, 24), Cover("physiotherapist", after(85), after(120), 6))
    spent = {"visits_elsewhere_count": {"physiotherapy": 25, "massage_therapy": 0}}
    found = cover_for_booking(record(visit(71), day=80, **approved(70, 120, 6), **spent), after(80))
    assert found[0] == Cover("physiotherapist", after(70), after(120), 5)


@pytest.mark.parametrize("changes", [{"visits_elsewhere_count": None}, {"crash": None}, {"payer": "worksafebc"}])
def test_what_is_not_known_to_be_paid_is_no_visit_and_not_no_limit(changes):
    found = cover_for_booking(record(**changes), after(30))
    assert len(found) == 7
    assert {one.visits for one in found} == {0}


def test_an_earlier_day_is_read_as_it_was():
    one = record(*(visit(day) for day in range(1, 10)), day=30)
    assert cover_for_booking(one, after(5))[0].visits == 20
    assert cover_for_booking(one, after(30))[0].visits == 16
