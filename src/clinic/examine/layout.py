"""The order of the session: what needs rest first, what provokes last, judgements at the end."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.forms.form import Headaches, headache_name
from clinic.forms.layout import Section, facts_to_ask, module_of
from concordant.facts import DICTIONARY, Dictionary, Fact, Kind, Room, Scope
from concordant.facts.history.pattern import temporal_relation_neck

MORE = "more"
SESSION: tuple[tuple[str, str | Promise], ...] = (
    ("session", _("Before testing")),
    ("posture", _("Posture photo")),
    ("active_range", _("Active range")),
    ("pressure", _("Pressure pain")),
    ("flexion_rotation", _("Flexion-rotation test and its substitutes")),
    ("palpation", _("Palpation by segment")),
    ("sustained_tests", _("Sustained pressure and posture")),
    ("motor_control", _("Motor control and strength")),
    ("sensorimotor", _("Position sense, eyes and balance")),
    ("trigger_points", _("Trigger points")),
    ("signs", _("Signs of muscle, nerve and skin")),
    ("general", _("The whole")),
    ("judgement", _("Judgements")),
    ("block", _("Nerve block, from the report")),
    ("change", _("Since the last visit")),
    (MORE, _("More")),
)
_FOLDED = ("sensorimotor", "signs", "block", "change", MORE)


def _step(fact: Fact[Kind]) -> str:
    """Which step of the session a fact belongs to."""
    if fact.scope is Scope.COURSE:
        return "change"
    step = module_of(fact).rpartition(".")[2]
    if step == "posture_and_pressure":
        return "pressure" if fact.name.startswith("ppt_") else "posture"
    return step if step in dict(SESSION) else MORE


def session(headaches: Headaches, dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """The sections of one visit, with a section of judgements for each headache."""
    at_visit = facts_to_ask(Scope.VISIT, rooms=[Room.EXAMINATION, Room.HISTORY], dictionary=dictionary)
    of_person = facts_to_ask(Scope.PERSON, rooms=[Room.EXAMINATION], dictionary=dictionary)
    since = facts_to_ask(Scope.COURSE, rooms=[Room.HISTORY, Room.OUTCOMES], dictionary=dictionary)
    gathered: dict[str, list[Fact[Kind]]] = {}
    for fact in (*at_visit, *of_person, *since):
        gathered.setdefault(_step(fact), []).append(fact)
    sections: list[Section] = []
    for key, title in SESSION:
        if key in gathered:
            sections.append(Section(key, title, tuple(gathered[key]), is_open=key not in _FOLDED))
        if key == "judgement":
            sections += _of_each(headaches, dictionary)
    return tuple(sections)


def _of_each(headaches: Headaches, dictionary: Dictionary) -> list[Section]:
    facts = facts_to_ask(Scope.HEADACHE, rooms=[Room.EXAMINATION], dictionary=dictionary)
    if temporal_relation_neck.name in dictionary:
        facts = (temporal_relation_neck, *facts)
    return [
        Section(f"judgement-{number}", _title(one, headaches), facts, of=one) for number, one in enumerate(headaches, 1)
    ]


def _title(one: str, headaches: Mapping[str, str]) -> str:
    return _("Judgements on headache %s") % headache_name(one, headaches)
