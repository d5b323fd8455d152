"""The pages of an intake: which facts each asks, in an order that begins with what may be dangerous."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.chart.told import TOLD_OF_THE_PAYER, asked_in_intake
from clinic.forms.layout import Section, module_of
from concordant.facts import DICTIONARY, Fact, Kind, Room, Scope
from concordant.facts.diary.counts import acute_med_days_per_30d, any_headache_days_per_30d
from concordant.facts.history import pattern
from concordant.facts.plan.episode import goal
from concordant.facts.safety import history, vascular

MOST_KINDS = 5
"""Kinds of headache that one intake takes; product rule. More are told at the visit."""
MOST_INJURIES = 3
"""Likewise."""

_DANGER = (
    history.new_red_flag_sign,
    vascular.five_d,
    history.visual_loss_or_amaurosis,
    history.seizure_new,
    history.bladder_bowel_change,
    history.hand_clumsiness,
    history.fever,
    history.severe_stiff_neck_pain,
    history.new_neck_pain,
    history.systemic_symptoms,
    history.painful_red_eye,
    history.transient_visual_obscurations,
    history.jaw_claudication,
    history.unremitting_night_pain,
    history.severe_nonmechanical_pain,
    vascular.uci_symptoms,
    vascular.pulsatile_tinnitus,
)
_START = (
    pattern.headache_present,
    pattern.headache_onset_date,
    pattern.headache_onset_precision,
    pattern.onset_clearly_remembered,
    history.time_to_peak_seconds,
    history.pain_unlike_any_other,
    history.pattern_change,
    history.progressive_worsening,
    history.new_drug_at_onset,
    pattern.headache_continuous,
    pattern.onset_to_continuous_hours,
    pattern.attack_duration_minutes,
    pattern.attack_count_lifetime,
)
_CHART = (pattern.pain_regions, pattern.pain_region_sides, pattern.pain_spread_order)
_WHERE = (*_CHART, pattern.laterality, pattern.pain_starts_in_neck, pattern.spreads_back_to_front)
_MEDICINES = (any_headache_days_per_30d, acute_med_days_per_30d)


@dataclass(frozen=True)
class Part:
    """One page."""

    key: str
    title: str | Promise
    facts: tuple[Fact[Kind], ...] = ()
    of: str = ""
    """The headache or the injury that it is about."""

    @property
    def step(self) -> str:
        """As it stands in an address."""
        return f"{self.key}.{self.of}" if self.of else self.key

    @property
    def section(self) -> Section:
        return Section(self.step, self.title, self.facts, of=self.of)


def _asked(*scopes: Scope) -> tuple[Fact[Kind], ...]:
    return tuple(fact for fact in DICTIONARY.of_scope(*scopes) if asked_in_intake(fact))


def _of_headache() -> dict[str, tuple[Fact[Kind], ...]]:
    placed: dict[str, tuple[Fact[Kind], ...]] = {"start": _START, "where": _WHERE}
    left = [fact for fact in _asked(Scope.HEADACHE) if fact not in _START + _WHERE]

    def of(*modules: str) -> tuple[Fact[Kind], ...]:
        return tuple(fact for fact in left if module_of(fact) in modules)

    placed["often"] = of("diary.counts")
    placed["like"] = of("history.pattern")
    placed["with"] = of("history.autonomic", "safety.history")
    placed["aura"] = of("history.aura")
    taken = {fact for facts in placed.values() for fact in facts}
    placed["rare"] = tuple(fact for fact in left if fact not in taken)
    return placed


DANGER = Part("danger", _("Signs that need help fast"), _DANGER)
KINDS = Part("kinds", _("How many kinds of headache"))
HURT = Part("hurt", _("Crashes, falls and blows"))
CONSENT = Part("consent", _("Who may see it"))

_STORY: tuple[tuple[str, str | Promise], ...] = (
    ("start", _("How it began")),
    ("where", _("Where it hurts")),
    ("often", _("How often")),
    ("like", _("What it is like")),
    ("with", _("What comes with it")),
    ("aura", _("Before the pain")),
    ("rare", _("A few that are rare")),
)
SKIPPABLE = ("with", "aura", "rare")
"""Pages of a headache on which a question is left out once no rule of the engine asks for it any more."""


def parts_of(headaches: Sequence[str], injuries: Sequence[str]) -> tuple[Part, ...]:
    """The pages for these headaches and injuries, in their order."""
    facts = _of_headache()
    person = [fact for fact in _asked(Scope.PERSON, Scope.VISIT) if fact not in (*_DANGER, *_MEDICINES)]
    after_injury = [fact for fact in person if fact.scope is Scope.VISIT]
    rest = [fact for fact in person if fact not in after_injury]
    return (
        DANGER,
        KINDS,
        *(Part(key, title, facts[key], of=one) for one in headaches for key, title in _STORY),
        HURT,
        *(Part("injury", _("What happened"), (*_asked(Scope.INJURY), *after_injury), of=one) for one in injuries[:1]),
        *(Part("injury", _("What happened"), _asked(Scope.INJURY), of=one) for one in injuries[1:]),
        Part("claim", _("Who pays"), TOLD_OF_THE_PAYER),
        Part("medicines", _("Headache days and medicines"), _MEDICINES),
        Part("health", _("Your health"), tuple(fact for fact in rest if fact.room is Room.SAFETY)),
        Part("you", _("You and your day"), tuple(fact for fact in rest if fact.room is not Room.SAFETY)),
        Part("goal", _("What you want"), (goal,)),
        CONSENT,
    )
