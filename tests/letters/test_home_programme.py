"""The sheet for home: whole, in plain words, on one sheet, and none where something stops the exercises."""

import io
from dataclasses import replace

import pypdf
import pytest

from concordant.letters import home_programme
from concordant.letters.home_programme import FROM, HELD, MOST, NO_PLAN, NOTHING_AT_HOME, STOP, TOO_MANY
from concordant.letters.letter import Exercise
from concordant.letters.people import Paper
from concordant.letters.refused import LetterRefused
from concordant.letters.typesetting import pdf
from concordant.teaching import EXERCISES
from tests.letters.letters import plan, planned, retested, section, unsigned, words
from tests.letters.test_typesetting import read, squeezed, tagged
from tests.progress.courses import day
from tests.support.flesch_kincaid import grade

ITEMS = ("dcf_stage1", "active_mobility", "scapular_training", "postural_correction")
"""Four items, which is what a programme holds (treatment 5.2), and five drawings."""


def person(*items, **facts):
    case = retested(**facts)
    case["plans"] = [plan(day(case), *items)]
    return case


def sheet(case, **changes):
    return unsigned(case, day(case), kind="home_programme", **changes)


def refused(case):
    with pytest.raises(LetterRefused) as caught:
        sheet(case)
    return caught.value.missing


def exercises(found):
    return [one for one in section(found, "Your exercises").parts if isinstance(one, Exercise)]


@pytest.mark.parametrize(
    ("choice", "row", "told"),
    [
        ("accepted", "ci_irritable", ". For now, do half of this."),
        ("accepted", "ci_recent_trauma", ". For now, do half of this."),
        ("accepted", "ci_bleeding", ""),
        ("changed", "ci_irritable", ""),
    ],
)
def test_half_of_a_dose_that_was_signed_for_is_told_to_the_person(choice, row, told):
    case = person(*ITEMS)
    reason = {} if choice == "accepted" else {"reason": "halved already"}
    case["plans"][0]["items"][0] |= {"choice": choice, "signed_for": [row], **reason}
    nod, *others = exercises(sheet(case))
    assert nod.dose == "2 sets × 10 times × 5 to 10 seconds, 2 times a day" + told
    assert not any("half" in one.dose for one in others)


def test_each_exercise_with_drawing_dose_steps_and_sign_to_stop():
    nod, *_ = exercises(sheet(person(*ITEMS)))
    assert nod.name == "Small nod, lying down"
    assert nod.dose == "2 sets × 10 times × 5 to 10 seconds, 2 times a day"
    assert nod.svg.startswith("<svg")
    assert nod.stop.startswith("Stop if")
    assert len(nod.steps) > 2


def test_what_is_done_by_hand_is_no_home_programme():
    assert [one.name for one in exercises(sheet(planned()))] == [
        "Small nod, lying down",
        "Turn your head",
        "Bend your head to the side",
        "Set your shoulder blades",
    ]


@pytest.mark.parametrize("paper", Paper)
def test_four_items_are_one_side_with_the_signs_for_help_on_the_back(paper):
    made = pdf(replace(sheet(person(*ITEMS)), paper=paper))
    front, back = pypdf.PdfReader(io.BytesIO(made)).pages
    assert "Get help" not in front.extract_text()
    assert "Sit tall" in front.extract_text()
    assert "When to get help at once" in back.extract_text()


def test_the_longest_programme_still_is_one_sheet():
    # The first takes the neck to the end of its range, for which the signs are asked anew on the day.
    _, *all_others = dict.fromkeys(one.intervention for one in EXERCISES)
    every = all_others[:7]
    assert sum(one.intervention in every for one in EXERCISES) == MOST
    case = person(*every)
    assert len(pypdf.PdfReader(io.BytesIO(pdf(sheet(case)))).pages) == 2
    more = person(*all_others[:8])
    assert refused(more) == (TOO_MANY.format(count=9, most=MOST),)


def test_drawings_have_words_for_those_who_do_not_see_them():
    found = sheet(person(*ITEMS))
    reader = pypdf.PdfReader(io.BytesIO(pdf(found)))
    _, pictures = tagged(reader.trailer["/Root"]["/StructTreeRoot"])
    assert [squeezed(one) for one in pictures] == [squeezed(one.words) for one in exercises(found)]


def test_it_is_for_the_person_alone():
    found = sheet(person(*ITEMS))
    assert found.addressee == ()
    told = read(pdf(found))
    assert "Okafor" not in told
    assert "ICHD" not in told


def test_it_can_be_read_by_people_who_left_school_early():
    found = sheet(person(*ITEMS))
    told = [one for part in found.sections for one in words(part)]
    told += [line for one in exercises(found) for line in (*one.steps, one.feel, one.stop)]
    assert grade(" ".join(told)) <= 7
    for own in (FROM.format(day="today"), STOP, home_programme.HELP):
        assert grade(own) <= 7


def test_without_a_signed_plan_there_is_no_sheet():
    assert refused(retested()) == (NO_PLAN,)
    assert refused(person("c1_c2_mobilisation")) == (NOTHING_AT_HOME,)


def test_every_item_without_a_dose_is_named():
    case = person(*ITEMS)
    for item in case["plans"][0]["items"][:2]:
        item["dose"] = {}
    assert refused(case) == (
        "The signed plan gives no dose of: Deep cervical flexor training, stage 1 (low load, pressure biofeedback).",
        "The signed plan gives no dose of: Supervised active neck mobility.",
    )


def test_no_exercise_goes_out_against_a_warning_sign():
    told = refused(person(*ITEMS, neuro_deficit_new=True))
    assert told[0] == HELD
    assert any(one.startswith("Supervised active neck mobility is stopped") for one in told)
    # Of walking and sitting no technique is stopped; the flag of today holds them all the same.
    assert refused(person("aerobic_exercise", neuro_deficit_new=True)) == (HELD,)


def test_an_item_of_two_plans_stands_once():
    case = person(*ITEMS)
    case["headaches"].append({**case["headaches"][0], "id": "B"})
    case["plans"].append({**plan(day(case), "dcf_stage1"), "headache": "B"})
    names = [one.name for one in exercises(sheet(case))]
    assert len(set(names)) == len(names) == 5
