"""What the person reads: grade 7, nobody blamed, nothing promised, and no less haste than the page of warning signs."""

import re
from datetime import date
from pathlib import Path

import pytest

from concordant.diagnosis.explaining.plain_words import PLAIN
from concordant.facts import DICTIONARY, UNKNOWN
from concordant.facts.kinds import Flag
from concordant.facts.safety.history import new_red_flag_sign
from concordant.safety import Action
from concordant.selfcheck import INJURY, Stop, next_step, question
from concordant.selfcheck.danger import BY_PERSON
from concordant.selfcheck.points import FAMILIES
from concordant.selfcheck.question import EVERY_VISIT
from concordant.selfcheck.stop import PARAGRAPHS, TITLES
from concordant.teaching.pages.help_at_once import NOW, TODAY
from tests.support.flesch_kincaid import grade
from tests.teaching.test_pages import BLAME, HIGHEST_GRADE, MOST_WORDS, PROMISE, sentences

TEMPLATES = Path("src/clinic/templates/selfcheck")
POINTS = [text for family in FAMILIES for one in family.points for text in (one.speaks_for, one.speaks_against)]
STOPS = [one.whole for paragraphs in PARAGRAPHS.values() for one in paragraphs]
ON_PAGES = [
    text
    for each in sorted(TEMPLATES.glob("*.html"))
    for text in re.findall(r'{% translate "([^"]+)"', each.read_text("utf-8"))
    if len(text.split()) > 3
]
WORDS = [*POINTS, *STOPS, *ON_PAGES, question(INJURY).ask, question(new_red_flag_sign.name).ask]


@pytest.mark.parametrize("text", WORDS)
def test_it_can_be_read_at_grade_7(text):
    assert grade(text) <= HIGHEST_GRADE
    assert [one for one in sentences(text) if len(one.split()) > MOST_WORDS] == []


@pytest.mark.parametrize("text", WORDS)
def test_nobody_is_blamed_and_nothing_is_promised(text):
    assert BLAME.findall(text) == []
    assert PROMISE.findall(text) == []


def test_the_pages_have_words():
    assert len(ON_PAGES) > 20


def test_a_kind_of_headache_is_called_as_everywhere():
    for one in FAMILIES:
        assert PLAIN[one.code].name.startswith(one.name)


def test_the_question_of_every_visit_is_asked_of_a_stranger():
    assert new_red_flag_sign.ask.startswith(EVERY_VISIT)
    asked = question(new_red_flag_sign.name)
    assert asked.lead == "Is any of these new for you?"
    assert asked.lists
    assert "A weak arm or leg." in asked.rest
    assert f"{EVERY_VISIT}i{asked.ask[1:]}" == new_red_flag_sign.ask


def test_the_haste_is_in_the_title():
    assert TITLES == {
        Action.EMERGENCY: "Get help now",
        Action.SAME_DAY: "See a doctor today",
        Action.URGENT: "See a doctor soon",
    }


def test_each_lesser_stop_says_when_to_call_instead():
    for action in (Action.SAME_DAY, Action.URGENT):
        assert any("Call an ambulance now" in one.text for one in PARAGRAPHS[action])


ONLY_WITH_OTHERS = {
    # Of the first list: the sign joins them to another, or to an injury.
    "cough_sneeze_exertion_trigger", "pain_severe_and_continuous_for_days", "pulsatile_tinnitus",
    "severe_stiff_neck_pain", "whiplash_occurred", "head_injury_occurred", "limb_paraesthesia", "fever",
    # Of the second.
    "scalp_tenderness", "jaw_claudication", "pregnant_or_postpartum", "immune_compromise", "new_neck_pain",
    "pattern_change", "aura_positive",
}  # fmt: skip


@pytest.mark.parametrize(("signs", "action"), [(NOW, Action.EMERGENCY), (TODAY, Action.SAME_DAY)])
def test_a_sign_asks_for_no_less_haste_than_on_the_page_of_warning_signs(signs, action):
    names = {fact.name for sign in signs for fact in sign.facts if fact.supplied_by in BY_PERSON}
    tried = [name for name in sorted(names - ONLY_WITH_OTHERS) if isinstance(DICTIONARY[name].kind, Flag)]
    assert len(tried) >= 3
    for name in tried:
        step = next_step({name: True}, date(2024, 1, 8))
        assert isinstance(step, Stop), name
        assert step.action.strength <= action.strength, name


@pytest.mark.parametrize("word", ["diplopia", "dysarthria", "dysphagia", "drop_attacks"])
def test_one_of_the_five_is_enough_at_home(word):
    step = next_step({new_red_flag_sign.name: UNKNOWN, "five_d": frozenset([word])}, date(2024, 1, 8))
    assert isinstance(step, Stop)
    assert step.action is Action.EMERGENCY
