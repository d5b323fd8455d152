"""What the letter to the family doctor says, before it is typeset."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from concordant.letters.first import ASKED, DISPUTED, FEW_DAYS, NO_CALL, NOTHING_ASKED, SEE, STATUSES
from concordant.letters.letter import Picture
from concordant.letters.people import Patient
from concordant.letters.proposed import HELD
from concordant.letters.refused import LetterRefused
from concordant.letters.uncertain import NO_PROOF
from concordant.progress import TRIGGERS, Status
from tests.letters.letters import REQUEST, letter, planned, retested, section, signed, table, treated, unsigned, words
from tests.people import FIRST_VISIT, NOT_ASKED
from tests.progress.courses import course, day, evenly, filled, rotated


def test_the_order_is_that_of_a_reader_who_stops_early():
    found = letter(retested(), remark="She sleeps better.")
    assert [one.heading for one in found.sections] == [
        "In short",
        "In my own words",
        "What we found",
        "What changed",
        "What was done",
        "What we propose",
        "What is uncertain",
    ]


def test_what_was_done_and_what_was_signed_for_the_time_to_come():
    found = letter(treated(planned()))
    assert " ".join(words(section(found, "What was done"))) == (
        "Sessions: 4 with the physiotherapist, 2 with the massage therapist. Given, with the number of sessions: C1/2 "
        "passive mobilisation, Maitland grade I to IV (4); Suboccipital release (sustained pressure, inhibition) (2). "
        "How much of the home programme was done is not known."
    )
    headings = [one.heading for one in found.sections]
    assert headings.index("What we propose") < headings.index("What we plan") < headings.index("What is uncertain")
    told = " ".join(" ".join(words(one)) for one in found.sections)
    assert told.count("The next retest is planned for") == 1


def test_a_treatment_from_elsewhere_keeps_its_name():
    case = retested()
    case["treatments"].append(
        {"date": day(case).isoformat(), "discipline": "other", "interventions": ["craniosacral_therapy"]}
    )
    (told,) = words(section(letter(case), "What was done"))
    assert "1 with somebody else" in told
    assert "craniosacral therapy (1)" in told


def test_who_writes_to_whom_about_whom():
    found = letter(retested())
    assert found.addressee == ("Dr. Okafor", "Seaview Family Practice", "88 Ocean Road, Vancouver BC")
    assert found.letterhead[0] == "Harbour Physiotherapy"
    assert dict(found.about) == {
        "Patient": "Maria Costa",
        "Born": "1 Mar 1984",
        "Number": "PHN 9012 372 173",
        "Last visit": "5 Feb 2024",
    }
    assert found.signature == (
        "Amira Haddad",
        "Physiotherapist, CHCPBC 12345",
        "Harbour Physiotherapy",
        "Signed the assessment as of 5 Feb 2024",
    )
    assert "Maria Costa" in found.footer


def test_measures_with_their_error_and_a_verdict_in_plain_words():
    rows = {one.name: one for one in table(section(letter(retested()), "What changed")).rows}
    days = rows["Headache days per 28 days"]
    assert (days.first, days.latest, days.change) == ("16.0", "8.0", "−50 %")
    assert days.verdict == "Better, and enough to matter"
    score = rows["Neck Disability Index"]
    assert (score.first, score.first_on, score.latest, score.latest_on) == (
        "18 points",
        "8 Jan 2024",
        "12 points",
        "5 Feb 2024",
    )
    assert (score.change, score.is_real) == ("−6 points", "Under 6 points may be error")
    assert rows["Flexion-rotation test left"].change == "+18°"


def test_a_gain_that_may_be_chance_is_not_called_no_change():
    # 12 to 6 days: large enough to matter, and one window does not rule out chance (retest 3.6).
    days = table(section(letter(retested(evenly(12), evenly(6))), "What changed")).rows[0]
    assert days.verdict == "Perhaps better, and enough to matter; it may still be chance"


def palpated(**how):
    case = retested()
    for visit, there in ((0, True), (1, False)):
        finding = {"fact": "palpation_familiar_headache", "side": "left", "segment": "C1-C2", "value": there}
        case["visits"][visit]["findings"].append({**finding, "rater": "KL", **how})
    return case


def test_what_cannot_be_compared_is_no_verdict_and_says_why():
    found = letter(palpated())
    assert not [one for one in table(section(found, "What changed")).rows if "palpation" in one.name.lower()]
    (told,) = [one for one in words(section(found, "What is uncertain")) if one.startswith("Measured and not to be")]
    assert "Familiar headache on segmental pressure C1-C2 left (the position is not known" in told


def test_of_a_sign_no_error_is_told():
    case = palpated(position="prone", headache_phase="none")
    rows = {one.name: one for one in table(section(letter(case), "What changed")).rows}
    row = rows["Familiar headache on segmental pressure C1-C2 left"]
    assert (row.first, row.latest, row.change, row.is_real, row.verdict) == (
        "yes",
        "no",
        "",
        "A sign: there or not",
        "Better",
    )


def test_headache_days_come_first_then_what_is_worse():
    case = retested()
    case["outcomes"] = []
    case["visits"][0]["findings"], case["visits"][1]["findings"] = [], []
    filled(case, "ndi", 12, 22)
    rotated(rotated(case, 0, "left", 20), 1, "left", 38)
    rows = table(section(letter(case), "What changed")).rows
    assert [one.name for one in rows] == [
        "Headache days per 28 days",
        "Neck Disability Index",
        "Flexion-rotation test left",
    ]
    assert [one.worse for one in rows] == [False, True, False]


def test_the_chart_stands_for_itself_in_words():
    (picture,) = [part for part in section(letter(retested()), "What changed").parts if isinstance(part, Picture)]
    assert picture.svg.startswith("<svg")
    assert "Baseline, the 28 days before treatment: 4 headache days per week" in picture.words


def test_without_a_diary_there_is_no_chart_and_the_letter_stands():
    case = retested()
    case["diary"] = []
    parts = section(letter(case), "What changed").parts
    assert not [part for part in parts if isinstance(part, Picture)]


def test_nothing_is_asked_where_nothing_is():
    assert NOTHING_ASKED in words(section(letter(retested()), "In short"))


@pytest.mark.parametrize(
    ("fact", "value", "urgency"),
    [("neuro_deficit_new", True, "EMERGENCY"), ("cancer_active", True, "SAME DAY"), ("cancer_history", True, "URGENT")],
)
def test_an_open_flag_comes_first_and_asks(fact, value, urgency):
    found = letter(retested(**{fact: value}))
    told = words(found.sections[0])
    assert found.sections[0].heading == "Please act on this first"
    assert any(one.startswith(urgency) for one in told)
    assert SEE in told
    assert (NO_CALL in told) is (urgency != "URGENT")
    assert NOTHING_ASKED not in told
    assert words(section(found, "What we propose"))[0] == HELD


def test_a_flag_says_by_when_and_whether_that_is_over():
    case = retested(cancer_history=True)
    case["facts"]["cancer_history"] = [{"value": True, "date": day(case).isoformat()}]
    due = next(one for one in words(letter(case).sections[0]) if one.startswith("URGENT"))
    assert "Due by 12 Feb 2024." in due
    on_the_day = letter(case, day(case) + timedelta(days=7))
    assert "Due by 12 Feb 2024." in " ".join(words(on_the_day.sections[0]))
    after = letter(case, day(case) + timedelta(days=8))
    assert "It was due by 12 Feb 2024, and no answer is on our record." in " ".join(words(after.sections[0]))


def test_what_was_not_asked_is_counted_and_never_clear():
    found = letter(retested(cancer_active=NOT_ASKED))
    assert any("not asked, so not clear: Active cancer" in one for one in words(section(found, "What is uncertain")))


@pytest.mark.parametrize(
    ("after", "says"),
    [
        (evenly(7), ""),
        (evenly(6, 24), "counted at their worst"),
        ("+.-.-.-." * 3 + "+.-.", "too few days were answered"),
    ],
)
def test_what_missing_days_leave_open_is_said(after, says):
    found = letter(retested(evenly(14), after))
    told = [one for one in words(section(found, "What is uncertain")) if one.startswith("Headache days: ")]
    assert len(told) == bool(says)
    assert says in "".join(told)
    # A reader who stops after the first sentences learns it there.
    assert (FEW_DAYS in words(found.sections[0])[0]) is ("too few" in says)


def test_entries_that_contradict_each_other_are_named():
    man = {"id": "someone", "born": "1984-03-01", "sex": "male"}
    found = letter(retested(person=man, pregnant_or_postpartum="pregnant"))
    (told,) = [one for one in words(section(found, "What is uncertain")) if one.startswith("Entries contradict")]
    assert "Not known until settled: " in told
    # What either entry raises stays open until it is settled.
    assert DISPUTED in " ".join(words(found.sections[0]))


def test_what_one_person_cannot_prove_stands_in_every_letter():
    assert words(section(letter(retested()), "What is uncertain"))[-1] == NO_PROOF


def test_criteria_are_told_by_their_published_letters():
    (told,) = [one for one in words(section(letter(retested()), "What we found")) if "11.2.1" in one]
    assert told.startswith("Cervicogenic headache (ICHD-3 11.2.1): a working diagnosis; criteria met A, B, D; open C. ")
    assert "What would settle it: " in told


def test_days_of_acute_medicine_are_told_or_said_to_be_unknown():
    assert any("acute medicines" in one.lower() for one in words(section(letter(retested()), "What we found")))
    without = letter(retested(acute_med_days_per_30d=NOT_ASKED, any_acute_med_days_per_30d=NOT_ASKED))
    assert "On how many days acute medicines were taken is not known." in words(section(without, "What we found"))


def test_every_status_has_words_and_every_request_its_trigger():
    assert set(STATUSES) == {*Status, None}
    assert ASKED.keys() <= {one.id for one in TRIGGERS}


# --- refused ------------------------------------------------------------------------------------------------


def refused(case, **changes):
    with pytest.raises(LetterRefused) as caught:
        letter(case, **changes)
    return caught.value.missing


def test_everything_that_is_missing_is_said_at_once():
    case = retested(consent_given=NOT_ASKED)
    with pytest.raises(LetterRefused) as caught:
        unsigned(case, day(case), to=None, signer=None)
    told = caught.value.missing
    assert told == (
        "The addressee is missing: to whom the letter goes.",
        "The signer is missing: who answers for the letter.",
        "The assessment as of 5 Feb 2024 is not signed.",
        "No consent is on record: sending records to the physician.",
    )


@pytest.mark.parametrize("days", [-1, 1])
def test_only_the_assessment_that_was_signed_is_told(days):
    case = retested()
    other = day(case) + timedelta(days=days)
    with pytest.raises(LetterRefused) as caught:
        unsigned(signed(case, other), day(case))
    # One that is signed later is not known yet.
    says = (
        "that is signed is that of 4 Feb 2024; .* that of 5 Feb 2024" if days < 0 else "as of 5 Feb 2024 is not signed"
    )
    assert re.fullmatch(rf"The assessment {says}\.", *caught.value.missing)


@pytest.mark.parametrize("blank", ["", "  ", "\n"])
def test_a_blank_is_missing(blank):
    assert REQUEST.to
    assert REQUEST.signer
    assert refused(retested(), to=replace(REQUEST.to, name=blank))
    assert refused(retested(), to=replace(REQUEST.to, lines=(blank,)))
    assert refused(retested(), signer=replace(REQUEST.signer, registration=blank))
    assert refused(retested(), patient=Patient(blank, "1"))


def test_somebody_must_be_told_apart():
    case = retested(person={"id": "someone", "age_years": 40})
    assert refused(case, patient=Patient("Maria Costa")) == (
        "Neither a date of birth nor a number says who the person is.",
    )
    assert letter(case)


def test_consent_counts_from_its_day():
    case = retested()
    on = day(case)
    for given, stands in ((-1, True), (0, True), (1, False)):
        case["facts"]["consent_given"] = {"send_to_physician": (on + timedelta(days=given)).isoformat()}
        if stands:
            assert letter(case)
        else:
            assert refused(case)


def test_consent_to_something_else_is_none():
    assert refused(retested(consent_given={"send_to_payer": FIRST_VISIT.isoformat()}))


def test_without_a_retest_there_is_no_progress_to_tell():
    case = course(consent_given={"send_to_physician": FIRST_VISIT.isoformat()})
    del case["visits"][1]
    assert refused(case, as_of=FIRST_VISIT) == (
        "There was no retest after the first visit, so there is no progress to tell.",
    )


def test_a_red_flag_is_told_without_a_retest():
    case = course(consent_given={"send_to_physician": FIRST_VISIT.isoformat()}, cancer_active=True)
    del case["visits"][1]
    assert letter(case, FIRST_VISIT).sections[0].heading == "Please act on this first"


def test_it_is_dated_by_the_day_on_which_it_is_written():
    later = FIRST_VISIT + timedelta(days=40)
    found = letter(retested(), written=later)
    assert (found.written, found.day) == (later, "17 Feb 2024")
    assert dict(found.about)["As known on"] == "5 Feb 2024"
    assert found.signature[-1] == "Signed the assessment as of 5 Feb 2024"
    assert "As known on" not in dict(letter(retested()).about)
