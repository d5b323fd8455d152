"""The two-minute screen: emergency signs first, then what was not asked yet, and the rest folded away."""

from collections.abc import Callable, Collection, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.forms.layout import Section, facts_to_ask, module_of
from concordant.facts import DICTIONARY, Dictionary, Fact, Kind, Room, Scope, Supplier
from concordant.facts.safety import history, signs, trauma, vascular
from concordant.facts.safety.history import new_red_flag_sign, self_harm_thoughts

EMERGENCY: tuple[Fact[Kind], ...] = (
    trauma.alert_gcs_15,
    signs.neuro_deficit_new,
    history.seizure_new,
    vascular.five_d,
    history.visual_loss_or_amaurosis,
    history.time_to_peak_seconds,
    signs.meningism,
    signs.horner_signs,
    signs.cranial_nerve_deficit,
    vascular.three_n,
    signs.ataxia_or_unsteady,
    history.bladder_bowel_change,
)
"""Each may be an emergency by itself. They come first, and the screen stops where one is."""

STARRED: tuple[Fact[Kind], ...] = (
    history.new_red_flag_sign,
    trauma.alert_gcs_15,
    signs.neuro_deficit_new,
    history.seizure_new,
    history.time_to_peak_seconds,
    signs.meningism,
    history.fever,
    history.systemic_symptoms,
    history.pattern_change,
)
"""What is asked again at every visit: items S, N2, O1 and P1 of the list (diagnosis 4.2, marked *)."""

ONE_BY_ONE: frozenset[Fact[Kind]] = frozenset(
    {
        trauma.vitals_stable,
        trauma.sitting_position,
        signs.plausible_mechanical_explanation,
        self_harm_thoughts,
    }
)
"""Never answered together with others: their "no" is no relief, or has to be heard by itself."""

ASKED_AFTER: dict[Fact[Kind], Fact[Kind]] = {
    history.severe_stiff_neck_pain: history.fever,
    history.new_neck_pain: history.immune_compromise,
}
"""Questions that only matter once another is answered with yes: asked after it, not beside it."""

REST = "rest"

_ASKED = (Supplier.PATIENT, Supplier.DIARY, Supplier.STAFF)
Chooses = Callable[[Fact[Kind]], bool]


def _every_visit(fact: Fact[Kind]) -> bool:
    return fact.scope is Scope.VISIT and _told(fact) and not _trauma(fact) and fact not in ONE_BY_ONE


def _trauma(fact: Fact[Kind]) -> bool:
    return module_of(fact) == "safety.trauma" and fact.scope is Scope.VISIT and fact not in ONE_BY_ONE


def _told(fact: Fact[Kind]) -> bool:
    return fact.supplied_by in _ASKED


def _vessels(fact: Fact[Kind]) -> bool:
    return module_of(fact) == "safety.vascular"


GROUPS: tuple[tuple[str, str | Promise, Chooses, bool], ...] = (
    ("emergency", _("First: signs of an emergency"), lambda fact: fact in EMERGENCY, False),
    ("today", _("Asked today"), _every_visit, True),
    ("headache", _("Asked of the headache"), lambda fact: fact.scope is Scope.HEADACHE and _told(fact), True),
    (
        "person",
        _("Asked of the person"),
        lambda fact: fact.scope is Scope.PERSON and _told(fact) and not _vessels(fact),
        True,
    ),
    ("risks", _("Vessels and upper neck: asked"), lambda fact: _vessels(fact) and _told(fact), True),
    ("one", _("One by one"), lambda fact: fact in ONE_BY_ONE, False),
    ("injured", _("After an injury"), _trauma, True),
    ("seen", _("Seen and tested"), lambda fact: True, True),
)
"""Key, title, which facts, whether "all no" is offered. A fact joins the first that fits."""

HINTS = {
    "emergency": _("Answer these one by one. If one is there, stop and act; the rest can wait."),
    "seen": _("Fill the blanks with no only if every one of them was looked for."),
}


def screen(
    *, has_headaches: bool, needed: Collection[str] | None = None, dictionary: Dictionary = DICTIONARY
) -> tuple[Section, ...]:
    """The sections of the screen: every question of the room, once.

    With ``needed``, what nobody needs today stands folded in a section of its own at the end.
    """
    facts = facts_to_ask(
        Scope.PERSON, Scope.HEADACHE, Scope.VISIT, Scope.COURSE, rooms=[Room.SAFETY], dictionary=dictionary
    )
    if not has_headaches:
        facts = tuple(fact for fact in facts if fact.scope is not Scope.HEADACHE)
    wanted = [fact for fact in facts if needed is None or fact.name in needed]
    rest = tuple(fact for fact in facts if fact not in wanted)
    sections = _grouped(wanted)
    if rest:
        sections += (Section(REST, _("Not needed today: asked before, or for later"), rest, is_open=False),)
    return sections


def _grouped(facts: Sequence[Fact[Kind]]) -> tuple[Section, ...]:
    gathered: dict[str, list[Fact[Kind]]] = {}
    for fact in facts:
        key = next(key for key, _title, fits, _all_no in GROUPS if fits(fact))
        gathered.setdefault(key, []).append(fact)
    for facts_of_group in gathered.values():
        # The question of every visit stands first of all; emergencies in the order of asking.
        facts_of_group.sort(
            key=lambda fact: (fact is not new_red_flag_sign, EMERGENCY.index(fact) if fact in EMERGENCY else 0)
        )
    return tuple(
        Section(key, title, tuple(gathered[key]), hint=HINTS.get(key, ""), all_no=all_no)
        for key, title, _fits, all_no in GROUPS
        if key in gathered
    )
