"""For each declared contradiction: entries that cannot all be true, and the nearest that can."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.people import bare

YOUNG = {"id": "someone", "born": "1984-03-01", "sex": "male"}


@dataclass(frozen=True)
class Pair:
    """Changes to an empty case that contradict each other, and one change that settles it."""

    wrong: dict[str, Any]
    right: dict[str, Any]
    unknown: tuple[str, ...] = field(default=())


def dated(day: str, value: Any) -> list[dict[str, Any]]:
    """A value said from a day on."""
    return [{"date": day, "value": value}]


def sided(fact: str, side: str, value: Any, **more: Any) -> dict[str, Any]:
    """A finding of one side."""
    return {"fact": fact, "side": side, "value": value, **more}


def visit(*findings: dict[str, Any], day: str = "2024-01-08", **more: Any) -> list[dict[str, Any]]:
    """One visit with findings."""
    return [{"date": day, "findings": list(findings), **more}]


def row(day: str, **facts: Any) -> dict[str, Any]:
    """A day of the diary."""
    return {"date": day, **facts}


def _of_block(**facts: Any) -> list[dict[str, Any]]:
    return [{"date": "2024-01-08", "facts": facts}]


BORN = {"person": YOUNG}

PAIRS: dict[str, Pair] = {
    "pregnant_and_male": Pair(
        BORN | {"pregnant_or_postpartum": "pregnant"},
        BORN | {"pregnant_or_postpartum": "no"},
        ("sex", "pregnant_or_postpartum"),
    ),
    "dissection_stable_but_never_diagnosed": Pair(
        {"dissection_diagnosed": False, "dissection_stable_date": "2023-01-01"},
        {"dissection_diagnosed": True, "dissection_stable_date": "2023-01-01"},
        ("dissection_diagnosed", "dissection_stable_date"),
    ),
    "discharged_before_care_began": Pair({"discharge_date": "2024-01-07"}, {"discharge_date": "2024-01-08"}),
    "older_at_onset_than_now": Pair(
        {"person": {"id": "x", "age_years": 40}, "age_at_headache_onset": 41},
        {"person": {"id": "x", "age_years": 40}, "age_at_headache_onset": 40},
        ("age_at_headache_onset", "age_years"),
    ),
    "more_days_with_one_headache_than_with_any": Pair(
        {"headache_days_per_30d": 11, "any_headache_days_per_30d": 10},
        {"headache_days_per_30d": 10, "any_headache_days_per_30d": 10},
        ("headache_days_per_30d", "any_headache_days_per_30d"),
    ),
    "more_days_in_a_month_than_in_the_year": Pair(
        {"headache_days_per_30d": 20, "headache_days_per_year": 19},
        {"headache_days_per_30d": 20, "headache_days_per_year": 20},
    ),
    "never_headache_before_yet_older": Pair(
        {
            "preexisting_headache": False,
            "headache_onset_date": "2023-01-01",
            "neck_disorder_onset_date": "2023-01-02",
        },
        {
            "preexisting_headache": False,
            "headache_onset_date": "2023-01-02",
            "neck_disorder_onset_date": "2023-01-02",
        },
        ("preexisting_headache", "headache_onset_date", "neck_disorder_onset_date"),
    ),
    "born_after_care_began": Pair(
        {"person": {"id": "x", "born": "2024-01-09"}}, {"person": {"id": "x", "born": "2024-01-08"}}
    ),
    "headache_there_before_its_onset": Pair(
        {"headache_onset_date": "2024-01-06", "diary": [row("2024-01-05", headache_today=True)]},
        {"headache_onset_date": "2024-01-06", "diary": [row("2024-01-06", headache_today=True)]},
        ("headache_onset_date",),
    ),
    "resolved_before_onset": Pair(
        {"headache_onset_date": "2023-02-02", "headache_resolved_date": "2023-02-01"},
        {"headache_onset_date": "2023-02-01", "headache_resolved_date": "2023-02-01"},
        ("headache_onset_date", "headache_resolved_date"),
    ),
    "awake_again_before_the_injury": Pair(
        {"injury_date": "2023-02-02", "consciousness_regained_date": "2023-02-01"},
        {"injury_date": "2023-02-02", "consciousness_regained_date": "2023-02-02"},
    ),
    "sedation_ended_before_the_injury": Pair(
        {"injury_date": "2023-02-02", "sedation_stopped_date": "2023-02-01"},
        {"injury_date": "2023-02-02", "sedation_stopped_date": "2023-02-02"},
    ),
    "awake_later_though_never_unconscious": Pair(
        {"injury_date": "2023-02-02", "consciousness_regained_date": "2023-02-03", "loc_minutes": 0},
        {"injury_date": "2023-02-02", "consciousness_regained_date": "2023-02-02", "loc_minutes": 0},
        ("loc_minutes", "consciousness_regained_date"),
    ),
    "resolved_yet_in_the_diary": Pair(
        {
            "headache_resolved": True,
            "headache_resolved_date": "2024-01-04",
            "diary": [row("2024-01-05", headache_today=True)],
        },
        {
            "headache_resolved": True,
            "headache_resolved_date": "2024-01-04",
            "diary": [row("2024-01-04", headache_today=True)],
        },
        ("headache_resolved", "headache_resolved_date"),
    ),
    "resolved_yet_continuous": Pair(
        {"headache_resolved": True, "headache_continuous": True},
        # First continuous, then gone.
        {"headache_resolved": dated("2024-01-07", True), "headache_continuous": dated("2024-01-06", True)},
        ("headache_resolved", "headache_continuous"),
    ),
    "resolved_yet_counted": Pair(
        {"headache_resolved_date": "2023-12-09", "headache_days_per_30d": 1},
        {"headache_resolved_date": "2023-12-10", "headache_days_per_30d": 1},
    ),
    "last_day_of_a_headache_that_has_not_gone": Pair(
        {"headache_resolved": False, "headache_resolved_date": "2023-12-09"},
        {"headache_resolved": True, "headache_resolved_date": "2023-12-09"},
    ),
    "continuous_yet_in_attacks": Pair(
        {"headache_continuous": True, "attack_duration_minutes": [60, 1439]},
        {"headache_continuous": True, "attack_duration_minutes": [60, 1440]},
        ("headache_continuous", "attack_duration_minutes"),
    ),
    "continuous_yet_never_became_so": Pair(
        {"headache_continuous": True, "onset_to_continuous_hours": None},
        {"headache_continuous": True, "onset_to_continuous_hours": 0},
    ),
    "continuous_with_free_days": Pair(
        {"headache_continuous": dated("2024-01-05", True), "diary": [row("2024-01-05", headache_today=False)]},
        {"headache_continuous": dated("2024-01-05", True), "diary": [row("2024-01-04", headache_today=False)]},
        ("headache_continuous",),
    ),
    "fewer_attacks_than_in_the_diary": Pair(
        {
            "attack_count_lifetime": 1,
            "diary": [
                row("2024-01-05", headache_today=True),
                row("2024-01-06", headache_today=False),
                row("2024-01-07", headache_today=True),
            ],
        },
        {
            "attack_count_lifetime": 1,
            "diary": [
                row("2024-01-05", headache_today=True),
                row("2024-01-06", headache_today=True),
                row("2024-01-07", headache_today=True),
            ],
        },
        ("attack_count_lifetime",),
    ),
    "always_one_side_yet_the_other": Pair(
        {"laterality": "left_always", "diary": [row("2024-01-05", headache_today=True, headache_side_today="right")]},
        {"laterality": "left_always", "diary": [row("2024-01-05", headache_today=True, headache_side_today="left")]},
        ("laterality",),
    ),
    "no_aura_yet_its_symptoms": Pair(
        {"aura_attack_count": 0, "aura_symptom_types": ["visual"]},
        {"aura_attack_count": 0, "aura_symptom_types": []},
    ),
    "no_aura_yet_in_the_diary": Pair(
        {"aura_attack_count": 0, "diary": [row("2024-01-05", headache_today=True, aura_today=True)]},
        {"aura_attack_count": 0, "diary": [row("2024-01-05", headache_today=True, aura_today=False)]},
    ),
    "indomethacin_dose_without_trial": Pair(
        {"indomethacin_response": "not_tried", "indomethacin_max_daily_mg": 25},
        {"indomethacin_response": "not_tried", "indomethacin_max_daily_mg": 0},
    ),
    "absent_yet_in_the_diary": Pair(
        {"headache_present": False, "diary": [row("2023-01-09", headache_today=True)]},
        {"headache_present": False, "diary": [row("2023-01-08", headache_today=True)]},
        ("headache_present",),
    ),
    "whiplash_grade_without_whiplash": Pair(
        {"whiplash_occurred": False, "wad_grade": "II"}, {"whiplash_occurred": True, "wad_grade": "II"}
    ),
    "head_injury_on_imaging_yet_none": Pair(
        {"head_injury_occurred": False, "head_imaging_injury": True},
        {"head_injury_occurred": False, "head_imaging_injury": False},
    ),
    "amnesia_without_memory_loss": Pair(
        {"memory_loss_around_injury": False, "pta_hours": 1}, {"memory_loss_around_injury": False, "pta_hours": 0}
    ),
    "block_report_without_block": Pair(
        {"visits": _of_block(block_pre_nrs=6)},
        {"visits": _of_block(block_pre_nrs=6, block_done=True)},
        ("block_done", "block_pre_nrs"),
    ),
    "relief_yet_no_less_pain": Pair(
        {"visits": _of_block(block_done=True, block_pre_nrs=6, block_best_post_nrs=6, block_relief_percent=90)},
        {"visits": _of_block(block_done=True, block_pre_nrs=6, block_best_post_nrs=5, block_relief_percent=90)},
        ("block_pre_nrs", "block_best_post_nrs", "block_relief_percent"),
    ),
    "hours_of_relief_yet_no_less_pain": Pair(
        {"visits": _of_block(block_done=True, block_pre_nrs=6, block_best_post_nrs=6, block_relief_hours=2)},
        {"visits": _of_block(block_done=True, block_pre_nrs=6, block_best_post_nrs=6, block_relief_hours=0)},
    ),
    "diastolic_not_below_systolic": Pair(
        {"systolic_bp_mmhg": 90, "diastolic_bp_mmhg": 90}, {"systolic_bp_mmhg": 91, "diastolic_bp_mmhg": 90}
    ),
    "flexion_rotation_beyond_rotation": Pair(
        {"visits": visit(sided("frt_rotation_deg", "left", 51), sided("arom_rotation_deg", "left", 40))},
        {"visits": visit(sided("frt_rotation_deg", "left", 50), sided("arom_rotation_deg", "left", 40))},
        ("frt_rotation_deg[left]", "arom_rotation_deg[left]"),
    ),
    "ccft_index_is_not_the_product": Pair(
        {"ccft_activation_mmhg": 24, "ccft_good_holds": 5, "ccft_performance_index": 21},
        {"ccft_activation_mmhg": 24, "ccft_good_holds": 5, "ccft_performance_index": 20},
    ),
    "ccft_index_without_a_clean_stage": Pair(
        {"ccft_activation_mmhg": 20, "ccft_performance_index": 12},
        {"ccft_activation_mmhg": 20, "ccft_performance_index": 0},
    ),
    "familiar_headache_without_head_pain": Pair(
        {
            "visits": visit(
                sided("palpation_head_pain", "left", False, segment="C1-C2"),
                sided("palpation_familiar_headache", "left", True, segment="C1-C2"),
            )
        },
        {
            "visits": visit(
                sided("palpation_head_pain", "left", False, segment="C2-C3"),
                sided("palpation_familiar_headache", "left", True, segment="C1-C2"),
            )
        },
    ),
    "average_above_worst": Pair(
        {"nprs_headache_average_7d": 6, "nprs_headache_worst_7d": 5},
        {"nprs_headache_average_7d": 5, "nprs_headache_worst_7d": 5},
    ),
    "phq4_is_not_the_sum": Pair(
        {"phq2_score": 2, "gad2_score": 2, "phq4_score": 5}, {"phq2_score": 2, "gad2_score": 2, "phq4_score": 4}
    ),
    "free_day_with_headache": Pair(
        {"diary": [row("2024-01-05", headache_today=False, headache_hours=0.5)]},
        {"diary": [row("2024-01-05", headache_today=False, headache_hours=0)]},
    ),
    "usual_pain_above_worst": Pair(
        {"diary": [row("2024-01-05", headache_today=True, intensity_nrs=4, intensity_usual_nrs=5)]},
        {"diary": [row("2024-01-05", headache_today=True, intensity_nrs=4, intensity_usual_nrs=4)]},
    ),
    "no_medicine_yet_taken": Pair(
        {"diary": [row("2024-01-05", acute_medication=[], acute_medication_detail=[{"class": "nsaid"}])]},
        {"diary": [row("2024-01-05", acute_medication=["nsaid"], acute_medication_detail=[{"class": "nsaid"}])]},
    ),
    "free_day_with_a_named_headache": Pair(
        {"diary": [row("2024-01-05", headache_today=False), row("2024-01-05", headache="A", intensity_nrs=4)]},
        {"diary": [row("2024-01-05", headache_today=True), row("2024-01-05", headache="A", intensity_nrs=4)]},
    ),
    "two_people": Pair(
        {
            "visits": [
                {"date": "2024-01-08", "by": "physiotherapist", "facts": {"crom_reduced": True}},
                {"date": "2024-01-08", "by": "physician", "facts": {"crom_reduced": False}},
            ]
        },
        # Somebody who looks again on the same day corrects themselves.
        {
            "visits": [
                {"date": "2024-01-08", "by": "physician", "facts": {"crom_reduced": True}},
                {"date": "2024-01-08", "by": "physician", "facts": {"crom_reduced": False}},
            ]
        },
        ("crom_reduced",),
    ),
}
for _point in ("suboccipital", "upper_trapezius", "sternocleidomastoid", "splenius", "levator_scapulae"):
    _name = f"trigger_point_{_point}"
    PAIRS[f"{_name}_absent_yet_felt"] = Pair(
        {"visits": visit(sided(_name, "left", "none"), sided(f"{_name}_familiar_headache", "left", True))},
        {"visits": visit(sided(_name, "left", "none"), sided(f"{_name}_familiar_headache", "right", True))},
        (f"{_name}[left]", f"{_name}_familiar_headache[left]"),
    )
for _day in (
    "headache_onset_date",
    "headache_resolved_date",
    "injury_date",
    "consciousness_regained_date",
    "sedation_stopped_date",
    "neck_disorder_onset_date",
    "dissection_stable_date",
):
    PAIRS[f"{_day}_told_in_advance"] = Pair(
        {_day: dated("2024-01-07", "2024-01-08")}, {_day: dated("2024-01-07", "2024-01-07")}, (_day,)
    )
    PAIRS[f"{_day}_before_birth"] = Pair(BORN | {_day: "1984-02-29"}, BORN | {_day: "1984-03-01"}, (_day, "birth_date"))


def case_of(changes: dict[str, Any]) -> dict[str, Any]:
    """A case of whom nothing is known but these."""
    return bare(**changes)
