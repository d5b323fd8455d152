"""From first to latest, with the error where it is known, and never "normal"."""

import re
from typing import Any

import pytest
from django.utils.html import escape

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.person.measuring import Measure
from concordant.facts import DICTIONARY
from concordant.measures import MEASURES
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader


def measure(answer: Any, name: str, of: str = "") -> Measure:
    return next(one for one in answer.context["measures"] if (one.fact.name, one.of) == (name, of))


@pytest.mark.parametrize(
    ("name", "of", "verdict", "change"),
    [
        ("frt_rotation_deg", "right", "better", "+10.5°"),
        ("frt_rotation_deg", "left", "within", "±0°"),
        ("ccft_activation_mmhg", "", "within", "+2 mmHg"),
        ("ndi_score", "", "better", "−9 points"),
    ],
)
def test_change_against_error(read: Reader, cared_for: Person, name: str, of: str, verdict: str, change: str) -> None:
    found = measure(read(cared_for), name, of)
    assert (found.verdict, found.change_shown) == (verdict, change)


@pytest.mark.parametrize(("after", "verdict"), [(29.4, "within"), (29.5, "better"), (15.5, "worse"), (15.6, "within")])
def test_the_edge_of_the_error_is_that_of_the_library(
    read: Reader, physio: Actor, person: Person, after: float, verdict: str
) -> None:
    turned(physio, person, after)
    assert measure(read(person), "frt_rotation_deg", "right").verdict == verdict


def turned(physio: Actor, person: Person, after: float, **changed: str) -> None:
    """The flexion-rotation test at first, 22.5 degrees, and at the retest, there with something done differently."""
    for day, turn, how in ((story.STARTED, 22.5, {}), (story.RETEST, after, changed)):
        finding = {"fact": "frt_rotation_deg", "side": "right", "value": turn, **story.HOW["frt_rotation_deg"], **how}
        row = {"date": day.isoformat(), "findings": [{key: value for key, value in finding.items() if value}]}
        story.sign(physio, person, day, "examination", {"visits": [row]})


@pytest.mark.parametrize(
    ("after", "rater", "verdict", "error"),
    [
        # 7 degrees by one examiner, 9.8 by two.
        (30.0, "R1", "better", "±7°"),
        (30.0, "R2", "within", "±9.8°"),
        (32.3, "R2", "better", "±9.8°"),
        (30.0, "", "not_compared", ""),
        (32.3, "", "better", "±9.8°"),
    ],
)
def test_two_examiners_have_a_larger_error(
    read: Reader, physio: Actor, person: Person, after: float, rater: str, verdict: str, error: str
) -> None:
    turned(physio, person, after, rater=rater)
    found = measure(read(person), "frt_rotation_deg", "right")
    assert (found.verdict, found.error_shown) == (verdict, error)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"instrument": "goniometer"}, "Not compared: another instrument: cervical_rom_device, then goniometer"),
        ({"position": "sitting"}, "Not compared: another position: supine_full_flexion, then sitting"),
        ({"headache_phase": "attack"}, "Not compared: another headache phase: none, then attack"),
        ({"instrument": ""}, "Not compared: the instrument is not known"),
        ({"rater": ""}, "Not compared: it turns on whether the same person measured, which is not known"),
    ],
)
def test_what_was_done_differently_is_not_compared(
    read: Reader, physio: Actor, person: Person, changed: dict[str, str], words: str
) -> None:
    turned(physio, person, 30.0, **changed)
    found = measure(read(person), "frt_rotation_deg", "right")
    assert (found.verdict, found.verdict_name, found.error_shown) == ("not_compared", words, "")


def test_fewer_degrees_of_error_are_better_and_percent_are_told_in_the_unit(
    read: Reader, physio: Actor, person: Person
) -> None:
    how = {"rater": "R1", "headache_phase": "none"}
    for day, error, force in ((story.STARTED, 9.0, 100), (story.RETEST, 3.0, 121)):
        findings = [
            {"fact": "jpe_extension_absolute_error_deg", "value": error, **how},
            {"fact": "strength_flexion_newton", "value": force, **how},
        ]
        for one in findings:
            known = MEASURES[str(one["fact"])]
            one.update(instrument=known.instruments[0], position=known.positions[0])
        row = {"date": day.isoformat(), "findings": findings}
        story.sign(physio, person, day, "examination", {"visits": [row]})
    answer = read(person)
    steady, strong = measure(answer, "jpe_extension_absolute_error_deg"), measure(answer, "strength_flexion_newton")
    assert (steady.verdict, steady.change_shown, steady.error_shown) == ("better", "−6°", "±5.2°")
    assert (strong.verdict, strong.change_shown, strong.error_shown) == ("better", "+21 N", "±20 N")


