"""How sure, what next, where from: the figures shown are the library's, never without an interval, never "normal"."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.person.how_sure import LEFT, LENGTH
from clinic.person.percent import percent, ratio_in_words, with_interval
from concordant.assessment import Assessment
from concordant.diagnosis.probability import says
from concordant.diagnosis.source_of_pain import LIMITS
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader
from tests.clinic.person.test_safety_first import signed
from tests.clinic.person.test_safety_first import words as words_with_entities
from tests.people import NOT_ASKED

LITTLE: dict[str, Any] = {"headaches": [{"id": "A", "facts": {"laterality": "right_always"}}]}


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        (0.0, "under 1\u00a0%"),
        (0.0049, "under 1\u00a0%"),
        (0.0051, "1\u00a0%"),
        (0.51, "51\u00a0%"),
        (0.9949, "99\u00a0%"),
        (0.9951, "over 99\u00a0%"),
        (1.0, "over 99\u00a0%"),
    ],
)
def test_a_share_in_percent(share: float, shown: str) -> None:
    assert percent(share) == shown


@given(st.floats(0, 1))
def test_no_share_is_said_to_be_certain(share: float) -> None:
    assert percent(share) not in ("0\u00a0%", "100\u00a0%")


def test_a_number_has_its_interval() -> None:
    assert with_interval(0.34, 0.09, 0.73).replace("\u00a0", " ") == "34 % (90 % interval 9 % to 73 %)"


@pytest.mark.parametrize(
    ("ratio", "shown"), [(0.083, "0.083"), (1.0, "1"), (4.06, "4.1"), (10.2, "10"), (123.4, "123")]
)
def test_a_ratio_has_two_digits_and_no_exponent(ratio: float, shown: str) -> None:
    assert ratio_in_words(ratio) == shown


def test_the_drawing_lies_where_the_library_says(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for)
    sure, found = the_headache(answer).how_sure, the_assessment(answer).probability("A")
    assert found.estimate is not None
    for bar, estimate in ((sure.before, found.prior), (sure.after, found.estimate)):
        places = [(place - LEFT) / LENGTH for place in (bar.low, bar.mean, bar.high)]
        assert places == pytest.approx([estimate.low, estimate.mean, estimate.high], abs=0.5 / LENGTH + 1e-9)
        assert bar.words == with_interval(estimate.mean, estimate.low, estimate.high)


def words(text: str) -> str:
    return html.unescape(words_with_entities(text)).replace("\u00a0", " ")


def the_headache(answer: Any) -> Any:
    return answer.context["headaches"][0]


def the_assessment(answer: Any) -> Assessment:
    found: Assessment = answer.context["look"].assessment
    return found


def test_beside_the_number_stand_interval_setting_and_that_it_is_no_diagnosis(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for)
    said, sure = words(answer.text), the_assessment(answer).probability("A")
    part = said[said.index("How sure") : said.index("What next")]
    assert sure.estimate is not None
    low, mean, high = (f"{share:.0%}".replace("%", " %") for share in
                       (sure.estimate.low, sure.estimate.mean, sure.estimate.high))  # fmt: skip
    assert part.index(mean) < part.index(f"interval {low} to {high}") < part.index(says.NOT_A_DIAGNOSIS) < 250
    assert says.BIAS in part
    assert "Setting: frequent headache" in part


def test_what_counts_and_what_does_not_is_told_with_its_ratio(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for)
    sure, found = the_headache(answer).how_sure, the_assessment(answer).probability("A")
    assert len(sure.counted) == len(found.weights) > 0
    assert [one.name for one in sure.counted] == [one.sign.name for one in found.weights]
    assert [one.why for one in sure.left_out] == list(found.left_out.values())
    said = words(answer.text)
    for one in sure.counted:
        assert f"Likelihood ratio {one.ratio} (90 % interval {one.low} to {one.high})" in said


def test_withheld_says_why_and_shows_no_number(read: Reader, physio: Actor, person: Person) -> None:
    signed(physio, person, neuro_deficit_new=True)
    answer = read(person)
    said = words(answer.text)
    part = said[said.index("How sure") : said.index("What next")]
    assert "Withheld: a red flag is open" in part
    assert "comes from the neck" not in part
    assert '<svg class="scale"' not in answer.text


def test_no_percentage_stands_without_its_interval(read: Reader, cared_for: Person) -> None:
    said = words(read(cared_for).text)
    part = said[said.index("How sure") : said.index("Where from")]
    for name in ("0 %", "50 %", "100 %"):  # the ends and the middle of the scale
        part = part.replace(f" {name} ", " ", 1)
    part = re.sub(r"\(90 % interval [^)]*\)|90 % interval \S+( \S+)? % to \S+( \S+)? %", "[interval]", part)
    part = part.replace(says.MEANING.split("about ")[1][:4], "")  # the share in a paper
    alone = [found for found in re.findall(r"\d+ %.{0,60}", part) if "[interval]" not in found]
    assert alone == []


def test_steps_are_the_librarys_in_its_order_three_of_them_open(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for)
    found, shown = the_assessment(answer).next_tests("A"), the_headache(answer).what_next
    assert [one.ask.fact for one in (*shown.first, *shown.more)] == [one.fact for one in found]
    assert len(shown.first) == 3
    assert all(one.ask.url for one in (*shown.first, *shown.more))


def test_safety_steps_come_first_and_lead_to_their_form(
    read: Reader, client: Client, physio: Actor, person: Person
) -> None:
    story.sign(physio, person, story.STARTED, "history", LITTLE)
    first = the_headache(read(person)).what_next.first
    assert {one.kind for one in first} == {"safety"}
    for one in first:
        assert one.ask.url == f"/people/{person.pk}/safety/"
        assert f'name="{one.ask.fact}' in client.get(one.ask.url).text


def test_what_a_result_would_do_has_its_interval(read: Reader, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", {"headaches": [{"id": "A", "facts": {}}]})
    shown = the_headache(read(person)).what_next
    told = [one for one in (*shown.first, *shown.more) if one.if_positive]
    assert told
    assert all("interval" in one.if_positive and "interval" in one.if_negative for one in told)


def test_a_referral_is_a_question_for_a_physician(read: Reader, physio: Actor, person: Person) -> None:
    asked = {"restlessness": True, "indomethacin_response": NOT_ASKED, "new_red_flag_sign": False}
    signed(physio, person, laterality="right_always", **asked)
    answer = read(person)
    step = next(one for one in the_headache(answer).what_next.more if one.kind == "referral")
    assert step.kind_name == "Question for a physician"
    assert not step.is_done_here
    assert "Ask the physician about a trial of indomethacin." in words(answer.text)


def test_a_joint_that_something_points_to_is_marked_and_named(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for)
    where = the_headache(answer).where_from
    assert {f"{one.name} {one.side}" for one in where.drawing.segments if one.is_named} == {"C1-C2 right"}
    assert [one.name for one in where.sources] == ["Lateral atlanto-axial joint (C1-C2), right"]
    assert "Pressure on the joint brings on the familiar headache" in where.sources[0].points_to
    assert answer.text.count('class="named"') == 2  # in the drawing, in its legend
    assert LIMITS in words(answer.text)


def test_not_tested_is_never_said_to_be_normal(read: Reader, physio: Actor, person: Person) -> None:
    story.sign(physio, person, story.STARTED, "history", LITTLE)
    answer = read(person)
    where = the_headache(answer).where_from
    assert where.sources == ()
    assert "Muscles" not in where.spoken_against
    assert "Suboccipital muscles, right" in where.not_tested
    said = words(answer.text)
    part = said[said.index("Where from") : said.index("Nothing points to them")]
    assert "normal" not in part.lower()
    assert "Nothing found so far points to one structure of the neck." in part
    assert "Not tested C0-C1 left, C0-C1 right" in part


def test_other_criteria_stand_beside_in_a_line_each(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for)
    names = [one.name for one in the_headache(answer).beside]
    assert names == [one.name for one in the_assessment(answer).beside_of("A")]
    assert len(names) == 4
    assert "no cut-off" in words(answer.text)


def test_headaches_stand_by_burden(read: Reader, physio: Actor, person: Person) -> None:
    heavy = {"headache_days_per_30d": 20, "pain_severity": "severe"}
    light = {"headache_days_per_30d": 2, "pain_severity": "mild"}
    headaches = [{"id": "light", "facts": light}, {"id": "heavy", "facts": heavy}]
    story.sign(physio, person, story.STARTED, "history", {"headaches": headaches})
    answer = read(person)
    assert [one.id for one in answer.context["headaches"]] == list(the_assessment(answer).headaches)
    assert answer.context["headaches"][0].id == "heavy"


def test_nothing_is_worked_out_twice(read: Reader, cared_for: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(cared_for).status_code == 200

    def never(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    for place in (
        "concordant.diagnosis.probability.judge.probability",
        "concordant.diagnosis.next_test.rank.next_tests",
        "concordant.assessment.sources_of_pain",
        "concordant.assessment.explain",
        "clinic.person.look.assess",
    ):
        monkeypatch.setattr(place, never)
    assert read(cared_for).status_code == 200


def test_the_page_of_a_diagnosis_has_label_remarks_and_subforms(
    read: Reader, client: Client, cared_for: Person
) -> None:
    found = the_assessment(read(cared_for)).diagnosis("11.2.1", "A")
    said = words(client.get(f"/people/{cared_for.pk}/diagnoses/A/11.2.1/").text)
    assert found.label
    assert f"Label: {found.label}" in said
    for remark in found.remarks:
        assert remark.words in said
    subforms = words(client.get(f"/people/{cared_for.pk}/diagnoses/A/1.5/").text)
    assert "Probable migraine without aura 1.5.1" in subforms
