"""The request for a diagnostic block: what was tried, how much, what came of it, and where the findings point."""

import pytest

from concordant.letters.block import NO_ADHERENCE, NO_SEGMENT, NO_VERDICT, NOTHING_TRIED
from concordant.letters.first import ASKED
from concordant.letters.progress import NO_RETEST
from concordant.letters.refused import LetterRefused
from tests.letters.letters import everything, letter, not_helped, retested, section, tables, words
from tests.people import NOT_ASKED


def block(case, **changes):
    return letter(case, kind="diagnostic_block", **changes)


def refused(case, **changes):
    with pytest.raises(LetterRefused) as caught:
        block(case, **changes)
    return caught.value.missing


def test_the_order_is_that_of_a_reader_who_stops_early():
    assert [one.heading for one in block(not_helped()).sections] == [
        "In short",
        "What was tried",
        "What changed",
        "What we found",
        "What points there",
        "What is uncertain",
    ]


def test_the_target_is_named_with_the_headache_and_the_signs():
    found = block(not_helped())
    assert any("Lateral atlanto-axial joint (C1-C2), right (headache A)" in one for one in words(found.sections[0]))
    (signs,) = words(section(found, "What points there"))
    assert signs.startswith("Lateral atlanto-axial joint (C1-C2), right: Pressure on the joint brings on the familiar")


def test_what_was_tried_with_doses_and_adherence():
    found = section(block(not_helped()), "What was tried")
    assert tables(found)[0].rows[0][1:] == ("4", "8 Jan 2024", "24 Jan 2024", "grade III, 3 sets of 60 seconds")
    assert "Of the home programme 72 % was done in the last 28 days." in words(found)


def test_everything_it_needs_is_named_at_once():
    case = not_helped(adherence_percent_28d=NOT_ASKED)
    assert refused(case) == (NO_ADHERENCE,)
    case["treatments"] = [{"date": "2024-01-08", "discipline": "physiotherapist"}]
    case["visits"][-1]["findings"] = []
    assert refused(case) == (NOTHING_TRIED, NO_ADHERENCE, NO_SEGMENT)


def test_each_treatment_without_a_dose_is_named():
    case = not_helped()
    case["plans"] = []
    case["treatments"][0]["done"] = [{"intervention": "headache_snag"}]
    (told,) = refused(case)
    assert told == "The dose is not on record of: Headache SNAG (sustained upper cervical glide)."


def test_without_a_verdict_nothing_shows_that_it_was_tried():
    case = not_helped()
    case["diary"], case["outcomes"] = [], []
    case["visits"][0]["findings"] = []
    assert refused(case) == (NO_VERDICT,)
    del case["visits"][0]
    assert NO_RETEST in refused(case)


@pytest.mark.parametrize(("done", "told"), [(True, True), (False, False)])
def test_an_earlier_block_is_told_and_none_that_was_not_done(done, told):
    case = not_helped()
    case["visits"][0]["findings"].append({"fact": "block_done", "headache": "A", "value": done})
    assert ("A diagnostic block of 8 Jan 2024 is on record." in everything(block(case))) is told


def test_mood_is_not_the_specialists():
    case = not_helped()
    case["outcomes"].append({"date": "2024-02-05", "measure": "phq4", "items": [2, 2, 3, 3]})
    told = everything(block(case))
    assert "PHQ" not in told
    assert ASKED["mood"] not in told
    # The same screen is told to the family doctor.
    assert ASKED["mood"] in everything(letter(case))


def test_it_asks_for_an_opinion_and_recommends_nothing():
    told = everything(block(not_helped()))
    assert "Please assess for a diagnostic block, or give us your opinion." in told
    assert "we recommend" not in told.lower()


def test_without_treatment_there_is_nothing_to_tell():
    assert NOTHING_TRIED in refused(retested())
