"""The rows (diagnosis 4.9). Letters and words are those of the table; all are product rules.

Where a row is stricter than the published precaution list (doi:10.1186/s12891-019-2871-y, Table 3), the reference
says so: a deliberate default.
"""

from __future__ import annotations

from collections.abc import Mapping

from concordant.criteria import Criterion, above, any_of, below, in_a_headache, in_an_injury, no, one_of, yes
from concordant.facts.examination.general import generalised_hypermobility
from concordant.facts.history.pattern import age_at_headache_onset
from concordant.facts.safety.history import (
    cancer_active,
    fever,
    osteoporosis,
    pregnant_or_postpartum,
    recent_neck_surgery,
)
from concordant.facts.safety.results import (
    anticoagulant_or_clotting,
    connective_tissue_disorder,
    inflammatory_arthritis,
    long_term_steroid,
    manipulated_elsewhere_7d,
    recent_throat_or_neck_infection,
)
from concordant.facts.safety.signs import (
    multi_level_root_signs,
    plausible_mechanical_explanation,
    single_level_radiculopathy,
    worsening_neuro_function,
)
from concordant.safety.catalogue import FLAGS
from concordant.safety.cord import myelopathy_2of5, myelopathy_3of5, progressive_neurology
from concordant.safety.every_visit import first_days_after_injury
from concordant.safety.flag import UNTIL_CHANGED, UNTIL_CLEARED, Action, raised
from concordant.safety.imaging import ccr_imaging
from concordant.safety.injury import FIRST_HOURS, in_the_first_hours
from concordant.safety.instability import instability
from concordant.safety.matrix.row import Row, letters
from concordant.safety.other_causes import fracture, low_csf_pressure
from concordant.safety.vascular import dissection_known, pain_with_risk, pain_without_risk, risk_only, signs

EARLY_ONSET_AGE, LATE_ONSET_AGE = 18, 55
"""First sudden episode before 18 or after 55: a published precaution (doi:10.1186/s12891-019-2871-y)."""

_PRESSING = tuple(key for flag in FLAGS for key in flag.keys(Action.EMERGENCY, Action.SAME_DAY))
_URGENT = tuple(key for flag in FLAGS for key in flag.keys(Action.URGENT))
_NOT_A_CAUTION = (Action.EMERGENCY, Action.SAME_DAY, Action.URGENT)


def _of_flags(
    identity: str,
    finding: str,
    written: str,
    keys: tuple[str, ...],
    *,
    until: str = UNTIL_CLEARED,
    limits: Mapping[str, str] | None = None,
) -> Row:
    return Row(identity, finding, letters(written), until, frozenset(keys), limits or {}, raised(keys))


def _of_facts(
    identity: str,
    finding: str,
    written: str,
    when: Criterion,
    *,
    until: str = UNTIL_CHANGED,
    limits: Mapping[str, str] | None = None,
    keys: tuple[str, ...] = (),
) -> Row:
    return Row(identity, finding, letters(written), until, frozenset(keys), limits or {}, when)


