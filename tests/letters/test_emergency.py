"""The shortest letter: what is suspected, what was found and when, by telephone first, whatever else is not signed."""

import io
from datetime import timedelta

import pypdf
import pytest

from concordant.letters.emergency import NO_CONSENT, NO_FLAG, NOT_PHONED, UNSIGNED
from concordant.letters.people import Addressee
from concordant.letters.refused import LetterRefused
from concordant.letters.typesetting import pdf
from tests.letters.letters import everything, letter, planned, retested, section, signed, tables, unsigned, words
from tests.people import FIRST_VISIT, NOT_ASKED, bare
from tests.progress.courses import day

DROOPING = {"neuro_deficit_new": True}


def emergency(case, on=None, **changes):
    return unsigned(case, on or day(case), kind="emergency", **changes)


def test_the_order_is_that_of_haste():
    found = emergency(retested(**DROOPING), remark="He came by bus.")
    assert [one.heading for one in found.sections] == [
        "By telephone first",
        "What we suspect",
        "In my own words",
        "What we found, and when",
        "What you may want to know besides",
    ]


def test_it_goes_out_unsigned_without_consent_and_says_so():
    case = retested(**DROOPING, consent_given=NOT_ASKED)
    told = words(section(emergency(case), "What you may want to know besides"))
    assert NO_CONSENT in told
    assert UNSIGNED in told
    agreed = signed(retested(**DROOPING), day(case))
    told = words(section(emergency(agreed), "What you may want to know besides"))
    assert "The patient agreed on 8 Jan 2024 that we send records to a physician." in told
    assert UNSIGNED not in told


def test_a_named_registered_signer_is_required_instead():
    with pytest.raises(LetterRefused) as caught:
        emergency(retested(**DROOPING), signer=None, to=None)
    assert caught.value.missing == (
        "The addressee is missing: to whom the letter goes.",
        "The signer is missing: who answers for the letter.",
    )


def test_the_department_needs_no_address():
    assert emergency(retested(**DROOPING), to=Addressee("Emergency department"))


def test_every_finding_with_its_day_its_time_and_who_said_so():
    case = retested(**DROOPING, systolic_bp_mmhg=190)
    case["visits"][0]["recorded"] = f"{FIRST_VISIT}T14:05"
    (table,) = tables(section(emergency(case), "What we found, and when"))
    assert ("New focal neurological deficit", "yes", "the examiner, 8 Jan 2024, written down 14:05") in table.rows
    assert (
        "Systolic blood pressure, resting",
        "190 mmHg",
        "the examiner, 8 Jan 2024, written down 14:05",
    ) in table.rows


def test_what_was_written_down_on_another_day_says_which():
    case = retested(**DROOPING)
    case["visits"][0]["recorded"] = f"{FIRST_VISIT + timedelta(days=1)}T09:30"
    (table,) = tables(section(emergency(case), "What we found, and when"))
    assert table.rows[0][2] == "the examiner, 8 Jan 2024, written down 9 Jan 2024 09:30"


def test_what_is_told_as_a_finding_is_not_told_again():
    told = everything(emergency(retested(**DROOPING, systolic_bp_mmhg=190, diastolic_bp_mmhg=100)))
    assert told.count("190 mmHg") == 1
    assert "Diastolic blood pressure, resting: 100 mmHg (the examiner, 8 Jan 2024)." in told


def test_the_strongest_flags_come_first_each_under_its_word():
    found = emergency(retested(**DROOPING, cancer_active=True))
    texts = words(section(found, "What we suspect"))
    assert texts[0] == "EMERGENCY: needs the emergency department at once:"
    assert texts.index("SAME DAY: needs a physician on the day:") > 1
    assert all(part.fixed for part in section(found, "What we suspect").parts)


def test_what_is_urgent_but_not_for_today_is_no_emergency():
    with pytest.raises(LetterRefused) as caught:
        emergency(retested(cancer_history=True))
    assert caught.value.missing == (NO_FLAG,)


def test_the_call_is_told_or_left_to_be_written_by_hand():
    assert NOT_PHONED in words(emergency(retested(**DROOPING)).sections[0])
    told = words(emergency(retested(**DROOPING), phoned="Dr. Ng, triage, 14:05").sections[0])
    assert told[0] == "We telephoned: Dr. Ng, triage, 14:05."


def test_what_was_not_asked_is_never_clear():
    case = bare(**DROOPING, person={"id": "someone", "born": "1984-03-01"})
    told = everything(emergency(case, FIRST_VISIT))
    assert "Not asked, so not clear: " in told
    assert "No treatment was given here so far." in told


def test_entries_that_contradict_each_other_stay_open_and_are_named():
    man = {"id": "someone", "born": "1984-03-01", "sex": "male"}
    told = everything(emergency(retested(**DROOPING, person=man, pregnant_or_postpartum="pregnant")))
    assert "Entries of our chart contradict each other: " in told


def test_the_last_treatment_is_told():
    case = planned(**DROOPING)
    case["treatments"][-1]["interventions"] = ["cervical_manipulation"]
    told = everything(emergency(case))
    assert "Last treatment here on 8 Jan 2024: Cervical thrust manipulation (HVLA)." in told


@pytest.mark.parametrize("more", [{}, {"cancer_active": True, "fever": True, "visual_loss_or_amaurosis": True}])
def test_it_is_one_page(more):
    case = retested(**DROOPING, systolic_bp_mmhg=190, diastolic_bp_mmhg=120, horner_signs=True, **more)
    assert len(pypdf.PdfReader(io.BytesIO(pdf(emergency(case)))).pages) == 1


def test_nothing_of_mood_or_goals_goes_along():
    case = planned(**DROOPING)
    case["outcomes"].append({"date": day(case).isoformat(), "measure": "phq4", "value": 9})
    assert "PHQ" not in everything(letter(case, kind="emergency"))
