"""A badly typed rule cannot be built, and the message says what does not fit."""

import re

import pytest

from concordant.criteria import (
    CriterionError,
    all_of,
    any_of,
    at,
    at_a_visit,
    at_least,
    at_most,
    at_or_above,
    between,
    cleared,
    held_at_retests,
    holds_at_least,
    in_a_headache,
    in_an_injury,
    key_of,
    meets,
    nodes,
    not_empty,
    on_or_after,
    one_of,
    only,
    yes,
)
from concordant.facts.diary.counts import acute_med_days_per_30d
from concordant.facts.diary.day import headache_today
from concordant.facts.examination.flexion_rotation import frt_rotation_deg
from concordant.facts.examination.palpation import palpation_familiar_headache
from concordant.facts.fact import Scope
from concordant.facts.history.pattern import (
    attack_count_lifetime,
    headache_onset_date,
    laterality,
    pain_qualities,
    photophobia,
)
from concordant.facts.safety.results import red_flag_cleared

MEDS = "ergotamine, triptan, paracetamol, nsaid, asa, other_non_opioid, opioid, combination, other"
SIDES = "left_always, right_always, one_sided_alternating, bilateral"

MISTAKES = {
    "a number is not yes or no": (
        lambda: yes(attack_count_lifetime),  # type: ignore[arg-type]
        "attack_count_lifetime (number, scope headache): yes() asks for yes/no",
    ),
    "yes or no has no bounds": (
        lambda: at_or_above(photophobia, 1),  # type: ignore[arg-type]
        "photophobia (yes/no, scope headache): a comparison with a number asks for number or range",
    ),
    "a list is not a choice": (
        lambda: one_of(pain_qualities, "pulsating"),  # type: ignore[arg-type]
        "pain_qualities (any of, scope headache): one_of() asks for one of",
    ),
    "a choice is not a list": (
        lambda: meets(laterality, "bilateral"),  # type: ignore[arg-type]
        "laterality (one of, scope headache): meets() asks for any of",
    ),
    "only() asks for a list": (
        lambda: only(laterality, "bilateral"),  # type: ignore[arg-type]
        "laterality (one of, scope headache): only() asks for any of",
    ),
    "holds_at_least() asks for a list": (
        lambda: not_empty(laterality),  # type: ignore[arg-type]
        "laterality (one of, scope headache): holds_at_least() asks for any of",
    ),
    "an order asks for dates": (
        lambda: on_or_after(headache_onset_date, attack_count_lifetime),  # type: ignore[arg-type]
        "attack_count_lifetime (number, scope headache): on_or_after() asks for date",
    ),
    "an unknown word": (
        lambda: one_of(laterality, "left"),
        f"laterality (one of, scope headache): left is not allowed; allowed: {SIDES}",
    ),
    "unknown is no word to ask for": (
        lambda: one_of(laterality, "unknown"),
        f"laterality (one of, scope headache): unknown is not allowed; allowed: {SIDES}",
    ),
    "no word at all": (
        lambda: one_of(laterality),
        f"laterality (one of, scope headache): no word at all is not allowed; allowed: {SIDES}",
    ),
    "a bound that nobody can enter": (
        lambda: at_or_above(at(frt_rotation_deg, side="left"), 91),
        "frt_rotation_deg (number, scope visit): the bound 91 lies outside what can be entered: a number from 0 to 90",
    ),
    "nothing lies between": (
        lambda: between(attack_count_lifetime, 9, 5),
        "attack_count_lifetime (number, scope headache): nothing lies between 9 and 5",
    ),
    "a comparison without a bound": (
        lambda: nodes.Within(nodes.Term(attack_count_lifetime)),
        "attack_count_lifetime (number, scope headache): a comparison needs a bound",
    ),
    "a missing side": (
        lambda: at_or_above(frt_rotation_deg, 30),
        "frt_rotation_deg (number, scope visit): side None does not fit; it has sides: left_right",
    ),
    "a wrong side": (
        lambda: at(frt_rotation_deg, side="middle"),
        "frt_rotation_deg (number, scope visit): side 'middle' does not fit; it has sides: left_right",
    ),
    "a side of something that has none": (
        lambda: at(photophobia, side="left"),
        "photophobia (yes/no, scope headache): side 'left' does not fit; it has sides: none",
    ),
    "a missing segment": (
        lambda: at(palpation_familiar_headache, side="left"),
        "palpation_familiar_headache (yes/no, scope visit): segment None does not fit",
    ),
    "a wrong segment": (
        lambda: at(palpation_familiar_headache, side="left", segment="C7-T1"),
        "palpation_familiar_headache (yes/no, scope visit): segment 'C7-T1' does not fit",
    ),
    "an unknown key": (
        lambda: key_of(acute_med_days_per_30d, "aspirin"),
        f"acute_med_days_per_30d (table, scope person): no key 'aspirin'; it has {MEDS}",
    ),
    "a key of something that has none": (
        lambda: key_of(photophobia, "left"),  # type: ignore[arg-type]
        "photophobia (yes/no, scope headache): it has no keys, so 'left' does not fit",
    ),
    "a clearance without a key": (
        lambda: nodes.Cleared(nodes.Term(red_flag_cleared), ()),
        "red_flag_cleared (table, scope person): cleared() asks for a key of a table",
    ),
    "more words than there are": (
        lambda: holds_at_least(9, pain_qualities),
        "pain_qualities (any of, scope headache): 9 words cannot be asked of 8",
    ),
    "at least none of a list": (
        lambda: holds_at_least(0, pain_qualities),
        "pain_qualities (any of, scope headache): 0 words cannot be asked of 8",
    ),
    "more parts than there are": (
        lambda: at_least(2, yes(photophobia)),
        "2 cannot be asked of 1 parts",
    ),
    "fewer than no parts": (lambda: at_most(-1, yes(photophobia)), "-1 cannot be asked of 1 parts"),
    "no parts": (all_of, "AllOf needs at least one part"),
    "a letter that stands twice": (
        lambda: nodes.AllOf((nodes.Part(yes(photophobia), "A"), nodes.Part(yes(photophobia), "A"))),
        "a letter stands twice in A, A",
    ),
    "a fact that is no criterion": (
        lambda: any_of(photophobia),  # type: ignore[arg-type]
        "photophobia is not a criterion; write yes(…), one_of(…), between(…)",
    ),
    "each injury, of a rule that reads none": (
        lambda: in_an_injury(yes(photophobia)),
        "the rule for each injury reads nothing of a injury",
    ),
    "each visit, of a rule that reads none": (
        lambda: at_a_visit(yes(photophobia)),
        "the rule for each visit reads nothing of a visit",
    ),
    "each headache, of a rule that reads none": (
        lambda: in_a_headache(cleared(red_flag_cleared, "gca", of=())),
        "the rule for each headache reads nothing of a headache",
    ),
    "each day": (
        lambda: nodes.ForSome(Scope.DAY, nodes.Part(yes(headache_today))),
        "a rule cannot run over each day",
    ),
    "held at retests, of what is not found at visits": (
        lambda: held_at_retests(28, yes(photophobia)),
        "a rule that is held at retests reads facts of a visit or course",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_it_cannot_be_built(mistake):
    build, message = MISTAKES[mistake]
    with pytest.raises(CriterionError, match=f"^{re.escape(message)}$"):
        build()
