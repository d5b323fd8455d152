"""The form of one visit: tests with their trials, how each was done, what is locked, and what cannot both be right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.drafts import keeping
from clinic.examine.before import band
from clinic.examine.layout import SELDOM
from clinic.examine.today import Background
from clinic.examine.trials import Trials, TrialsField, asks_another, errors_of, too_few
from clinic.forms.controls import Control, OneOfMany, Text, first
from clinic.forms.days import today
from clinic.forms.fields import Field, Known, Proposal
from clinic.forms.form import FactForm, Group, Item
from clinic.forms.fragment import Said, Taken
from clinic.forms.layout import Section, takes_instrument
from clinic.forms.slots import Slot
from concordant.criteria.nodes import Term
from concordant.criteria.saying import value_in_words
from concordant.diagnosis.explaining.reasons import label_of
from concordant.facts import Fact, Kind
from concordant.facts.examination import active_range, flexion_rotation
from concordant.facts.examination.session import headache_phase, tests_not_done
from concordant.facts.fact import SIDES
from concordant.facts.kinds import Choice, Quantity, Words
from concordant.facts.safety.vascular import diastolic_bp_mmhg, systolic_bp_mmhg
from concordant.measures import MEASURES, PROCEDURES, Access, Lock, Measure, Procedure, deficit, procedure_of
from concordant.measures.cross_checks import refuse_blood_pressure, refuse_rotation
from concordant.measures.physical.joint_position_error import OTHER_ERRORS
from concordant.measures.procedure import Body

OTHER = "other"
ASKED_AT_A_RETEST = ("session", "general", "judgement", "change")
"""Beside the tests."""
BY_KEY: Mapping[str, Procedure] = {procedure.key: procedure for procedure in PROCEDURES}
BODY: Mapping[Body, str | Promise] = {
    Body.SITTING: gettext_lazy("Sitting"),
    Body.STANDING: gettext_lazy("Standing"),
    Body.SUPINE: gettext_lazy("Lying on the back"),
    Body.PRONE: gettext_lazy("Lying face down"),
    Body.AT_THE_DESK: gettext_lazy("At the desk"),
}
OPENS: Mapping[Lock, str | Promise] = {
    Lock.ALARM: gettext_lazy("It opens once the flag is followed up and entered as cleared."),
    Lock.HELD: gettext_lazy("It opens once a physician has answered and the flag is entered as cleared."),
    Lock.LOADED: gettext_lazy("It opens once a physician has answered and the flag is entered as cleared."),
    Lock.INSTABILITY: gettext_lazy("It opens once instability is excluded and the flag is entered as cleared."),
    Lock.ATTACK: gettext_lazy("It opens when the headache phase is no longer an attack."),
    Lock.IRRITABLE: gettext_lazy("It opens when the irritability is no longer high."),
    Lock.RISEN: gettext_lazy("What was tested before the rise stands; nothing more that provokes is tested today."),
}
FLAGGED = frozenset({Lock.ALARM, Lock.HELD, Lock.LOADED, Lock.INSTABILITY})
"""Locks behind which a flag stands."""


@dataclass(frozen=True)
class Stop:
    """A flag that locks tests."""

    name: str
    because: str
    do: str


@dataclass
class TestGroup(Group):
    """A section with its fields; where it is a test, with how it is done and whether it may be."""

    __test__ = False

    procedure: Procedure | None = None
    body: str | Promise = ""
    """Said where the person is turned over for this test."""
    access: Access | None = None
    opens: tuple[str | Promise, ...] = ()
    flags: tuple[str, ...] = ()
    """The flags that lock it."""
    how: tuple[Field, ...] = ()
    rater: Field | None = None
    why_not: Field | None = None
    unfolds: bool | None = None
    """At a retest: whether it was abnormal, has changed, is due or is still to be done. Else it is not asked."""

    @property
    def is_filled(self) -> bool:
        return any(any(any(each.data.get(name, [])) for name in each.control.names(each.name)) for each in self._all)

    @property
    def is_locked(self) -> bool:
        """Closed, and nothing stands in it: its fields are not shown."""
        return self.access is not None and self.access.open is False and not self.is_filled

    @property
    def is_asked(self) -> bool:
        """What stands in it is shown, whatever asks for it."""
        return self.unfolds is not False or self.is_filled or bool(self.why_not is not None and self.why_not.text)

    @property
    def is_open(self) -> bool:
        if self.is_filled or (self.why_not is not None and self.why_not.text):
            return True
        return self.unfolds if self.unfolds is not None else self.section.is_open

    @property
    def first(self) -> list[Item]:
        """What is asked of everybody; at a retest, what was noted before."""
        return [item for item in self.items if not self._is_folded(item)]

    @property
    def seldom(self) -> list[Item]:
        """What is folded, while there is nothing in it."""
        return [item for item in self.items if self._is_folded(item)]

    def _is_folded(self, item: Item) -> bool:
        if self.procedure is None or item.fact in SELDOM:
            return item.fact in SELDOM
        is_retest, was_done = self.unfolds is not None, any(each.known for each in self._all)
        return is_retest and was_done and not any(map(_has_something, item.fields))

    @property
    def shows_seldom(self) -> bool:
        return any(_has_something(each) for item in self.seldom for each in item.fields)

    @property
    def short(self) -> str:
        """Beside the name while it is folded: what keeps it shut, or for whom it is."""
        if self.access is not None and self.access.open is False:
            return _("locked")
        return _("only if: %s") % self.procedure.only_if if self.procedure and self.procedure.only_if else ""


@dataclass
class ExamineForm(FactForm):
    """Built from the catalogue of measures."""

    rater: str = ""
    """Who is signed in."""
    is_retest: bool = False
    background: Background = field(default_factory=Background)
    kept: keeping.Kept | None = None
    """The draft that it is kept in."""
    doubts: dict[str, str] = field(default_factory=dict)
    """Why a value is asked about, by slot."""

    def __post_init__(self) -> None:
        tests = [section.key for section in self.sections if section.key in BY_KEY]
        how = (f"{what}:{key}" for key in tests for what in ("position", "rater"))
        left_out = (f"{tests_not_done.name}.{key}" for key in BY_KEY)
        self.more_names = (*how, *left_out, keeping.WINDOW, keeping.REVISION, keeping.LOCKED)

    def control(self, slot: Slot) -> Control:
        measure = MEASURES.get(slot.fact.name)
        if measure is not None and measure.trials.most > 1 and isinstance(slot.fact.kind, Quantity):
            return Trials(slot.fact.kind, measure)
        return super().control(slot)

    # --- what was said ----------------------------------------------------------------------------------

    def said(self) -> list[Said]:
        """With how each test was done, and the tests that were left out."""
        found = [self._as_taken(one) for one in super().said()]
        keys = [section.key for section in self.sections if section.key in BY_KEY]
        why = {key: text for key in keys if (text := first(self.data, f"{tests_not_done.name}.{key}").strip())}
        return [*found, Said(Slot(tests_not_done), why)] if why else found

    def writable(self) -> list[Said]:
        """Without trials that are too few for a value: a case file has no place for them, and the form keeps them."""
        return [one for one in self.said() if not (isinstance(one.value, Taken) and one.value.value is None)]

    def _as_taken(self, one: Said) -> Said:
        procedure, measure = procedure_of(one.slot.fact), MEASURES.get(one.slot.fact.name)
        if procedure is None or (measure is None and not takes_instrument(one.slot.fact)):
            return one
        taken = one.value if isinstance(one.value, Taken) else Taken(one.value, {})
        chosen = {what: first(self.data, f"{what}:{procedure.key}").strip() for what in ("instrument", "position")}
        if measure is not None:
            chosen["instrument"] = chosen["instrument"] or _only(measure.instruments)
            chosen["position"] = chosen["position"] or _only(measure.positions)
        rater = first(self.data, f"rater:{procedure.key}").strip()
        phase = first(self.data, headache_phase.name) or self.background.today.headache_phase or ""
        how = {**chosen, "rater": rater, "headache_phase": phase, **taken.how}
        return replace(one, value=Taken(taken.value, how), instrument="")

    def proposed(self) -> dict[str, tuple[Proposal, object]]:
        """The constant and variable error of the trials; only the examiner knows whether they were typed with signs."""
        found: dict[str, tuple[Proposal, object]] = {}
        because = _("of the trials with their signs, above 0 where the head went too far")
        for slot in self.slots.values():
            control = self.control(slot)
            if not isinstance(control, Trials):
                continue
            errors = errors_of(control.measure, control.typed(self.data, slot.name))
            if errors is None:
                continue
            values = (errors.constant_deg, errors.variable_deg)
            for fact, value in zip(OTHER_ERRORS[slot.fact.name], values, strict=True):
                other = Slot(fact, slot.side)
                if not first(self.data, other.name).strip():
                    found[other.name] = Proposal(value_in_words(Term(fact, slot.side), value), because), value
        return found

    # --- is it right? -----------------------------------------------------------------------------------

    def is_valid(self) -> bool:
        super().is_valid()
        said = self.said()
        self._check_trials(said)
        self._check_together(said)
        self._check_locks(said)
        return not (self.errors or self.general or self.unusual)

    def _check_trials(self, said: Iterable[Said]) -> None:
        for slot in (one.slot for one in said if one.slot.fact is not tests_not_done):
            control = self.control(slot)
            if isinstance(control, Trials) and (why := too_few(control.measure, control.typed(self.data, slot.name))):
                told = _("%s. There is no value without it: take it, or clear the field and say why.") % why
                self.add_error(slot.name, told)

    def _check_together(self, said: Iterable[Said]) -> None:
        """What cannot both be right stands at both fields, with both values."""
        values = {one.slot.name: _plain(one.value) for one in said}
        for side in SIDES:
            turned, active = Slot(flexion_rotation.frt_rotation_deg, side), Slot(active_range.arom_rotation_deg, side)
            self._refuse(refuse_rotation(_at(values, turned), _at(values, active)), turned, active)
        upper, lower = Slot(systolic_bp_mmhg), Slot(diastolic_bp_mmhg)
        self._refuse(refuse_blood_pressure(_at(values, upper), _at(values, lower)), upper, lower)

    def _refuse(self, why: str | None, *slots: Slot) -> None:
        for slot in slots if why else ():
            self.add_error(slot.name, f"{why}.")

    def _check_locks(self, said: Iterable[Said]) -> None:
        filled = dict.fromkeys(procedure.key for one in said if (procedure := procedure_of(one.slot.fact)))
        for key in filled:
            # Whatever was tested before the headache rose was tested, and is signed.
            if set(self.background.locks(BY_KEY[key])) - {Lock.RISEN}:
                self.general.append(
                    _("%(test)s is locked: %(why)s. What was typed still stands there; take it out, or open the lock.")
                    % {"test": BY_KEY[key].name, "why": "; ".join(self.background.access(BY_KEY[key]).reasons)}
                )

    def _check_usual(self, said: Iterable[Said]) -> None:
        """Unusual values, and trials that are too few or do not agree: asked once, and never refused."""
        said = list(said)
        super()._check_usual([replace(one, value=_plain(one.value)) for one in said])
        confirmed = set(self.data.get("confirm", []))
        for one in said:
            control = self.control(one.slot) if one.slot.fact is not tests_not_done else None
            if not isinstance(control, Trials) or one.slot.name in self.errors:
                continue
            typed = control.typed(self.data, one.slot.name)
            usual = self.unusual.pop(one.slot.name, "")
            told = [super()._unusual_sentence(one.slot.fact, usual)] if usual else []
            if doubt := asks_another(control.measure, typed):
                told.append(_("%s. Take another, or tick to sign it as it is.") % doubt.capitalize())
            token = ", ".join(map(str, typed))
            if told and f"{one.slot.name}={token}" not in confirmed:
                self.unusual[one.slot.name] = token
                self.doubts[one.slot.name] = " ".join(told)

    def _unusual_sentence(self, fact: Fact[Kind], value: str) -> str:
        control = self.control(Slot(fact))
        return "" if isinstance(control, Trials) else super()._unusual_sentence(fact, value)

    # --- after signing ----------------------------------------------------------------------------------

    def deficits(self) -> Iterator[str]:
        """What each value says against its cut-off, where there is one."""
        past = self.background.before
        for one in self.said():
            measure, value = MEASURES.get(one.slot.fact.name), _plain(one.value)
            if measure is None or measure.cut_off is None or not isinstance(value, int | float):
                continue
            found = deficit(measure, value, side=one.slot.side, age=past.age, sex=past.sex)
            name = " ".join(part for part in (measure.short, one.slot.segment, one.slot.side) if part)
            yield f"{name}: {found.words}"

    # --- as a page shows it -----------------------------------------------------------------------------

    @property
    def locked(self) -> list[str]:
        """Keys of the tests whose fields are not shown."""
        tests = (group for group in self.groups if isinstance(group, TestGroup))
        return [group.section.key for group in tests if group.is_asked and group.is_locked]

    @property
    def not_asked(self) -> list[str | Promise]:
        """Titles of what this retest leaves out."""
        return [group.section.title for group in self.groups if isinstance(group, TestGroup) and not group.is_asked]

    @property
    def stops(self) -> list[Stop]:
        """The open flags that lock tests: what they rest on, and what to do now."""
        return [Stop(one.flag.name, ", ".join(map(label_of, one.because)), one.do) for one in self.background.stops]

    @cached_property
    def groups(self) -> list[Group]:
        found: list[Group] = []
        body: Body | None = None
        for section in self.sections:
            group = self._group(section)
            if group.procedure is not None and group.procedure.body is not body:
                body = group.procedure.body
                group.body = BODY[body]
            found.append(group)
        return found

    def _group(self, section: Section) -> TestGroup:
        plain = super()._group(section)
        group = TestGroup(plain.section, plain.items, plain.chooser, None)
        procedure = BY_KEY.get(section.key)
        past = self.background.before
        if procedure is None:
            always = section.key in ASKED_AT_A_RETEST or bool(section.of)
            group.unfolds = always or past.positive(section.facts) if self.is_retest else None
            return group
        group.procedure, group.access = procedure, self.background.access(procedure)
        locks = self.background.locks(procedure)
        group.opens = tuple(OPENS[lock] for lock in locks)
        group.flags = tuple(stop.name for stop in self.stops) if FLAGGED & set(locks) else ()
        group.how = tuple(self._how(procedure))
        group.rater = self._rater(procedure)
        group.why_not = self._why_not(procedure)
        group.unfolds = past.wanted(procedure, self.on or today()) if self.is_retest else None
        return group

    def _how(self, procedure: Procedure) -> Iterator[Field]:
        if not procedure.measures:
            return
        last = self.background.before.how(procedure)
        for what, label, words in (
            ("instrument", gettext_lazy("Measured with"), [m.instruments for m in procedure.measures]),
            ("position", gettext_lazy("Position"), [m.positions for m in procedure.measures]),
        ):
            known = list(dict.fromkeys(word for each in words for word in each))
            if len(known) > 1:
                name = f"{what}:{procedure.key}"
                yield self._with_default(name, label, [*known, OTHER], getattr(last, what) if last else "")

    def _rater(self, procedure: Procedure) -> Field | None:
        if not procedure.measures:
            return None
        rater = self._field(f"rater:{procedure.key}", Text(Words(longest=200)), gettext_lazy("Measured by"))
        return self._defaulted(rater, self.rater)

    def _with_default(self, name: str, label: str | Promise, words: list[str], last: str) -> Field:
        # Another word than those of the catalogue, from an earlier visit or just sent, is kept in sight.
        more = [word for word in (last, first(self.data, name).strip()) if word]
        options = {word: word.replace("_", " ") for word in dict.fromkeys([*words, *more])}
        found = self._field(name, OneOfMany(Choice(options)), label)
        found.blank = gettext_lazy("not said")
        return self._defaulted(found, last)

    def _defaulted(self, found: Field, default: str) -> Field:
        """How it was done the last time stands there when it is first shown, in sight of whoever signs."""
        if default and found.name not in self.data:
            found.data = {found.name: [default]}
        return found

    def _why_not(self, procedure: Procedure) -> Field | None:
        kind = tests_not_done.kind
        if procedure.key not in kind.keys or not isinstance(kind.values, Choice):
            return None
        label = gettext_lazy("Not tested, because")
        found = self._field(f"{tests_not_done.name}.{procedure.key}", OneOfMany(kind.values), label)
        found.blank = gettext_lazy("no reason given")
        if found.text and found.text not in kind.values.options:
            found.errors = self.errors.get(tests_not_done.name, [])
        return found

    def _slot_field(self, slot: Slot) -> Field:
        found = super()._slot_field(slot)
        measure = MEASURES.get(slot.fact.name)
        if measure is not None:
            found.known = self._with_bands(measure, slot, found)
        if isinstance(found.control, Trials):
            found.unusual = self.doubts.get(slot.name, "") if slot.name in self.unusual else ""
            found = TrialsField(**{each.name: getattr(found, each.name) for each in fields(found)})
        return found

    def _with_bands(self, measure: Measure, slot: Slot, found: Field) -> list[Any]:
        last = self.background.before.last(slot.fact.name, slot.side, slot.segment)
        told = band(measure, last, self.rater)
        known = [replace(each, band=told) for each in found.known]
        if baseline := self.background.before.first(slot.fact.name, slot.side, slot.segment):
            day, one = baseline
            text = value_in_words(Term(slot.fact, slot.side, slot.segment), one.value)
            known.append(Known(text, day, of=_("at first"), band=band(measure, one, self.rater)))
        return known


def _has_something(each: Field) -> bool:
    filled = any(any(each.data.get(name, [])) for name in each.control.names(each.name))
    return bool(filled or each.errors or each.unusual or each.known or each.proposal)


def _only(words: tuple[str, ...]) -> str:
    return words[0] if len(words) == 1 else ""


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Taken) else value


def _at(values: Mapping[str, Any], slot: Slot) -> float | None:
    value = values.get(slot.name)
    return value if isinstance(value, int | float) else None
