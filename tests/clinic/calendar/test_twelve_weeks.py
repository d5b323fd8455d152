"""From a plan signed in the first days after a crash to a paired series over the twelve weeks that the payer leaves."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from clinic import clock
from clinic.accounts.models import Clinic, User
from clinic.audit.actor import Actor
from clinic.calendar.actions import book_series, prescribe_series, propose_series
from clinic.calendar.models import Appointment, Series
from clinic.calendar.pairs import pairs_among
from clinic.calendar.prescribing import weeks as reach
from clinic.calendar.prescribing.weeks import asked_by
from clinic.demo.calendar import TOMORROW
from clinic.demo.charts import keep_chart
from clinic.demo.claims import open_books
from clinic.demo.hours import let_practise, open_rooms
from clinic.demo.plans import with_plans
from clinic.demo.staff import hire
from concordant.assessment import Assessment, assess
from concordant.booking.numbers import RETEST_BY_DAY
from concordant.plan.interventions import Discipline
from concordant.record.case import Case
from concordant.record.read import read_plain
from concordant.simulate import FIRST_DAYS, demo_clinic

TODAY = date(2026, 11, 23)
EVENING = datetime(2026, 11, 24, 2, tzinfo=UTC)
P, R = Discipline.PHYSIOTHERAPIST, Discipline.RMT
NOT_ELSEWHERE = {"physiotherapy": 0, "massage_therapy": 0}


def plain(number: int = 0) -> dict[str, Any]:
    return [one.case for one in demo_clinic(2026, TODAY) if one.stage == FIRST_DAYS][number]


def known(**changes: Any) -> Assessment:
    """As the desk knows it: no visit was used elsewhere."""
    told = plain()
    started = told["episode"]["started"]
    told["facts"]["visits_elsewhere_count"] = [{"date": started, "value": NOT_ELSEWHERE, "by": "front_desk"}]
    case: Case = with_plans(read_plain(told), TODAY)
    for plan in case.plans:
        plan.visits_per_week.update(changes)  # type: ignore[attr-defined]
    return assess(case, TODAY)


def counts(assessment: Assessment) -> list[tuple[int, int]]:
    return [(one.visits[P], one.visits[R]) for one in asked_by(assessment, TODAY + TOMORROW).weeks]


def test_the_weeks_are_those_of_the_course_with_a_retest_every_four() -> None:
    found = asked_by(known(), TODAY + TOMORROW)
    assert [one.visits[P] for one in found.weeks] == [2, 2, 2, 2, 1, 2, 1, 1, 1, 1, 1, 1]
    assert [one.visits[R] for one in found.weeks] == [2, 2, 2, 2, 0, 1, 0, 1, 0, 0, 0, 0]
    assert [number for number, one in enumerate(found.weeks, start=1) if one.retest] == [4, 8, 12]


def test_past_the_retest_never_more_than_was_signed() -> None:
    assert counts(known(rmt=1.0)) == [(2, 1)] * 4 + [(1, 0), (2, 1), (1, 0), (1, 1)] + [(1, 0)] * 4
    assert counts(known(physiotherapist=3.0))[:6] == [(3, 2)] * 4 + [(1, 0), (2, 1)]


def test_a_clinic_may_wait_for_the_retest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "PAST_RETEST", False)
    assert counts(known()) == [(2, 2)] * 4
    assert counts(known(rmt=1.0)) == [(2, 1)] * 4


def test_what_the_payer_leaves_has_to_be_known() -> None:
    with pytest.raises(ValidationError, match="used elsewhere is not known"):
        asked_by(assess(with_plans(read_plain(plain()), TODAY), TODAY), TODAY + TOMORROW)


@pytest.fixture
def demo(db: None) -> tuple[Clinic, dict[str, User]]:
    clinic = Clinic.objects.create(name="Demo", slug="demo")
    return clinic, hire(clinic)


def test_one_press_books_the_pairs_of_twelve_weeks(demo: tuple[Clinic, dict[str, User]]) -> None:
    clinic, staff = demo
    desk = Actor(staff["desk"])
    with clock.set_to(EVENING):
        person = keep_chart(
            by=staff["physio"],
            chart_number="1047",
            given_name="Wilhelmina",
            family_name="Brandvold",
            case=with_plans(read_plain(plain()), TODAY),
            today=TODAY,
        )
        open_rooms(clinic)
        let_practise(staff, TODAY)
        open_books(clinic, staff, TODAY)
        series = prescribe_series(desk, person, starts=TODAY + TOMORROW)
        best = propose_series(desk, series).choices[0]
        assert not best.unplaced
        made = book_series(desk, best.token)
    assert (sum(one.discipline == "physio" for one in made), sum(one.discipline == "rmt" for one in made)) == (17, 10)
    days = [one.starts_at.astimezone(clinic.zone).date() for one in made]
    assert max(days) - min(days) >= timedelta(weeks=11)
    by_day: dict[date, list[Appointment]] = {}
    for day, one in zip(days, made, strict=True):
        by_day.setdefault(day, []).append(one)
    pairs = [pair for visits in by_day.values() if len(visits) > 1 for pair in pairs_among(visits).values()]
    assert len(pairs) // 2 >= 6
    for visit, day in zip(made, days, strict=True):
        assert visit.prescribed is not None
        if visit.kind == "retest":
            assert (day - visit.prescribed.earliest).days < int(RETEST_BY_DAY)
    with clock.set_to(EVENING), pytest.raises(ValidationError, match="booked already"):
        prescribe_series(desk, person, starts=TODAY + TOMORROW)
    assert not Series.objects.exclude(pk=series.pk).exists()
