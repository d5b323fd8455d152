"""The block matrix: every cell as in the clinical reference, and combined by the strictest letter."""

import random
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from concordant.criteria import Truth
from concordant.facts import DICTIONARY
from concordant.safety.matrix import NOT_ASKED_AGAIN, NOT_SCREENED, ROWS, TECHNIQUES, Letter, RowReading
from concordant.safety.matrix.combine import combine
from concordant.safety.matrix.row import GENERAL_LIMIT
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed

REFERENCE = Path(__file__).parents[2] / "docs" / "clinical" / "diagnosis.md"
CELL = re.compile(r"([SLO])(?: \((.+)\))?(?: (until .+))?")
EVERY_ROW = {row.id: row for row in (*ROWS, NOT_ASKED_AGAIN, NOT_SCREENED)}

# --- the table ----------------------------------------------------------------------------------------------------


def written():
    """Rows of the table of diagnosis 4.9 as they stand in the document: id, finding, test, cells."""
    text = REFERENCE.read_text("utf-8")
    section = text[text.index("### 4.9") : text.index("## 5.")]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    for line in lines[2:]:
        identity, finding, test, *cells = (cell.strip() for cell in line.strip("|").split("|"))
        yield identity.strip("`"), finding, test, cells


WRITTEN = list(written())


def test_the_document_holds_the_rows_that_we_know():
    named = [identity for identity, *_ in WRITTEN if identity != "-"]
    assert len(named) == 23
    beyond = {"uci_risk", "low_csf"}  # sentences of 4.5 and 1.16 outside the table
    assert {row.id for row in ROWS} == {*named, *beyond}
    assert [finding for identity, finding, *_ in WRITTEN if identity == "-"] == [
        "flag not yet asked",
        "medication overuse only",
    ]


def test_medication_overuse_alone_blocks_nothing_and_needs_no_row():
    (cells,) = [cells for _, finding, _, cells in WRITTEN if finding == "medication overuse only"]
    assert cells == ["O"] * 6


@pytest.mark.parametrize(
    ("identity", "cells"),
    [
        (identity if identity != "-" else "not_asked", cells)
        for identity, finding, _, cells in WRITTEN
        if finding != "medication overuse only"
    ],
)
def test_every_cell_is_as_written(identity, cells):
    row = EVERY_ROW[identity]
    for technique, cell in zip(TECHNIQUES, cells, strict=True):
        letter, limit, until = CELL.fullmatch(cell).groups()
        assert row.letters[technique] is Letter(letter), technique
        plain = GENERAL_LIMIT if letter == "L" else ""
        assert row.limit(technique) == (limit or plain), technique
        assert until is None or row.until == until


def test_the_tests_read_the_facts_that_the_document_names():
    for identity, _, test, _ in WRITTEN:
        if identity == "-" or "flag_" in test or "safety_action" in test:
            continue
        names = {name for name in re.findall(r"[a-z_0-9]+", test) if name in DICTIONARY}
        read = {fact.name for fact in EVERY_ROW[identity].when.facts()}
        assert names, identity
        assert names <= read, identity


# --- combining ------------------------------------------------------------------------------------------------------

readings = st.lists(
    st.sampled_from([RowReading(row, truth) for row in EVERY_ROW.values() for truth in (Truth.MET, Truth.UNKNOWN)]),
    max_size=8,
)


def letters(rows):
    return {one.technique: one.letter for one in combine(rows)}


def strictness(found):
    return [found[technique].strictness for technique in TECHNIQUES]


@given(readings, st.sampled_from(list(EVERY_ROW.values())))
def test_one_finding_more_never_loosens_a_letter(rows, row):
    before, after = strictness(letters(rows)), strictness(letters([*rows, RowReading(row, Truth.MET)]))
    assert all(b <= a for b, a in zip(before, after, strict=True))


@given(readings, st.randoms(use_true_random=False))
def test_the_order_of_findings_does_not_matter(rows, rng: random.Random):
    shuffled = list(rows)
    rng.shuffle(shuffled)
    assert letters(rows) == letters(shuffled)


