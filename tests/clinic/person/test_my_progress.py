"""My progress: what the person sees of their own course, and what they never see."""

import re
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.chart.actions import import_case_file
from clinic.exchange.pieces import pieces_of
from clinic.person.plainly import asked
from concordant.facts import DICTIONARY
from concordant.record.read import read_plain
from tests.clinic import build
from tests.clinic.person import story
from tests.progress.courses import AFTER_8, BEFORE_16, course, day, evenly, filled, rotated

Case = dict[str, Any]
Show = Callable[..., str]
GOAL = "Paddle from Jericho to Kitsilano & back"


@pytest.fixture
def source(clinic: Clinic, physio: Actor, client: Client) -> Show:
    """The section of the own page of a person with this case, as it stands some days after the retest."""

    def show(case: Case, days_later: int = 1) -> str:
        patient, person = build.a_patient(clinic)
        for row in case.get("diary", ()):
            row["recorded"] = f"{row['date']}T12:00:00-08:00"
        on = day(case) + timedelta(days=days_later)
        with clock.set_to(story.at(on)):
            pieces = [one.fragment for one in pieces_of(read_plain(case), on)]
            key = uuid.uuid4()
            import_case_file(by=physio, person_id=person.pk, fragments=pieces, source="a test", idempotency_key=key)
            assert patient.user is not None
            client.force_login(patient.user)
            text = client.get(f"/people/{person.pk}/").text
        return text[text.index('<section id="progress"') : text.index('<section id="days"')]

    return show


@pytest.fixture
def show(source: Show) -> Show:
    """The same as a reader hears it."""
    return lambda *given, **more: words(source(*given, **more))


def words(html: str) -> str:
    return unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).replace(" :", ":"))


def part(text: str, heading: str) -> str:
    """What stands below a heading, up to the next one."""
    rest = text[text.index(heading) + len(heading) :]
    headings = ("What got better", "What got worse", "No clear change yet", "We cannot say yet", "What comes next")
    return rest[: min((rest.index(one) for one in headings if one in rest), default=len(rest))]


def retested(before: str = BEFORE_16, after: str = AFTER_8) -> Case:
    case = course(before, after)
    case["episode"]["goal"] = GOAL
    return case


def test_a_person_with_a_retest(show: Show) -> None:
    case = filled(filled(retested(), "ndi", 18, 12), "hit6", 60, 59)
    text = show(rotated(rotated(case, 0, "right", 22), 1, "right", 36))
    assert f"Your goal {GOAL}" in text
    assert "Fewer: 4 a week at the start, 2 at your last check. Chance alone would rarely do this." in text
    assert "28 of 28 days at the start, 28 of the 28 days before your last check, up to 4 Feb 2024." in text
    assert "could change this answer" not in text
    better, same = part(text, "What got better"), part(text, "No clear change yet")
    assert "on the neck and daily life form? 18 points 8 Jan 2024 → 12 points 5 Feb 2024" in better
    assert "22° 8 Jan 2024 → 36° 5 Feb 2024" in better
    assert "on the headache form with 6 questions? 60 points 8 Jan 2024 → 59 points 5 Feb 2024" in same
    assert "What got worse" not in text
    assert "It cannot show why." in text


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (evenly(16), evenly(12), "No clear change yet: 4 a week at the start, 3 at your last check."),
        (
            evenly(12),
            evenly(5),
            "Fewer so far: 3 a week at the start, 1.3 at your last check. This can still be chance",
        ),
        (evenly(12), evenly(12), "No clear change yet: 3 a week at the start, 3 at your last check."),
        (
            evenly(8),
            evenly(20),
            "More: 2 a week at the start, 5 at your last check. Chance alone would rarely do this.",
        ),
        (evenly(3), evenly(20), "We cannot tell: 0.8 a week at the start, 5 at your last check. You had too few"),
        (
            evenly(20),
            "." * 15 + evenly(2, 13, 13),
            "Too early to tell: 13 of 28 days before your last check are written down.",
        ),
        ("." * 19 + "+++------", evenly(9), "We cannot compare with the start: 9 of 28 days before your care"),
    ],
)
def test_what_is_sure_of_headache_days(show: Show, before: str, after: str, said: str) -> None:
    assert said in show(retested(before, after))


