"""The order of the session: the catalogue of tests by step and position, and what is asked before and after it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.forms.form import Headaches, headache_name
from clinic.forms.layout import Section, askable, facts_to_ask, module_of
from concordant.facts import DICTIONARY, Dictionary, Fact, Kind, Room, Scope
from concordant.facts.examination import flexion_rotation, motor_control, palpation, sensorimotor, trigger_points
from concordant.facts.examination.session import tests_not_done
from concordant.facts.history.pattern import temporal_relation_neck
from concordant.facts.plan.visit import adherence_barrier, technique_quality
from concordant.measures import PROCEDURES, procedure_of

MORE = "more"
BEFORE = "session"
AFTER: tuple[tuple[str, str | Promise], ...] = (
    ("motor_control", _("More on motor control")),
    ("sensorimotor", _("Dizziness, eyes and balance")),
    ("signs", _("Signs of muscle, nerve and skin")),
    ("general", _("The whole")),
    ("judgement", _("Judgements")),
    ("block", _("Nerve block, from the report")),
    ("visit", _("While treating")),
    ("change", _("Since the last visit")),
    (MORE, _("More")),
)
SESSION: tuple[tuple[str, str | Promise], ...] = (
    (BEFORE, _("Before testing")),
    *((procedure.key, procedure.name) for procedure in PROCEDURES),
    *AFTER,
)
_OPEN = (BEFORE, "general", "judgement")
SELDOM: frozenset[Fact[Kind]] = frozenset(
    {
        flexion_rotation.frt_rotation_after_treatment_deg,
        flexion_rotation.c0_c2_rotation_deg,
        flexion_rotation.side_bend_rotation_deg,
        flexion_rotation.frt_interpretation,
        palpation.palpation_resolution_seconds,
        palpation.palpation_headache_resolves,
        trigger_points.trigger_point_suboccipital,
        trigger_points.trigger_point_upper_trapezius,
        trigger_points.trigger_point_sternocleidomastoid,
        trigger_points.trigger_point_splenius,
        trigger_points.trigger_point_levator_scapulae,
        trigger_points.trigger_point_referral_regions,
        motor_control.ccft_holds_by_stage,
        motor_control.ccft_faults,
        sensorimotor.jpe_rotation_constant_error_deg,
        sensorimotor.jpe_rotation_variable_error_deg,
        sensorimotor.jpe_extension_constant_error_deg,
        sensorimotor.jpe_extension_variable_error_deg,
        sensorimotor.jpe_flexion_constant_error_deg,
        sensorimotor.jpe_flexion_variable_error_deg,
    }
)
"""Noted of few people, and of them after the rest: folded while nothing stands there, as nobody should have to tab
through a hundred fields of which most stay blank."""


def _step(fact: Fact[Kind]) -> str:
    """Which section a fact belongs to: its test, else its subject."""
    if fact.scope is Scope.COURSE:
        return "change"
    if (procedure := procedure_of(fact)) is not None:
        return procedure.key
    step = module_of(fact).rpartition(".")[2]
    return step if step in dict(SESSION) else MORE


def session(headaches: Headaches, dictionary: Dictionary = DICTIONARY) -> tuple[Section, ...]:
    """The sections of one visit, with a section of judgements for each headache."""
    at_visit = facts_to_ask(Scope.VISIT, rooms=[Room.EXAMINATION, Room.HISTORY, Room.PLAN], dictionary=dictionary)
    of_person = facts_to_ask(Scope.PERSON, rooms=[Room.EXAMINATION], dictionary=dictionary)
    since = facts_to_ask(Scope.COURSE, rooms=[Room.HISTORY, Room.OUTCOMES], dictionary=dictionary)
    gathered: dict[str, list[Fact[Kind]]] = {}
    # The screens of steps 1 and 3 are facts of safety; the numbers of a test stand before what is noted beside them.
    for procedure in PROCEDURES:
        here = [fact for fact in procedure.facts if askable(fact) and fact.scope is Scope.VISIT]
        if here:
            gathered[procedure.key] = here
    # What keeps somebody from exercising has a page of its own; for how well they do it no rule waits.
    elsewhere = {tests_not_done, adherence_barrier, technique_quality}
    placed = {fact for facts in gathered.values() for fact in facts} | elsewhere
    for fact in (*at_visit, *of_person, *since):
        if fact not in placed:
            gathered.setdefault(_step(fact), []).append(fact)
    sections: list[Section] = []
    for key, title in SESSION:
        if key in gathered:
            sections.append(Section(key, title, tuple(gathered[key]), is_open=key in _OPEN))
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
