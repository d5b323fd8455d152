"""The work of the day: whose muscles and why, and what stops or limits it."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from clinic import clock
from clinic.accounts.models import Clinic
from clinic.audit.actor import Actor
from clinic.audit.models import AuditEvent
from clinic.chart.models import Person
from clinic.notes.muscles import Massage
from tests.clinic import build
from tests.clinic.notes import care
from tests.clinic.notes.care import FLEXORS, RELEASE, TRAPEZIUS, words
from tests.clinic.person import story

TODAY = story.TODAY.isoformat()


def work(client: Client) -> Any:
    return client.get("/work-today/")


def massage(client: Client) -> Massage:
    (row,) = work(client).context["rows"]
    return row.massage


def test_muscles_why_and_when(hands: Client, cared_for: Person) -> None:
    told = words(work(hands))
    for said in (
        "rectus capitis posterior major and minor, obliquus capitis",
        "Suboccipital release (sustained pressure, inhibition), 8 minutes",
        "Why: Concordant trigger point, suboccipital: yes (right)",
        "Same day, before physiotherapy",
        "Last physiotherapy 4 Mar 2026",
        "Next retest 6 Apr 2026",
    ):
        assert said in told, said


def test_the_way_there(hands: Client, desk: Client, cared_for: Person) -> None:
    """In the navigation of massage therapists; for those who plan on "My day", as each way costs everybody a Tab."""
    for client, in_navigation in ((hands, True), (desk, False)):
        home = client.get("/")
        assert 'href="/work-today/"' in home.text
        assert ("work_today" in [way.url_name for way in home.context["ways"]]) is in_navigation


def test_only_those_with_soft_tissue_work_in_a_plan_that_stands(
    hands: Client, physio: Actor, clinic: Clinic, cared_for: Person
) -> None:
    exercises = story.with_course(physio, build.a_person(clinic, "Nod"))
    care.with_plan(physio, exercises, [{"intervention": FLEXORS}])
    story.with_course(physio, build.a_person(clinic, "Unplanned"))
    assert [row.person for row in work(hands).context["rows"]] == [cared_for]
    care.with_plan(physio, cared_for, [{"intervention": FLEXORS}], date=TODAY)
    assert work(hands).context["rows"] == []
    assert "No signed plan holds soft-tissue work." in work(hands).text


def test_after_discharge_there_is_none(hands: Client, physio: Actor, cared_for: Person) -> None:
    story.sign(physio, cared_for, story.TODAY, "history", {"facts": {"discharge_date": TODAY}})
    assert work(hands).context["rows"] == []


def test_an_open_flag_stops_it_and_comes_first(hands: Client, physio: Actor, clinic: Clinic, cared_for: Person) -> None:
    feverish = story.with_course(physio, build.a_person(clinic, "Zest"), fever=True)
    care.with_plan(physio, feverish)
    first, second = work(hands).context["rows"]
    assert (first.person, second.person) == (feverish, cared_for)
    assert first.massage.stop.startswith("No hands-on work today:")
    assert second.massage.stop == ""


def test_the_question_comes_before_the_hands(hands: Client, physio: Actor, cared_for: Person) -> None:
    assert massage(hands).ask_first
    assert all(one.not_signed_for == () for one in massage(hands).muscles)
    visit = {"date": TODAY, "facts": {"new_red_flag_sign": False}}
    story.sign(physio, cared_for, story.TODAY, "safety", {"visits": [visit]})
    assert not massage(hands).ask_first


def test_an_unfinished_screen_stops_it(hands: Client, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", {"headaches": [{"id": "A"}]})
    care.with_plan(physio, person)
    assert massage(hands).stop == "No hands-on work before the safety screen is done."


@pytest.mark.parametrize(("retest", "near"), [(0, True), (1, True), (2, True), (3, False)])
def test_no_massage_in_the_two_days_before_a_retest(
    hands: Client, physio: Actor, person: Person, retest: int, *, near: bool
) -> None:
    story.with_course(physio, person)
    day = story.TODAY + timedelta(days=retest)
    care.with_plan(physio, person, retest=day.isoformat())
    assert massage(hands).retest_is_near is near
    assert ("No massage before measuring" in work(hands).text) is near


def test_once_it_is_measured_hands_may_be_laid_on(hands: Client, physio: Actor, person: Person) -> None:
    story.with_course(physio, person)
    care.with_plan(physio, person, retest=TODAY)
    assert massage(hands).retest_is_near
    story.sign(
        physio, person, story.TODAY, "examination", story.examination(story.TODAY, turn=41, stage=26, provoked=False)
    )
    assert not massage(hands).retest_is_near


def test_what_was_signed_for_what_was_not_and_what_they_declined(hands: Client, physio: Actor, person: Person) -> None:
    story.with_course(physio, person, vascular_risk_factors=["anticoagulant"])
    items = [
        {"intervention": RELEASE, "dose": {"minutes": 8}, "signed_for": ["ci_bleeding"]},
        {"intervention": TRAPEZIUS, "dose": {"minutes": 45}, "choice": "added", "reason": "desk work"},
    ]
    care.with_plan(physio, person, items)
    said = {
        "consent_refused": {TRAPEZIUS: True, RELEASE: False},
        "adverse_reaction_prior": {RELEASE: True},
        "metal_allergy": True,
    }
    story.sign(physio, person, story.TODAY, "history", {"facts": said})
    release, trapezius = massage(hands).muscles
    assert any("light pressure, no needles" in each for each in release.change)
    assert not any("light pressure" in each for each in release.not_signed_for)
    assert any("light pressure, no needles" in each for each in trapezius.not_signed_for)
    assert trapezius.why[-1] == "desk work"
    assert "Blocked: The person declines this (product rule, treatment 0.4)." in trapezius.stops
    told = words(work(hands))
    assert "Declined Massage: upper trapezius and levator scapulae" in told
    assert "Reacted badly to Suboccipital release" in told
    assert "Allergy Metal allergy" in told


def test_a_stop_rule_and_a_point_that_is_gone(hands: Client, physio: Actor, cared_for: Person) -> None:
    assert any("Its stop rule is reached: Weeks in care" in each for each in massage(hands).muscles[1].stops)
    gone = [
        {"fact": f"trigger_point_{muscle}", "side": side, "value": "none"}
        for muscle in ("suboccipital", "upper_trapezius", "levator_scapulae")
        for side in ("left", "right")
    ]
    visit = {"date": TODAY, "findings": gone}
    story.sign(physio, cared_for, story.TODAY, "examination", {"visits": [visit]})
    release, trapezius = massage(hands).muscles
    assert "trigger point, suboccipital: no" in release.stops[0]
    assert release.why == trapezius.why == ()


def test_a_chart_that_cannot_be_read_closes_the_page_for_nobody(
    hands: Client, physio: Actor, clinic: Clinic, cared_for: Person
) -> None:
    broken = build.a_person(clinic, "Broken")
    story.sign(physio, broken, date(2026, 3, 9), "plan", care.a_plan())
    told = words(work(hands))
    assert told.index("Broken") < told.index("cannot be read") < told.index("rectus capitis")


def test_opening_it_is_logged_with_the_charts(hands: Client, cared_for: Person) -> None:
    work(hands)
    event = AuditEvent.objects.order_by("-id")[0]
    assert (event.action, event.subject_kind, event.reason) == ("list", "today’s work", cared_for.chart_number)


def test_it_is_worked_out_again_when_something_was_signed(hands: Client, physio: Actor, cared_for: Person) -> None:
    assert massage(hands).hand_over is None
    caches["verdicts"].clear()
    work(hands)
    with clock.set_to(story.at(story.TODAY, 21)):
        row = {
            "date": TODAY,
            "discipline": "physiotherapist",
            "done": [{"intervention": care.JOINT, "structure": "C1/2"}],
        }
        story.sign_now(physio, cared_for, story.TODAY, "treatment", {"treatments": [row]})
    over = massage(hands).hand_over
    assert over is not None
    assert [one.where for one in over.given] == ["C1/2"]
