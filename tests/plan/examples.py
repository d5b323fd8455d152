"""The nine worked examples of treatment 6.2, read from the reference itself.

``NOT_PRINTED`` holds what a plan there needs and its list of facts leaves out: each printed plan follows only with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from concordant.facts import UNKNOWN
from concordant.plan.interventions import BY_ID
from concordant.plan.plan import Plan
from concordant.plan.planner import plan_for
from concordant.safety import Safety
from tests.people import asked_everything, assessed
from tests.plan.told import HEADACHE, NEGATIVE, Told, clean_safety, with_rows

REFERENCE = (Path(__file__).parents[2] / "docs/clinical/treatment.md").read_text("utf-8")
_EXAMPLE = re.compile(
    r"#### Example (\w+) (.*?)\n.*?Facts in:\n\n```yaml\n(.*?)```.*?Plan out:\n\n```yaml\n(.*?)```", re.DOTALL
)

NOT_PRINTED: Mapping[str, Mapping[str, Any]] = {
    "1": {"work_posture_provokes": True},
    "2": {"work_posture_provokes": True},
    "4": {"ndi_percent": 40, "work_status": "off"},
    "5": {"work_posture_provokes": True},
    "7": {
        "cgh_status": "undetermined",
        "trigger_point_suboccipital_concordant": True,
        "trigger_point_upper_trapezius_concordant": True,
        "mvpa_minutes_per_week": 60,
        "usual_stress_nrs": 6,
    },
    "E": {"extensor_control_impaired": UNKNOWN},
}

CUT_OFF_DEG = 32
"""Of the flexion-rotation test in the nine examples; examination 3.2 has it by age."""


@dataclass(frozen=True)
class Example:
    """One of the nine."""

    id: str
    title: str
    told: Mapping[str, Any]
    out: Mapping[str, Any]

    @property
    def facts(self) -> dict[str, Any]:
        """Every fact of the plan."""
        told: dict[str, Any] = {name: UNKNOWN if value == "unknown" else value for name, value in self.told.items()}
        if told.get("work_status") is False:
            # What "off" is to a reader of YAML 1.1.
            told["work_status"] = "off"
        facts = {**NEGATIVE, **NOT_PRINTED.get(self.id, {}), **told}
        if told.get("sessions_this_technique"):
            facts["sessions_this_technique"] = dict.fromkeys(BY_ID, 0) | told["sessions_this_technique"]
        if "frt_rotation_min_deg" in told:
            facts["frt_restricted"] = told["frt_rotation_min_deg"] <= CUT_OFF_DEG
        if "dnf_endurance_seconds" in told:
            facts["dnf_endurance_below_norm"] = told["dnf_endurance_seconds"] < told["dnf_endurance_norm_seconds"]
        facts["concordant_any"] |= any(facts[f"concordant_{one}"] for one in ("c0_c1", "c1_c2", "c2_c3"))
        # As the dictionary derives it.
        facts["neck_driven"] = facts["cgh_status"] in ("definite", "provisional") or (
            (facts["cgh_status"] == "undetermined" or facts["whiplash_headache_status"] == "definite")
            and facts["concordant_any"]
        )
        return facts

    @property
    def safety(self) -> Safety:
        """The screen of a real person, clean but for what the example tells."""
        if self.told.get("safety_action") == "emergency":
            return assessed(asked_everything(horner_signs=True)).safety
        rows = {"osteoporosis": "ci_bone", "anticoagulant_or_clotting": "ci_bleeding"}
        return with_rows(clean_safety(), *(row for fact, row in rows.items() if self.told.get(fact)))

    @property
    def knowledge(self) -> Told:
        """What is known of the person."""
        return Told(self.facts, injured="injury_weeks_ago" in self.told)

    def plan(self, **kwargs: Any) -> Plan:
        """The proposal."""
        return plan_for(self.knowledge, self.safety, HEADACHE, {}, **kwargs)


def _which(line: re.Match[str]) -> str:
    return f"requested: [{', '.join(re.findall('([a-z_]+): not indicated', line[1]))}]"


def _as_yaml(out: str) -> str:
    """The printed plan as YAML: of the wishes only which they are, as their answers are sentences."""
    wishes = re.sub(r"requested: {(.*)}", _which, out)
    return wishes.replace("(stop rule)", "stop")


EXAMPLES = tuple(
    Example(number, title, yaml.safe_load(told), yaml.safe_load(_as_yaml(out)))
    for number, title, told, out in _EXAMPLE.findall(REFERENCE)
)
