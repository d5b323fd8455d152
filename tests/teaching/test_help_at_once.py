"""The page of warning signs speaks of what the safety screen asks, and asks for as much haste."""

from concordant.facts import DICTIONARY, Supplier
from concordant.facts.safety.history import new_red_flag_sign, red_flag_today
from concordant.safety import FLAGS, Action
from concordant.teaching.pages.help_at_once import NOW, SAID_APART, TODAY, help_at_once

PERSON = (Supplier.PATIENT, Supplier.DIARY)

NOT_A_SIGN = {
    # What somebody has, is or did before: it changes what a sign means and is nothing to watch for.
    "aura_first_age_years", "aura_symptom_types", "injury_date", "known_vertebral_disease", "osteoporosis",
    "uci_risk_conditions", "vascular_risk_factors",
    # How the crash went; the page sends everybody with bad neck pain after one.
    "ambulatory_since_injury", "neck_pain_delayed", "penetrating_injury", "rear_end_collision", "rear_end_exclusions",
    # Lists of what stands here one by one.
    "new_red_flag_sign", "diary_red_flags",
}  # fmt: skip


def told(action):
    """Facts of the person in the flags with this action."""
    return {
        fact.name
        for flag in FLAGS
        for level in flag.levels
        if level.action is action
        for fact in level.when.facts()
        if fact.supplied_by in PERSON
    } - NOT_A_SIGN


def of(signs):
    return {fact.name for sign in signs for fact in sign.facts}


def test_every_emergency_that_a_person_can_tell_is_on_the_page():
    assert told(Action.EMERGENCY) - of(NOW) - of(TODAY) == set()


def test_every_sign_of_the_same_day_is_on_the_page():
    assert told(Action.SAME_DAY) - of(NOW) - of(TODAY) == set()


def test_a_sign_that_is_an_emergency_by_itself_stands_in_the_first_list():
    alone = {
        fact.name
        for flag in FLAGS
        for level in flag.levels
        if level.action is Action.EMERGENCY
        for fact in level.when.facts()
        if len(level.when.facts()) == 1 and fact.supplied_by in PERSON
    }
    assert {"time_to_peak_seconds"} <= alone - NOT_A_SIGN <= of(NOW)


def test_nothing_is_left_out_on_purpose_that_no_flag_asks():
    asked = {fact.name for flag in FLAGS for level in flag.levels for fact in level.when.facts()}
    assert asked >= NOT_A_SIGN
    assert set(DICTIONARY) >= NOT_A_SIGN


def test_the_question_of_every_visit_is_answered_by_the_page():
    page = help_at_once.whole.lower()
    for word in ("double vision", "slurred speech", "swallowing", "drop", "dizzy", "numb", "eyelid", "weak", "clumsy",
                 "bladder", "unlike any before"):  # fmt: skip
        assert word in page
        assert word.split()[0] in new_red_flag_sign.ask.lower()


def test_what_the_diary_can_tick_stands_on_the_page():
    page = help_at_once.whole.lower()
    signs = {
        "worst_ever_headache": "worst headache",
        "neurological": "weak or numb",
        "fever": "fever",
        "trauma": "crash",
    }
    assert set(signs) == set(red_flag_today.kind.words)
    assert all(word in page for word in signs.values())


def test_thoughts_of_self_harm_have_their_own_words():
    assert [each.name for each in SAID_APART] == ["self_harm_thoughts"]
    assert "harming yourself" in help_at_once.whole