@given(readings)
def test_each_letter_names_a_row_that_gives_it(rows):
    for one in combine(rows):
        if one.letter is Letter.ALLOWED:
            assert (one.because, one.until) == ((), "")
        else:
            assert one.because
            assert one.until
            assert all(EVERY_ROW[name].letters[one.technique] is one.letter for name in one.because)
            assert bool(one.limit) == (one.letter is Letter.LIMITED)


# --- people -----------------------------------------------------------------------------------------------------------

FINDINGS = {
    "seizure_new": True,
    "cancer_history": True,
    "cancer_active": True,
    "uci_risk_conditions": ["rheumatoid_arthritis"],
    "uci_symptoms": ["metallic_taste"],
    "generalised_hypermobility": True,
    "vascular_risk_factors": ["anticoagulant", "recent_neck_manipulation"],
    "pain_unlike_any_other": True,
    "hoffmann": True,
    "babinski": True,
    "gait_deviation": True,
    "multi_level_root_signs": True,
    "worsening_neuro_function": True,
    "single_level_radiculopathy": True,
    "osteoporosis": True,
    "midline_tenderness": True,
    "injury_date": "2024-01-07",
    "spine_imaging_cleared": False,
    "recent_neck_surgery": True,
    "pregnant_or_postpartum": "postpartum_6_weeks",
    "fever": True,
    "severe_stiff_neck_pain": True,
    "immune_compromise": True,
    "plausible_mechanical_explanation": False,
    "systolic_bp_mmhg": 190,
    "orthostatic_pattern": "worse_upright_better_lying",
    "progressive_worsening": True,
}
WITH_THE_INJURY = ("spine_imaging_cleared",)
"""Facts that only an injury has."""


def person(chosen):
    return asked_everything(**{name: FINDINGS[name] for name in chosen if name != "spine_imaging_cleared"})


def of_person(case):
    return {name: one.letter for name, one in assessed(case).safety.techniques.items()}


some = st.sets(st.sampled_from([name for name in FINDINGS if name not in WITH_THE_INJURY]), max_size=5)


@given(some, st.data())
def test_a_finding_more_in_a_person_never_loosens_a_letter(chosen, data):
    more = data.draw(st.sampled_from(sorted(set(FINDINGS) - {*chosen, *WITH_THE_INJURY})))
    before, after = strictness(of_person(person(chosen))), strictness(of_person(person({*chosen, more})))
    assert all(b <= a for b, a in zip(before, after, strict=True)), more


EVENTS = {
    # What nobody has entered did not happen: these are reports and events, not questions of the screen.
    "new_red_flag_sign",
    "dissection_diagnosed",
    "adverse_reaction_to_testing",
    "sharp_purser",
    "alar_ligament_test",
    "membrane_tests",
    "transverse_ligament_test",
    "aura_symptom_types",
}


def stated(case):
    places = [case["facts"], case["headaches"][0]["facts"], case["visits"][0]["facts"]]
    places += [one["facts"] for one in case["injuries"]]
    return [(place, name) for place in places for name in place if name not in EVENTS]


@given(some, st.data())
def test_taking_an_answer_away_never_loosens_a_letter(chosen, data):
    case = person(chosen)
    before = strictness(of_person(case))
    place, name = data.draw(st.sampled_from(stated(case)))
    del place[name]
    after = strictness(of_person(case))
    assert all(b <= a for b, a in zip(before, after, strict=True)), name


@pytest.mark.parametrize("changes", [{}, FINDINGS], ids=["calm", "everything wrong"])
def test_taking_any_one_answer_away_never_loosens_a_letter(changes):
    case = asked_everything(**changes)
    before = strictness(of_person(case))
    for place, name in stated(case):
        value = place.pop(name)
        after = strictness(of_person(case))
        place[name] = value
        assert all(b <= a for b, a in zip(before, after, strict=True)), name