def test_words_for_all_of_it(read: Reader, cared_for: Person) -> None:
    text = read(cared_for).text
    for words in (
        "Better than measurement error",
        "Within measurement error",
        "Hall, thesis, Curtin 2010",
        "A test that is not listed was not done.",
    ):
        assert words in text
    assert "normal" not in text[text.index('id="measured"') : text.index('id="time"')].lower()


def test_measured_once(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for, "?as_of=2026-02-01")
    assert {one.verdict for one in answer.context["measures"]} == {"once"}
    assert "not measured again" in answer.text


def test_another_examiner_is_pointed_out(read: Reader, physio: Actor, person: Person) -> None:
    for day, by in ((story.STARTED, "physiotherapist"), (story.RETEST, "rmt")):
        row = {"date": day.isoformat(), "by": by, "findings": [{"fact": "ccft_activation_mmhg", "value": 24}]}
        story.sign(physio, person, day, "examination", {"visits": [row]})
    answer = read(person)
    assert measure(answer, "ccft_activation_mmhg").differs
    assert "Other examiner or instrument" in answer.text


def test_headache_days_are_told_in_the_library_s_words(read: Reader, physio: Actor, person: Person) -> None:
    story.with_course(physio, person, diary_days=90)
    text = read(person).text
    assert "Better: beyond chance and important" in text
    assert "22 of 26 answered days" in text


def test_the_course_of_a_number_is_drawn_once_and_told_in_words(read: Reader, cared_for: Person) -> None:
    found = measure(read(cared_for), "frt_rotation_deg", "right")
    assert "<title" in found.line
    assert "Flexion-rotation test right, 12 Jan 2026 to 9 Mar 2026" in found.line
    assert "12 Jan 2026: 22.5°. 9 Mar 2026: 33°. Shaded, between 15.5° and 29.5°" in found.line
    assert f">{escape(found.asked)}</title>" in found.own_line
    assert "Shaded" not in found.own_line
    assert "12 Jan 2026: 22.5°. 9 Mar 2026: 33°." in found.own_line


def test_pictures_have_ids_of_their_own(read: Reader, cared_for: Person) -> None:
    ids = re.findall(r'\sid="(line[^"]+)"', read(cared_for).text)
    assert len(ids) == len(set(ids)) > 4


def test_what_is_never_judged_waits_for_no_verdict(read: Reader, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", story.history())
    for day, rise in ((story.STARTED, 3), (story.RETEST, 1)):
        findings = [
            {"fact": "provocation_nrs_rise", "headache": "A", "value": rise},
        ]
        story.sign(physio, person, day, "examination", {"visits": [{"date": day.isoformat(), "findings": findings}]})
        rated = {"date": day.isoformat(), "measure": "groc", "value": rise}
        story.sign(physio, person, day, "questionnaire", {"outcomes": [rated]})
    found = measure(read(person), "provocation_nrs_rise", "A")
    assert (found.verdict, found.change_shown, found.error_shown) == ("not_judged", "−2 points of 10", "")
    assert found.verdict_name == "No verdict: no error is known from which a change would be real"
    rating = measure(read(person), "groc_score")
    assert rating.verdict_name == "No verdict: the rating is itself of a change"
    assert (rating.first_shown, rating.latest_shown, rating.change_shown) == ("3 points", "1 points", "")


def test_each_number_stands_in_the_order_of_the_dictionary(read: Reader, cared_for: Person) -> None:
    rows = read(cared_for).context["measures"]
    order = list(DICTIONARY)
    again = [order.index(one.fact.name) for one in rows if one.again]
    once = [order.index(one.fact.name) for one in rows if not one.again]
    assert (again, once) == (sorted(again), sorted(once))
    assert [one.again for one in rows] == sorted((one.again for one in rows), reverse=True)
