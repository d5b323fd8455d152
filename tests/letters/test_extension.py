"""The request to an insurer: what is asked for, function with its error, the plan; and nothing else."""

import pytest

from concordant.letters import extension as told_by
from concordant.letters.extension import HELD, NO_CLAIM, NO_FUNCTION, NO_NUMBER, NO_PAYER, NO_PLAN, NO_REASON, NO_WEEKS
from concordant.letters.refused import LetterRefused
from concordant.letters.request import MoreVisits
from tests.letters.letters import (
    MORE,
    TAKEN,
    claimed,
    everything,
    plan,
    retested,
    section,
    signed,
    table,
    tables,
    unsigned,
    words,
)
from tests.letters.letters import letter as written
from tests.people import FIRST_VISIT
from tests.progress.courses import day


def letter(case, more=MORE):
    return written(case, kind="extension", more=more)


def refused(case, more=MORE):
    with pytest.raises(LetterRefused) as caught:
        letter(case, more)
    return caught.value.missing


def test_the_number_asked_for_stands_first_with_what_was_used_and_why():
    found = letter(claimed())
    assert [one.heading for one in found.sections] == [
        "What we ask for",
        "Function at first and now",
        "The plan",
        "Until care ends",
    ]
    (asked,) = tables(found.sections[0])
    assert asked.rows == (
        ("Physiotherapy", "4", "not known", "8", "6 weeks"),
        ("Massage therapy", "2", "not known", "4", "6 weeks"),
    )
    assert words(found.sections[0])[0] == f"Reason: {MORE.reason}"
    assert dict(found.about)["Claim"] == "AB123456"
    assert dict(found.about)["Accident"] == "20 Dec 2023"


def test_visits_elsewhere_and_of_others_are_told_apart():
    case = claimed(visits_elsewhere_count={"physiotherapy": 3})
    case["treatments"].append({"date": "2024-02-01", "discipline": "kinesiologist"})
    case["treatments"].append({"date": "2024-02-02", "discipline": "physiotherapist", "status": "cancelled"})
    asked = {row[0]: row[1:] for row in tables(letter(case).sections[0])[0].rows}
    assert asked["Physiotherapy"] == ("4", "3", "8", "6 weeks")
    assert asked["Kinesiology"] == ("1", "not known", "none", "")


def test_function_with_its_error_and_the_work_role():
    found = section(letter(claimed()), "Function at first and now")
    rows = {one.name: one for one in table(found).rows}
    assert rows["Neck Disability Index"].is_real == "Under 6 points may be error"
    assert "Flexion-rotation test left" not in rows
    assert "Work at first (8 Jan 2024): changed or lighter duties. Work now: changed or lighter duties." in words(found)


def test_only_what_an_insurer_needs():
    case = claimed(acute_med_days_per_30d={**dict.fromkeys(TAKEN, 0), "triptan": 12})
    for number, score in enumerate((9, 3)):
        case["outcomes"].append({"date": case["visits"][number]["date"], "measure": "phq4", "value": score})
    case["headaches"].append({"id": "B", "name": "sick headache", "facts": {}})
    case = signed(case, day(case), ("5.3", "definite"), ("8.2", "definite"), ("1.1", "definite"))
    told = everything(unsigned(case, day(case), kind="extension", more=MORE)).lower()
    for word in ("phq", "mood", "anxiety", "medicine", "triptan", "migraine", "sick headache", "8.2"):
        assert word not in told, word
    assert "ah concludes: acute headache attributed to whiplash (ichd-3 5.3), definite." in told


def test_what_changed_in_the_plan_is_told():
    case = claimed()
    before = plan(FIRST_VISIT, "c1_c2_mobilisation", "dcf_stage1", "rmt_scm", phase="relief")
    before["items"][1]["dose"]["reps"] = 5
    case["plans"].insert(0, before)
    (told,) = [one for one in words(section(letter(case), "The plan")) if one.startswith("Against")]
    assert told == (
        "Against the plan of 8 Jan 2024: phase relief became restore movement and control; "
        "new: Suboccipital release (sustained pressure, inhibition), Supervised active neck mobility, "
        "Scapular stabiliser training; "
        "ended: Massage and trigger-point pressure: sternocleidomastoid; "
        "changed dose: Deep cervical flexor training, stage 1 (low load, pressure biofeedback)."
    )


@pytest.mark.parametrize("of_the_plan", ["before", "after"])
def test_a_referral_that_comes_or_goes_is_not_for_the_insurer(of_the_plan):
    case = claimed()
    private = [{"intervention": one} for one in ("psych_referral", "moh_referral", "sleep_plan")]
    before = plan(FIRST_VISIT, "dcf_stage1", phase="relief")
    (before if of_the_plan == "before" else case["plans"][0])["items"] += private
    case["plans"].insert(0, before)
    told = everything(letter(case)).lower()
    assert "against the plan of 8 jan 2024" in told
    for word in ("counselling", "psychology", "medication", "overuse", "sleep"):
        assert word not in told, word


def test_everything_that_is_missing_is_said_at_once():
    case = retested()
    case["outcomes"], case["diary"] = [], []
    assert refused(case, None) == (NO_PAYER, NO_NUMBER, NO_WEEKS, NO_REASON, NO_FUNCTION, NO_PLAN)


@pytest.mark.parametrize(
    ("payer", "told"),
    [
        ({"kind": "private"}, (told_by.PAYS_ALONE,)),
        ({"kind": "icbc"}, (NO_CLAIM, told_by.NO_ACCIDENT)),
        ({"kind": "extended", "claim": "77"}, ()),
    ],
)
def test_who_pays_decides_what_the_claim_needs(payer, told):
    case = claimed()
    case["episode"]["payer"] = payer
    if told:
        assert refused(case) == told
    else:
        assert letter(case)


@pytest.mark.parametrize(
    "more",
    [
        MoreVisits({"physiotherapy": 0}, 6, "why"),
        MoreVisits({"physio": 4}, 6, "why"),
        MoreVisits({"physiotherapy": 4}, 0, "why"),
        MoreVisits({"physiotherapy": 4}, 6, "  "),
    ],
)
def test_a_number_that_is_none_is_refused(more):
    assert len(refused(claimed(), more)) == 1


def test_while_a_warning_sign_is_open_nothing_is_asked_for():
    assert refused(claimed(cancer_active=True)) == (HELD,)


def test_one_week_is_one_week():
    assert "1 week" in everything(letter(claimed(), MoreVisits({"physiotherapy": 1}, 1, "why"))).splitlines()


def test_consent_to_a_letter_to_the_physician_is_none_to_the_payer():
    case = claimed()
    case["facts"]["consent_given"] = {"send_to_physician": FIRST_VISIT.isoformat()}
    assert refused(case) == ("No consent is on record: sending records to the payer.",)
