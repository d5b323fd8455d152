"""Where the screen of one person stands: what is needed today, what is left, and whether to stop."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.forms.days import today
from clinic.forms.form import FactForm
from clinic.forms.known import a_draft, chart_with
from clinic.person.case import case_of
from clinic.person.moment import EARLIEST
from clinic.safety.layout import ASKED_AFTER, STARRED, screen
from concordant.assessment import assess
from concordant.diagnosis.explaining.reasons import label_of
from concordant.facts.safety.history import new_red_flag_sign
from concordant.record.case import Case
from concordant.record.problems import CaseFileError
from concordant.safety import Action, Safety


@dataclass(frozen=True)
class Alarm:
    """An emergency that the answers raise, before anything is signed."""

    name: str
    do: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class State:
    """What the page shows besides its form."""

    alarms: tuple[Alarm, ...]
    left: int
    """Questions of this page that are still to be asked."""
    elsewhere: tuple[str, ...]
    """Facts that the screen needs and other pages ask."""
    is_again: bool
    """The screen was done before; only what can change is asked."""
    everything: bool


def arrange(form: FactForm, chart: Chart, by: Actor, *, everything: bool) -> State:
    """Put the form into the order of this person's screen, and say where it stands."""
    # A day that nobody can sign is refused by the form; the questions are then those of today.
    on = form.on if form.on and EARLIEST <= form.on <= today() else today()
    case = case_of(chart)
    signed = assess(case, on).safety
    with_answers = _with_answers(form, chart, by, on)
    now = assess(with_answers, on).safety if with_answers is not None else signed
    is_again = _was_done(case, signed, on)
    if not everything:
        form.sections = screen(has_headaches=bool(form.headaches), needed=_needed(signed, now, is_again=is_again))
    here = {slot.fact.name for slot in form.slots.values()}
    missing = _ripe(now.not_screened)
    return State(
        alarms=tuple(_alarms(now)),
        left=sum(name in here for name in missing),
        elsewhere=tuple(name for name in missing if name not in here),
        is_again=is_again,
        everything=everything,
    )


def _with_answers(form: FactForm, chart: Chart, by: Actor, on: date) -> Case | None:
    """The chart with what stands in the form; none where nothing does, or where it cannot be read yet."""
    content = form.written().content
    if not content:
        return None
    try:
        return case_of(chart_with(chart, a_draft(by, on=on, content=content)))
    except CaseFileError:
        return None


def _was_done(case: Case, signed: Safety, on: date) -> bool:
    return not signed.not_screened and any(visit.date <= on for visit in case.visits)


def _needed(signed: Safety, now: Safety, *, is_again: bool) -> set[str]:
    starred = {fact.name for fact in STARRED if is_again or fact is not new_red_flag_sign}
    before, after = ([*one.not_screened, *one.not_known] for one in (signed, now))
    return starred | _ripe(before).keys() | _ripe(after).keys()


def _ripe(names: Iterable[str]) -> dict[str, None]:
    """What can be asked now, in order: without those that wait for the answer to another."""
    missing = dict.fromkeys(name.partition("[")[0] for name in names)
    waiting = {fact.name for fact, before in ASKED_AFTER.items() if before.name in missing}
    return {name: None for name in missing if name not in waiting}


def _alarms(safety: Safety) -> list[Alarm]:
    return [
        Alarm(one.flag.name, one.do, tuple(label_of(name) for name in one.because))
        for one in safety.open
        if one.action is Action.EMERGENCY
    ]
