"""What stands against a treatment: the block matrix of diagnosis 4.9, and the rows that only a plan reads.

Each technique belongs to one column of the matrix. S there makes a mark that blocks, L one that asks for a named
sign-off and a change (treatment 0.2, 0.4). Planner-only rows are assumptions or usual practice, recalled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from concordant.criteria import Criterion, any_of, below, in_an_injury, key_of, one_of, yes
from concordant.facts.examination.general import irritability, widespread_allodynia
from concordant.facts.examination.sensorimotor import concussion_active, vestibular_disorder_untreated
from concordant.facts.history.injury import injury_weeks_ago
from concordant.facts.history.person import (
    age_years,
    cardiac_unstable,
    lymphoedema_area,
    metal_allergy,
    neck_fusion,
    needle_phobia,
)
from concordant.facts.plan.consent import adverse_reaction_prior, consent_refused
from concordant.facts.safety.history import immune_compromise
from concordant.facts.safety.results import exertional_headache_new
from concordant.facts.safety.signs import local_skin_infection, open_wound_area
from concordant.plan.distress import sensitive
from concordant.safety.flag import UNTIL_CHANGED
from concordant.safety.matrix import ROWS, TECHNIQUES, Letter, Row
from concordant.safety.matrix.row import letters
from concordant.settings import whole

RECENT_TRAUMA_WEEKS = whole(
    "plan_recent_trauma_weeks",
    6,
    unit="weeks",
    low=1,
    high=52,
    says="For so many weeks after an injury there is no thrust, and load and grade are low.",
    source="treatment 0.4 (assumption; the limit of one trial)",
)
ADULT_YEARS = 18
"""People under this age are outside this planner (treatment 0.4, 7)."""

sensitised: Criterion = any_of(sensitive, yes(widespread_allodynia))


def _row(identity: str, finding: str, written: str, change: str, when: Criterion, source: str) -> Row:
    stated = {technique: change for technique, letter in letters(written).items() if letter is Letter.LIMITED}
    return Row(identity, f"{finding} ({source})", letters(written), UNTIL_CHANGED, limits=stated, when=when)


_ASSUMED = "product rule, treatment 0.4"
_USUAL = "usual practice, recalled, treatment 0.4"

PLAN_ROWS: tuple[Row, ...] = (
    _row(
        "ci_recent_trauma",
        f"Injury in the last {RECENT_TRAUMA_WEEKS} weeks",
        "S L L O L L",
        "no thrust; grade I to II; half doses",
        in_an_injury(below(injury_weeks_ago, RECENT_TRAUMA_WEEKS)),
        _ASSUMED,
    ),
    _row("ci_fusion", "Old fusion", "S L L O L L", "not at or next to the level", yes(neck_fusion), _ASSUMED),
    _row(
        "ci_irritable",
        "Small load, strong and long reaction",
        "S L L L L L",
        "grade I to II; halve every dose",
        one_of(irritability, "high"),
        _ASSUMED,
    ),
    _row(
        "ci_sensitised",
        "Widespread sensitivity",
        "L L O L L O",
        "light pressure; pain education and aerobic exercise first",
        sensitised,
        _ASSUMED,
    ),
    _row(
        "ci_minor",
        f"Under {ADULT_YEARS}",
        "S L L O S O",
        "outside this planner",
        below(age_years, ADULT_YEARS),
        _ASSUMED,
    ),
    _row(
        "ci_needle",
        "A problem with needles",
        "O O O O S O",
        "manual release",
        any_of(yes(needle_phobia), yes(lymphoedema_area), yes(immune_compromise), yes(metal_allergy)),
        _USUAL,
    ),
    _row(
        "ci_skin",
        "A problem of the skin over the area",
        "O O O S S O",
        "treat elsewhere",
        any_of(yes(local_skin_infection), yes(open_wound_area)),
        _USUAL,
    ),
    _row(
        "ci_cardiac",
        "Unstable heart disease, or a new headache on exertion",
        "O O O O O L",
        "medical clearance",
        any_of(yes(cardiac_unstable), yes(exertional_headache_new)),
        _USUAL,
    ),
    _row(
        "ci_concussion",
        "Symptoms of a concussion, worse with effort",
        "O O O O O L",
        "below the threshold of symptoms",
        yes(concussion_active),
        _USUAL,
    ),
    _row(
        "ci_vestibular",
        "An untreated vestibular disorder",
        "O O O O O L",
        "treat it first",
        yes(vestibular_disorder_untreated),
        _USUAL,
    ),
)


def rows_of_item(intervention: str) -> tuple[Row, Row]:
    """The two rows that are asked of each treatment on its own."""
    return (
        _row(
            "ci_adverse",
            "A bad reaction to this before",
            "S L L L L O",
            "choose another technique",
            yes(key_of(adverse_reaction_prior, intervention)),
            _ASSUMED,
        ),
        _row(
            "ci_no_consent",
            "The person declines this",
            "S S S S S S",
            "choose another technique",
            yes(key_of(consent_refused, intervention)),
            "product rule, treatment 0.4",
        ),
    )


CHANGES: Mapping[str, str] = {
    "ci_urgent": "massage away from the upper neck, gentle motion only",
    "ci_vascular_v1": "no end-range rotation; no deep pressure on the front of the neck; record consent",
    "ci_instability": "imaging; exercise only in neutral",
    "ci_inflammatory": "grade I to II; no end of range",
    "ci_lax": "mid-range; favour motor control",
    "ci_bleeding": "light pressure, no needles",
    "ci_myelopathy2": "urgent referral",
    "ci_neuro": "same-day or urgent referral",
    "ci_radicular": "avoid positions that worsen arm pain",
    "ci_bone": "grade I to III; no thoracic pressure",
    "ci_cancer": "with oncologist",
    "ci_72h": "active motion and advice",
    "ci_pregnant": "no prone; positioning",
    "ci_postpartum": "watch vascular signs",
    "ci_manip_elsewhere": "wait 7 days",
    "ci_age_onset": "check red flags again",
    "ci_no_mechanism": "physician",
}
"""What to change where a row of diagnosis 4.9 limits (treatment 0.4)."""

HALF_DOSES = frozenset({"ci_recent_trauma", "ci_irritable"})
"""Rows whose change asks for half the dose; what is proposed is the full one (treatment 0.4)."""


_OF_SAFETY = frozenset(row.id for row in ROWS)


class Weight(Enum):
    """How a row stands against a treatment (treatment 0.2)."""

    KNOWN_ABSENT = "!"
    """It has to be known that it is not so."""
    ABSENT = ""
    """It must not be so; where it is not known, it is asked."""
    SIGN_OFF = "~"
    """A named clinician signs, with the change that is stated; where it is not known, it is asked."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One row as it stands against one treatment."""

    row: Row
    weight: Weight
    technique: str | None
    """The column from which its limit in words is read; None for a treatment that is of no technique."""
    of_item: str = ""
    """The treatment, for a row that is asked of each on its own."""

    @property
    def written(self) -> str:
        """As in the reference: ``!ci_bone``."""
        return f"{self.weight.value}{self.row.id}"

    @property
    def from_safety(self) -> bool:
        """A row of the block matrix: what is not known there counts as there."""
        return self.row.id in _OF_SAFETY

    @property
    def key(self) -> str:
        """Its key in the rule book."""
        return f"{self.row.key} {self.of_item}" if self.of_item else self.row.key

    @property
    def change(self) -> str:
        """What a clinician who signs changes; of a mark that blocks nothing is asked."""
        if self.row.id in CHANGES:
            return CHANGES[self.row.id]
        return self.row.limit(self.technique) if self.technique else next(iter(self.row.limits.values()), "")