ROWS: tuple[Row, ...] = (
    _of_flags("ci_red_flag", "An emergency or same-day flag is open", "S S S S S S", _PRESSING),
    _of_flags(
        "ci_urgent",
        "An urgent flag is open",
        "S S S L S L",
        _URGENT,
        limits={"soft_tissue": "away from the upper neck"},
    ),
    _of_flags("ci_fracture", "Fracture suspected", "S S S S S S", (*ccr_imaging.keys(), *fracture.keys())),
    _of_flags("ci_instability", "Instability suspected", "S S S L S L", instability.keys(*_NOT_A_CAUTION)),
    _of_facts(
        "ci_inflammatory", "Inflammatory arthritis, no sign of instability", "S S L O L L", yes(inflammatory_arthritis)
    ),
    _of_facts(
        "ci_lax",
        "Connective-tissue disorder or hypermobility",
        "S S L O L L",
        any_of(yes(connective_tissue_disorder), yes(generalised_hypermobility)),
    ),
    _of_flags(
        "ci_vascular",
        "Neck artery suspected (V2, V2b, V3)",
        "S S S S S S",
        (*signs.keys(), *pain_with_risk.keys(), *pain_without_risk.keys(), *dissection_known.keys()),
    ),
    _of_flags(
        "ci_vascular_v1",
        "Two or more vascular risk factors (V1)",
        "S S L L L O",
        risk_only.keys(),
        limits={"soft_tissue": "no deep pressure on the front of the neck"},
        until=UNTIL_CHANGED,
    ),
    _of_facts("ci_bleeding", "Bleeding risk", "S L O L S O", yes(anticoagulant_or_clotting)),
    _of_flags("ci_myelopathy", "Cord signs, 3 or more of 5", "S S S S S S", myelopathy_3of5.keys()),
    _of_flags("ci_myelopathy2", "Cord signs, 2 of 5", "S S L L S L", myelopathy_2of5.keys()),
    _of_facts(
        "ci_neuro",
        "Several nerve roots, or neurology getting worse",
        "S S S L S S",
        any_of(yes(worsening_neuro_function), yes(multi_level_root_signs)),
        keys=progressive_neurology.keys(),
    ),
    _of_facts("ci_radicular", "One nerve root, stable", "S L O O L L", yes(single_level_radiculopathy)),
    _of_facts("ci_bone", "Weak bone", "S L L O O L", any_of(yes(osteoporosis), yes(long_term_steroid))),
    _of_facts(
        "ci_cancer", "Active cancer", "S S S L S L", yes(cancer_active), limits={"soft_tissue": "with oncologist"}
    ),
    _of_facts(
        "ci_72h",
        f"First {FIRST_HOURS} h after an injury",
        "S S L L L L",
        in_an_injury(in_the_first_hours),
        until=f"until {FIRST_HOURS} h after the injury are over",
        limits={"neck_load": "active motion"},
        keys=first_days_after_injury.keys(),
    ),
    _of_facts(
        "ci_neck_surgery",
        "Recent neck surgery",
        "S S S S S S",
        yes(recent_neck_surgery),
        until="until surgeon clears",
    ),
    _of_facts(
        "ci_pregnant",
        "Pregnancy",
        "L L O O L O",
        one_of(pregnant_or_postpartum, "pregnant"),
        until="until the birth",
        limits={"soft_tissue": "positioning"},
    ),
    _of_facts(
        "ci_postpartum",
        "First 6 weeks after birth",
        "S L O O L O",
        one_of(pregnant_or_postpartum, "postpartum_6_weeks"),
        until="until 6 weeks after the birth",
    ),
    _of_facts(
        "ci_infection",
        "Fever or local infection",
        "S S S S S S",
        any_of(yes(fever), yes(recent_throat_or_neck_infection)),
        until="until the infection is over",
    ),
    _of_facts(
        "ci_manip_elsewhere",
        "Neck manipulated elsewhere in the same week",
        "S L O O O O",
        yes(manipulated_elsewhere_7d),
        until="until 7 days after it",
    ),
    _of_facts(
        "ci_age_onset",
        "First sudden episode before 18 or after 55",
        "L L O O O O",
        in_a_headache(
            any_of(below(age_at_headache_onset, EARLY_ONSET_AGE), above(age_at_headache_onset, LATE_ONSET_AGE))
        ),
    ),
    _of_facts(
        "ci_no_mechanism",
        "No plausible mechanical explanation",
        "S S L L L L",
        no(plausible_mechanical_explanation),
    ),
    # Sentences of the reference that stand outside its table.
    _of_flags("uci_risk", "Risk of instability, no symptom (4.5)", "S S L O O O", instability.keys(Action.CAUTION)),
    _of_flags("low_csf", "Low CSF pressure suspected (1.16)", "S S S S S O", low_csf_pressure.keys()),
)

NOT_ASKED_AGAIN = Row(
    "not_asked",
    "A warning sign was not yet asked, or not asked again at this visit",
    letters("S S L L L L"),
    "until it is asked",
)

NOT_SCREENED = Row(
    "not_screened",
    "The safety screen has not been done",
    letters("S S S S S S"),
    "until every safety question is asked",
)
"""Before the first full screen nothing is planned at all (conflicts C08)."""
