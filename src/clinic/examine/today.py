"""What the chart, with what stands in the form, says for testing today: which tests are locked, and why."""

from dataclasses import dataclass, field
from datetime import date

from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.examine.before import Before, before
from clinic.forms.days import today
from clinic.forms.form import FactForm
from clinic.forms.known import a_draft, chart_with
from clinic.person.case import case_of
from clinic.person.moment import EARLIEST
from concordant.assessment import assess
from concordant.facts.examination.general import irritability
from concordant.facts.examination.judgement import provocation_nrs_rise
from concordant.facts.examination.session import headache_phase, hours_since_acute_medication
from concordant.facts.safety.results import flag_instability
from concordant.measures import Access, Lock, Procedure, Today, access, must_stop
from concordant.record.case import Case
from concordant.record.problems import CaseFileError
from concordant.safety import FlagReading, Safety
from concordant.safety.matrix import HANDS_ON

MANUAL, LOADING = "mid_range", "neck_load"
"""Techniques of the block matrix (diagnosis 4.9): who may not be treated so is not tested so."""


@dataclass(frozen=True)
class Background:
    """Nothing is known where the chart could not be read, and then nothing is said to be open."""

    today: Today = field(default_factory=Today)
    stops: tuple[FlagReading, ...] = ()
    """The open flags that lock tests: those that hold a diagnosis, strongest first."""
    not_screened: bool = True
    before: Before = field(default_factory=lambda: Before({}, {}, {}, None, None))

    def access(self, procedure: Procedure) -> Access:
        return access(procedure, self.today)

    def locks(self, procedure: Procedure) -> tuple[Lock, ...]:
        """What closes a test now."""
        reasons = self.access(procedure).reasons
        return tuple(lock for lock in Lock if lock.value in reasons)


def background(form: FactForm, chart: Chart, by: Actor) -> Background:
    """As of the day of the form."""
    # A day that nobody can sign is refused by the form; the tests are then those of today.
    on = form.on if form.on and EARLIEST <= form.on <= today() else today()
    try:
        case = _case(form, chart, by, on)
    except CaseFileError:
        return Background()
    found = assess(case, on)
    age, sex = found.record.value("age_years"), found.record.value("sex")
    return Background(
        _today(case, found.safety, on),
        tuple(one for one in found.safety.open if _holds(one)),
        bool(found.safety.not_screened),
        before(
            case,
            on,
            age=age if isinstance(age, int | float) else None,
            sex=sex if isinstance(sex, str) else None,
        ),
    )


def _case(form: FactForm, chart: Chart, by: Actor, on: date) -> Case:
    """With what stands in the form, where that can be read."""
    content = form.readable()
    if content:
        try:
            return case_of(chart_with(chart, a_draft(by, on=on, content=content)))
        except CaseFileError:
            pass
    return case_of(chart)


def _today(case: Case, safety: Safety, on: date) -> Today:
    holding = [one for one in safety.open if _holds(one)]
    unstable = safety.facts[flag_instability.name]
    irritable = _said(case, on, irritability.name)
    hours = _said(case, on, hours_since_acute_medication.name)
    phase = _said(case, on, headache_phase.name)
    rises = _all_said(case, on, provocation_nrs_rise.name)
    return Today(
        alarm=True if any(map(_stops_everything, holding)) else None if safety.not_screened else False,
        held=any(MANUAL in one.forbids for one in holding if not _stops_everything(one)),
        loaded=any(LOADING in one.forbids for one in holding if not _stops_everything(one)),
        unstable=unstable if isinstance(unstable, bool) else None,
        headache_phase=phase if isinstance(phase, str) else None,
        irritable=irritable == "high" if isinstance(irritable, str) else None,
        hours_since_medicine=hours if isinstance(hours, int | float) else None,
        risen=any(isinstance(one, int | float) and one > 0 and must_stop(0, one) for one in rises),
    )


def _holds(one: FlagReading) -> bool:
    """A caution limits techniques of treatment; it locks no test."""
    return one.action is not None and one.action.holds_diagnosis


def _stops_everything(one: FlagReading) -> bool:
    """The alarm of examination 1: a flag that forbids whatever hands do. One that forbids less holds what provokes."""
    return set(HANDS_ON) <= set(one.forbids)


def _said(case: Case, on: date, name: str) -> object:
    """What was said last on this very day; how it was at an earlier visit says nothing of today."""
    found = _all_said(case, on, name)
    return found[-1] if found else None


def _all_said(case: Case, on: date, name: str) -> list[object]:
    return [one.value for visit in case.visits if visit.date == on for one in visit.findings if one.fact == name]
