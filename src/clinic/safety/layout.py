"""The two-minute screen: what is asked, what is seen, and what follows an injury."""

from collections.abc import Callable

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.forms.layout import Section, facts_to_ask, module_of
from concordant.facts import DICTIONARY, Dictionary, Fact, Kind, Room, Scope, Supplier
from concordant.facts.safety import signs, trauma
from concordant.facts.safety.history import new_red_flag_sign, self_harm_thoughts

ONE_BY_ONE: frozenset[Fact[Kind]] = frozenset(
    {
        trauma.vitals_stable,
        trauma.alert_gcs_15,
        trauma.sitting_position,
        signs.plausible_mechanical_explanation,
        self_harm_thoughts,
    }
)
"""Never answered together with others: their "no" is no relief, or has to be heard by itself."""

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


GROUPS: tuple[tuple[str, str | Promise, Chooses, bool, bool], ...] = (
    ("today", _("Asked today"), _every_visit, True, True),
    ("headache", _("Asked of the headache"), lambda fact: fact.scope is Scope.HEADACHE and _told(fact), True, True),
    (
        "person",
        _("Asked of the person"),
        lambda fact: fact.scope is Scope.PERSON and _told(fact) and not _vessels(fact),
        True,
        True,
    ),
    ("risks", _("Vessels and upper neck: asked"), lambda fact: _vessels(fact) and _told(fact), True, True),
    ("one", _("One by one"), lambda fact: fact in ONE_BY_ONE, False, True),
    ("injured", _("After an injury"), _trauma, True, False),
    ("seen", _("Seen and tested"), lambda fact: True, True, True),
)
"""Key, title, which facts, whether "all no" is offered, whether it starts open. A fact joins the first that fits."""

HINTS = {"seen": _("Fill the blanks with no only if every one of them was looked for.")}


def screen(*, has_headaches: bool, dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """The sections of the screen."""
    facts = facts_to_ask(
        Scope.PERSON, Scope.HEADACHE, Scope.VISIT, Scope.COURSE, rooms=[Room.SAFETY], dictionary=dictionary
    )
    if not has_headaches:
        facts = tuple(fact for fact in facts if fact.scope is not Scope.HEADACHE)
    gathered: dict[str, list[Fact[Kind]]] = {}
    for fact in facts:
        key = next(key for key, _title, fits, _all_no, _open in GROUPS if fits(fact))
        gathered.setdefault(key, []).append(fact)
    for facts_of_group in gathered.values():
        # The question of every visit stands first of all.
        facts_of_group.sort(key=lambda fact: fact is not new_red_flag_sign)
    return tuple(
        Section(key, title, tuple(gathered[key]), hint=HINTS.get(key, ""), all_no=all_no, is_open=is_open)
        for key, title, _fits, all_no, is_open in GROUPS
        if key in gathered
    )