@pytest.mark.parametrize(
    ("facts", "letters_of_row", "because"),
    [
        ({"cancer_history": True}, "S S S L S L", "ci_urgent"),
        ({"uci_risk_conditions": ["rheumatoid_arthritis"]}, "S S L O L L", "ci_inflammatory"),
        ({"uci_risk_conditions": ["down_syndrome"]}, "S S L O O O", "uci_risk"),
        ({"generalised_hypermobility": True}, "S S L O L L", "ci_lax"),
        ({"vascular_risk_factors": ["anticoagulant"]}, "S L O L S O", "ci_bleeding"),
        ({"vascular_risk_factors": ["diabetes", "immobile"]}, "S S L L L O", "ci_vascular_v1"),
        ({"single_level_radiculopathy": True}, "S L O O L L", "ci_radicular"),
        ({"osteoporosis": True}, "S L L O O L", "ci_bone"),
        ({"vascular_risk_factors": ["long_term_steroid"]}, "S L L O O L", "ci_bone"),
        ({"pregnant_or_postpartum": "pregnant"}, "L L O O L O", "ci_pregnant"),
        ({"pregnant_or_postpartum": "postpartum_6_weeks"}, "S L O O L O", "ci_postpartum"),
        ({"vascular_risk_factors": ["recent_neck_manipulation"]}, "S L O O O O", "ci_manip_elsewhere"),
        ({"plausible_mechanical_explanation": False}, "S S L L L L", "ci_no_mechanism"),
        ({"recent_neck_surgery": True}, "S S S S S S", "ci_neck_surgery"),
        ({"injury_date": "2024-01-08"}, "S S L L L L", "ci_72h"),
        ({"orthostatic_pattern": "worse_upright_better_lying"}, "S S S S S L", "low_csf"),
        ({"fever": True, "severe_stiff_neck_pain": False}, "S S S S S S", "ci_infection"),
        ({"headache_onset_date": "2000-01-01"}, "L L O O O O", "ci_age_onset"),
    ],
)
def test_one_finding_gives_its_row(facts, letters_of_row, because):
    safety = assessed(asked_everything(**facts)).safety
    assert " ".join(one.letter.value for one in safety.techniques.values()) == letters_of_row
    assert any(because in one.because for one in safety.techniques.values())


@pytest.mark.parametrize(("hours", "counts"), [(71, True), (72, True), (73, False)])
def test_the_first_72_hours(hours, counts):
    case = asked_everything(whiplash_occurred=True, injury_hours_ago=hours, injury_weeks_ago=0.4)
    assert ("ci_72h" in {one.row.id for one in assessed(case).safety.rows}) is counts


@pytest.mark.parametrize(("onset", "counts"), [("2002-02-28", True), ("2002-03-01", False)])
def test_onset_before_18(onset, counts):
    case = asked_everything(headache_onset_date=onset, headache_onset_precision="day")
    assert ("ci_age_onset" in {one.row.id for one in assessed(case).safety.rows}) is counts


def test_before_the_screen_is_done_everything_is_held():
    safety = assessed(asked_everything(fever=NOT_ASKED)).safety
    assert set(safety.techniques["neck_load"].because) == {"not_screened"}
    assert {one.letter for one in safety.techniques.values()} == {Letter.STOP}


def test_after_it_what_was_not_asked_again_stops_thrust_and_limits_the_rest():
    case = asked_everything()
    case["visits"].append({"date": "2024-02-20", "facts": {"systolic_bp_mmhg": 120}})
    safety = assessed(case, date(2024, 3, 1)).safety
    assert " ".join(one.letter.value for one in safety.techniques.values()) == "S S L L L L"
    assert safety.techniques["soft_tissue"].until == "until it is asked"


def test_a_contraindication_that_nobody_asked_about_counts_as_there_and_says_what_to_ask():
    safety = assessed(asked_everything(recent_neck_surgery=NOT_ASKED)).safety
    assert safety.not_known == ("recent_neck_surgery",)
    assert safety.techniques["neck_load"].because == ("ci_neck_surgery",)
    assert safety.manual_therapy == "stop"


def test_manipulation_elsewhere_is_over_after_a_week():
    case = asked_everything(vascular_risk_factors=["recent_neck_manipulation"])
    safety = assessed(case, FIRST_VISIT + timedelta(days=8)).safety
    assert "ci_manip_elsewhere" not in {one.row.id for one in safety.rows}