def test_days_that_are_missing_are_said_to_matter(show: Show) -> None:
    text = show(retested(evenly(14, 25), evenly(6, 24)))
    assert "25 of 28 days at the start, 24 of the 28 days before your last check" in text
    assert "The days that are missing could change this answer." in text


def test_what_is_worse_is_not_hidden(show: Show) -> None:
    text = show(filled(retested(evenly(8), evenly(20)), "ndi", 18, 24))
    assert "Please talk with your therapist about it." in text
    worse = part(text, "What got worse")
    assert "Please talk with your therapist about:" in worse
    assert "18 points 8 Jan 2024 → 24 points 5 Feb 2024" in worse
    assert "What got better" not in text


def test_what_cannot_be_compared_is_no_gain(show: Show) -> None:
    case = rotated(rotated(retested(), 0, "right", 22), 1, "right", 36, position="sitting")
    text = show(case)
    assert "22° 8 Jan 2024 → 36° 5 Feb 2024" in part(text, "We cannot say yet")
    assert "What got better" not in text


def test_two_ratings_of_change_are_no_course(show: Show) -> None:
    assert "How have you changed since your care began?" not in show(filled(retested(), "groc", 1, 4))


def test_single_segments_of_the_neck_are_the_clinic_s(show: Show) -> None:
    case = retested()
    for visit, value in zip(case["visits"], (True, False), strict=True):
        said = {"side": "right", "segment": "C1-C2", "headache": "A", "value": value}
        visit["findings"].append({"fact": "palpation_familiar_headache", **said})
    assert "Nothing was done twice yet." in show(case)


def test_blood_pressure_is_no_course_to_follow(show: Show) -> None:
    case = retested()
    for visit, value in zip(case["visits"], (150, 120), strict=True):
        visit["facts"]["systolic_bp_mmhg"] = value
    assert "Nothing was done twice yet." in show(case)


def nobody_measured() -> Case:
    case = course()
    case["visits"].pop()
    case["diary"] = []
    return case


def test_nobody_measured_anything_yet(show: Show) -> None:
    text = show(nobody_measured())
    assert "You have not set a goal yet." in text
    assert "Nothing is written down yet." in text
    assert "Nothing was done twice yet. Your next check will show what has changed." in text
    assert "Your next check is due about 5 Feb 2024." in text


def test_a_thin_diary_before_the_first_check(show: Show) -> None:
    case = nobody_measured()
    case["diary"] = [
        {"date": (date(2024, 1, 8) + timedelta(days=n)).isoformat(), "headache_today": n % 2 == 0} for n in range(9)
    ]
    text = show(case, days_later=9)
    assert "Too early to tell: 9 of 28 days written down." in text
    assert "a week at the start" not in text


def test_half_a_diary_gives_a_number_and_no_change(show: Show) -> None:
    case = nobody_measured()
    case["diary"] = [
        {"date": (date(2024, 1, 8) + timedelta(days=n)).isoformat(), "headache_today": n % 2 == 0} for n in range(14)
    ]
    text = show(case, days_later=14)
    assert "About 3.5 a week in the last four weeks; 14 of 28 days are written down." in text
    assert "It is too early to tell if this has changed." in text


def test_the_goal_stands_in_their_own_words_and_is_only_text(source: Show) -> None:
    case = retested()
    case["episode"]["goal"] = '<script>alert(1)</script> "run" {{ band.name }} & {% now %} </q><img src=x onerror=y>'
    html = source(case)
    assert f"<q>{escape(case['episode']['goal'])}</q>" in html
    assert "<script>" not in html
    assert "<img" not in html