ALWAYS_KNOWN = ("ci_red_flag",)
KNOWN_BEFORE_NEEDLES = ("ci_vascular", "ci_bleeding", "ci_infection", "ci_needle")
ONLY_HEAD_MOTION = ("ci_vestibular",)
UNRESISTED = (
    "ci_bone",
    "ci_radicular",
    "ci_inflammatory",
    "ci_fusion",
    "ci_cancer",
    "ci_cardiac",
    "ci_vestibular",
    "ci_concussion",
    "ci_no_mechanism",
)
"""Rows whose L does not apply to exercise without resistance: a reading of diagnosis 4.9 (treatment 1.3)."""


def marks(
    intervention: str,
    technique: str,
    *,
    spared: tuple[str, ...] = (),
    stopped: Mapping[str, Weight] | None = None,
) -> tuple[Mark, ...]:
    """All marks of a treatment of this technique.

    ``spared``: rows whose L does not apply. ``stopped``: rows that block it though their letter is milder.
    """
    if technique not in TECHNIQUES:
        raise ValueError(f"{intervention}: no technique {technique!r}")
    own = rows_of_item(intervention)
    found: list[Mark] = []
    for row in (*ROWS, *PLAN_ROWS, *own):
        of_item = intervention if row in own else ""
        letter = row.letters[technique]
        if stopped and row.id in stopped:
            found.append(Mark(row, stopped[row.id], technique, of_item))
        elif letter is Letter.STOP:
            found.append(Mark(row, _blocking(row, technique), technique, of_item))
        elif letter is Letter.LIMITED and row.id not in spared:
            found.append(Mark(row, Weight.SIGN_OFF, technique, of_item))
    return tuple(found)


def _blocking(row: Row, technique: str) -> Weight:
    if row.id == "ci_no_consent":
        return Weight.ABSENT
    needles = technique == "needling" and row.id in KNOWN_BEFORE_NEEDLES
    strict = technique in ("thrust", "end_range") or row.id in ALWAYS_KNOWN or needles
    return Weight.KNOWN_ABSENT if strict else Weight.ABSENT


def only_marks(intervention: str, *written: str) -> tuple[Mark, ...]:
    """The marks of a treatment that is of no technique, as the reference writes them: ``"!ci_red_flag"``."""
    own = rows_of_item(intervention)
    rows = {row.id: row for row in (*ROWS, *PLAN_ROWS, *own)}
    found: list[Mark] = []
    for one in written:
        weight = Weight(one[0]) if one[0] in "!~" else Weight.ABSENT
        row = rows[one.lstrip("!~")]
        found.append(Mark(row, weight, None, intervention if row in own else ""))
    return tuple(found)
