"""What holds of every kind of letter."""

import io
from dataclasses import replace
from datetime import timedelta

import pypdf
import pytest

from concordant.facts.plan.consent import consent_given
from concordant.letters.kinds import KINDS
from concordant.letters.needed import Basis, Consent, To
from concordant.letters.people import Addressee, Clinic, Patient
from concordant.letters.refused import LetterRefused
from concordant.letters.request import Request
from concordant.letters.typesetting import pdf
from tests.letters.letters import CASES, MORE, REQUEST, everything, letter, unsigned, written
from tests.letters.test_typesetting import read, squeezed, tagged
from tests.people import assessed
from tests.progress.courses import day

EVERY = pytest.mark.parametrize("kind", KINDS)
TO_OTHERS = [one.id for one in KINDS.values() if one.to is not To.PERSON]


def refused(kind, case=None, **changes):
    with pytest.raises(LetterRefused) as caught:
        letter(case or CASES[kind](), kind=kind, **changes)
    return caught.value.missing


def test_every_kind_has_somebody_here_of_whom_it_can_be_written():
    assert CASES.keys() == KINDS.keys()


@EVERY
def test_it_says_to_whom_it_goes_what_it_rests_on_and_what_it_needs(kind):
    one = KINDS[kind]
    assert one.id == kind
    assert one.name
    assert one.title
    assert one.needs
    assert one.consent is None or one.consent.value in consent_given.kind.keys


def test_only_what_goes_to_the_person_or_cannot_wait_asks_for_no_consent():
    assert {one.id for one in KINDS.values() if one.consent is None} == {"emergency", "home_programme"}
    assert {one.id for one in KINDS.values() if one.consent is Consent.PAYER} == {"extension"}
    assert {one.id for one in KINDS.values() if one.basis is not Basis.ASSESSMENT} == {"emergency", "home_programme"}


@EVERY
def test_whole_tagged_titled_and_no_more_than_two_sides(kind):
    found = written(kind)
    made = pdf(found)
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert len(reader.pages) <= 2
    assert reader.metadata.title == found.title
    kinds, _ = tagged(reader.trailer["/Root"]["/StructTreeRoot"])
    assert [one for one in kinds if one in ("H1", "H2")] == ["H1", *["H2"] * len(found.sections)]
    told = squeezed(read(made))
    for line in everything(found).splitlines():
        assert squeezed(line[:60]) in told


@EVERY
def test_nothing_is_said_twice_under_one_heading(kind):
    for section in written(kind).sections:
        told = [part for part in section.parts if getattr(part, "text", "")]
        assert len({part.text for part in told}) == len(told)


@EVERY
def test_the_same_person_gives_the_same_letter(kind):
    assert written(kind) == written(kind)


@EVERY
def test_all_that_is_missing_is_said_at_once(kind):
    case = CASES[kind]()
    nobody = Request(Clinic(""), Patient(""))
    told = KINDS[kind].missing(assessed(case, day(case)), nobody)
    assert "The signer is missing: who answers for the letter." in told
    assert "The name of the person is missing." in told
    assert "The letterhead has no name of the clinic." in told
    assert ("The addressee is missing: to whom the letter goes." in told) is (kind in TO_OTHERS)
    not_signed = "The assessment as of 5 Feb 2024 is not signed."
    assert (not_signed in told) is (KINDS[kind].basis is Basis.ASSESSMENT)


@EVERY
def test_each_kind_rests_on_its_own_consent(kind):
    consent = KINDS[kind].consent
    case = CASES[kind]()
    given = case["facts"]["consent_given"]
    case["facts"]["consent_given"] = {key: on for key, on in given.items() if not consent or key != consent.value}
    if consent is None:
        case["facts"].pop("consent_given")
        assert letter(case, kind=kind)
    else:
        words = consent_given.kind.keys[consent.value].lower()
        told = refused(kind, case, **({"more": MORE} if kind == "extension" else {}))
        assert told == (f"No consent is on record: {words}.",)


@EVERY
def test_what_was_signed_on_another_day_is_not_told_as_of_this_one(kind):
    case = CASES[kind]()
    later = day(case) + timedelta(days=1)
    more = {"more": MORE} if kind == "extension" else {}
    case["assessments"] = [{"date": day(case).isoformat(), "by": "AH"}]
    found = KINDS[kind].missing(assessed(case, later), replace(REQUEST, **more))
    says = "The assessment that is signed is that of 5 Feb 2024; this letter would tell that of 6 Feb 2024."
    assert (says in found) is (KINDS[kind].basis is Basis.ASSESSMENT)


@pytest.mark.parametrize("kind", TO_OTHERS)
def test_only_the_emergency_needs_no_address(kind):
    told = KINDS[kind].missing(
        assessed(CASES[kind](), day(CASES[kind]())), replace(REQUEST, to=Addressee("The department"))
    )
    assert ("The addressee has no address." in told) is (kind != "emergency")


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"emergency", "home_programme", "extension"}))
def test_an_open_warning_sign_comes_first_in_every_letter_to_a_physician(kind):
    case = CASES[kind]()
    case["facts"]["cancer_history"] = True
    found = letter(case, kind=kind)
    assert found.sections[0].heading == "Please act on this first"
    assert "URGENT: needs a physician soon. Cancer now or in the past." in everything(found)


def test_a_clinician_without_an_assessment_of_that_day_signs_only_what_needs_none():
    case = CASES["home_programme"]()
    assert unsigned(case, day(case), kind="home_programme")


@EVERY
def test_an_age_stands_where_no_date_of_birth_is_on_record(kind):
    case = CASES[kind]()
    case["person"] = {"id": "someone", "age_years": 40, "sex": "female"}
    more = {"more": MORE} if kind == "extension" else {}
    assert ("Age", "40") in letter(case, kind=kind, **more).about