def test_the_picture_has_the_same_as_a_table(source: Show) -> None:
    html = source(retested(evenly(28), "+" * 7 + "." * 7 + "-" * 7 + "++-----"), days_later=0)
    rows = re.findall(r'<th scope="row">([^<]+)</th><td>(\d)</td><td>(\d)</td>', html)
    assert [(headache, missing) for _, headache, missing in rows[-4:]] == [
        ("7", "0"),
        ("0", "7"),
        ("0", "0"),
        ("2", "0"),
    ]
    assert rows[-1][0] == "29 Jan 2024"
    with_headache = re.findall(r'class="with" x="(\d+)" y="\d+" width="10" height="(\d+)"', html)
    assert [height for _, height in with_headache[-2:]] == ["56", "16"]
    assert re.findall(r'class="not-written" x="\d+" y="\d+" width="10" height="(\d+)"', html) == ["56"]
    assert 'class="began"' in html
    assert "The line is the start of your care, 8 Jan 2024." in html
    assert re.search(r'<svg class="week-bars" role="img"[^>]* aria-label="Headache days in each week, [^"]+"', html)


def test_the_picture_keeps_the_newest_weeks(source: Show) -> None:
    html = source(retested(evenly(16) * 4, AFTER_8))
    assert len(re.findall(r'<th scope="row">', html)) == 16


def test_what_comes_next(show: Show) -> None:
    text = show(filled(retested(), "groc", None, 3))
    assert "Your next check is due about 4 Mar 2024. Your clinic sets the day." in text
    assert "A check needs 23 of the 28 days before it." in text
    assert "What is the average of your ratings, from 0 to 10, for the activities you chose?" in text
    assert "How have you changed since your care began?" not in text  # answered at this check


def test_after_discharge_the_next_check_is_three_months_later(show: Show) -> None:
    case = retested()
    case["facts"]["discharge_date"] = "2024-02-05"
    assert "Your next check is due about 5 May 2024." in show(case)


def test_after_week_twelve_nothing_is_made_up(show: Show) -> None:
    text = show(retested(), days_later=56)
    assert "A check was planned for about 1 Apr 2024." in text
    assert "No later check is planned yet." in text
    assert "Your next check is due" not in text


def test_a_day_before_the_retest_knows_nothing_of_it(client: Client, clinic: Clinic, physio: Actor) -> None:
    patient, person = build.a_patient(clinic)
    story.with_course(physio, person, diary_days=85)
    assert patient.user is not None
    client.force_login(patient.user)
    with clock.set_to(story.at(story.TODAY)):
        then, now = (client.get(f"/people/{person.pk}/{when}").text for when in ("?as_of=2026-02-20", ""))
    assert "Nothing was done twice yet." in then
    assert "Fewer" not in then
    assert "What got better" in now
    assert "Fewer" in now


def test_the_questions_lead_to_where_they_are_answered(source: Show) -> None:
    assert re.search(r'<a href="/people/\d+/[a-z/]+">Answer them</a>', source(retested()))


@pytest.mark.parametrize(
    ("name", "words_for_it"),
    [
        ("acceptable_state", "Is this good enough for you?"),
        ("ndi_score", "What is your total score on the neck and daily life form?"),
        ("frt_rotation_deg", "How far your head can be turned to this side while your neck is bent fully forward."),
    ],
)
def test_a_fact_is_named_by_its_question_or_first_sentence(name: str, words_for_it: str) -> None:
    assert asked(DICTIONARY[name]) == words_for_it


def test_every_fact_has_such_a_name() -> None:
    assert all(asked(fact).strip() and asked(fact)[-1] in ".?" for fact in DICTIONARY.values() if fact.ask)


FOR_A_CLINICIAN = (
    "response",
    "responding",
    "discharge",
    "decision",
    "refer",
    "adjust",
    "progress exercise",
    "red flag",
    "diagnos",
    "migraine",
    "because",
    "thanks to",
    "well done",
    "adherence",
    "probability",
    "significant",
)


@pytest.mark.parametrize("worse", [False, True])
def test_nothing_that_only_a_clinician_may_confirm(show: Show, worse: bool) -> None:
    case = retested(evenly(8), evenly(20)) if worse else retested()
    case = filled(filled(case, "ndi", 18, 24 if worse else 6), "groc", None, -4 if worse else 5)
    shown = show(case).lower()
    assert [word for word in FOR_A_CLINICIAN if word in shown] == []
