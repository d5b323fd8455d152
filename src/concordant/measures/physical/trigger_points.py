"""Trigger points of five muscles (examination 3.11)."""

from __future__ import annotations

from concordant.facts.examination import trigger_points as facts
from concordant.facts.fact import Fact
from concordant.facts.kinds import Flag
from concordant.measures.measure import Better, Measure
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import FROM_PROVOCATION_ON
from concordant.measures.procedure import Body, Procedure
from concordant.measures.repeats import SignGone


def _familiar(fact: Fact[Flag], muscle: str) -> Measure:
    return Measure(
        fact,
        f"familiar headache from the {muscle}",
        Better.DOWN,
        ("hands",),
        ("sitting", "supine", "prone"),
        no_norm="normal is none; there is no scale",
        change=SignGone("no error of measurement is known (examination 7); raters agree poorly (Rathbone 2017)"),
        same_rater_only=True,
    )


suboccipital = _familiar(facts.trigger_point_suboccipital_familiar_headache, "suboccipital muscles")
upper_trapezius = _familiar(facts.trigger_point_upper_trapezius_familiar_headache, "upper trapezius")
sternocleidomastoid = _familiar(facts.trigger_point_sternocleidomastoid_familiar_headache, "sternocleidomastoid")
splenius = _familiar(facts.trigger_point_splenius_familiar_headache, "splenius")
levator_scapulae = _familiar(facts.trigger_point_levator_scapulae_familiar_headache, "levator scapulae")

procedure = Procedure(
    "trigger_points",
    "Trigger points",
    "examination 3.11",
    step=8,
    body=Body.SUPINE,
    how=(
        "Flat or pincer palpation along the fibre. Two of three: a taut band, an oversensitive spot, referred "
        "pain. Active where the person knows the pain. Rate pain and recognition, not the nodule: raters disagree "
        "on the band. For planning massage, not for a diagnosis."
    ),
    contraindications="No pressure at the front of the neck over the carotid; infection, recent thrombosis.",
    minutes=minutes("trigger_points", 5, "trigger points of five muscles, both sides"),
    source="Rathbone 2017, doi:10.1097/AJP.0000000000000459",
    measures=(suboccipital, upper_trapezius, sternocleidomastoid, splenius, levator_scapulae),
    findings=(
        facts.trigger_point_suboccipital,
        facts.trigger_point_upper_trapezius,
        facts.trigger_point_sternocleidomastoid,
        facts.trigger_point_splenius,
        facts.trigger_point_levator_scapulae,
        facts.trigger_point_referral_regions,
        facts.trigger_point_suboccipital_concordant,
        facts.trigger_point_upper_trapezius_concordant,
        facts.trigger_point_sternocleidomastoid_concordant,
        facts.trigger_point_levator_scapulae_concordant,
    ),
    locked_by=FROM_PROVOCATION_ON,
    masked_by_medicine=True,
)
