"""The four parts of a note as they are filled in beforehand: from this day's facts and the signed plan, and from
nothing else. What an earlier note says is never taken over (operations 3.2)."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clinic.examine.before import before
from clinic.notes.day import Day, last_time
from clinic.notes.dose import in_full
from clinic.progress.summary import summary_of
from clinic.progress.words import VERDICTS
from concordant.criteria import Evaluator, Trace, Truth
from concordant.criteria.nodes import Term
from concordant.criteria.saying import value_in_words
from concordant.criteria.words import phrase
from concordant.facts import DICTIONARY
from concordant.facts.diary.day import intensity_nrs
from concordant.facts.plan.episode import flare_24h, flares_14d
from concordant.facts.values import plain
from concordant.measures import MEASURES, Measurement, real_change
from concordant.plan import BOOK, results_of
from concordant.plan.interventions import BY_ID
from concordant.plan.phases import EXITS, Phase
from concordant.plan.results import WithResults
from concordant.progress.next_retest import next_retest
from concordant.record.care import SignedPlan
from concordant.record.case import Finding
from concordant.record.derive.flares import last_known
from concordant.record.diary import days_of

PARTS = ("subjective", "objective", "analysis", "plan")
PHASES = {
    "relief": gettext_lazy("relief"),
    "restore": gettext_lazy("restore"),
    "strengthen": gettext_lazy("strengthen"),
    "self_manage": gettext_lazy("self-management"),
}


def filled_in(day: Day) -> dict[str, str]:
    """A part without facts stays empty."""
    lines = {
        "subjective": _subjective(day),
        "objective": _objective(day),
        "analysis": _analysis(day),
        "plan": _plan(day),
    }
    return {part: "\n".join(told) for part, told in lines.items()}


# --- S: what the diary says since the last visit, flare, goal -----------------------------------------------


def _subjective(day: Day) -> Iterator[str]:
    yield from _diary(day)
    record = day.look.record
    flare, flares = (record.read(Term(fact)) for fact in (flare_24h, flares_14d))
    if known := last_known(record):
        yield _("Flare over 24 hours after the session or home set of %(day)s: %(flare)s.") % {
            "day": _on(known[0]),
            "flare": flare_24h.kind.say(known[1]),
        }
    elif flare.known and flare.said:
        yield _("Flare over 24 hours after the last session or home set: %s.") % flare_24h.kind.say(flare.value)
    if flares.known and flares.value:
        yield _("Flares in the last 14 days: %s.") % value_in_words(Term(flares_14d), flares.value)
    in_words = (goal.says for plan in day.plans for goal in plan.goals if goal.fact is None)
    goals = [day.look.case.episode.goal or "", *in_words]
    if told := list(dict.fromkeys(goal for goal in goals if goal)):
        yield _("Goal in their words: %s.") % "; ".join(f"“{goal}”" for goal in told)


def _diary(day: Day) -> Iterator[str]:
    diary, last = day.look.record.diary, last_time(day.look, day.on)
    if not diary or last is None:
        return
    window = diary.count(day.on, (day.on - last).days, None)
    since = _("Diary since %s") % _on(last)
    if not window.observed:
        yield _("%s: no day is answered.") % since
        return
    told = ngettext(
        "%(since)s: headache on %(with)s of %(answered)s answered day",
        "%(since)s: headache on %(with)s of %(answered)s answered days",
        window.observed,
    ) % {"since": since, "with": window.positive, "answered": window.observed}
    if left := window.days - window.observed:
        told += _(", %s not answered") % left
    worst: dict[float, list[date]] = {}
    for one in days_of(window.first, window.last):
        for row in diary.by_day.get(one, ()):
            points = row.facts.get(intensity_nrs.name)
            if isinstance(points, int | float):
                worst.setdefault(points, []).append(one)
    if worst:
        told += _("; worst %(points)s of 10 on %(day)s") % {
            "points": plain(max(worst)),
            "day": ", ".join(map(_on, sorted(set(worst[max(worst)]))[:3])),
        }
    yield told + "."


# --- O: what was measured today, beside the last value, with its verdict ------------------------------------


def _objective(day: Day) -> Iterator[str]:
    # Everything up to this day, and everything before it: the last of each place stands beside the one before.
    now, earlier = (before(day.look.case, one, age=None, sex=None) for one in (day.on + timedelta(days=1), day.on))
    for place, taken in now.taken.items():
        on, finding, phase = taken[-1]
        if on == day.on:
            yield _measured((finding, phase), earlier.taken.get(place, [])[-1:])


def _measured(now: tuple[Finding, str], last: list[tuple[date, Finding, str]]) -> str:
    finding = now[0]
    measure = MEASURES[finding.fact]
    where = " ".join(part for part in (finding.segment, finding.side) if part)
    told = f"{measure.fact.label}{f' ({where})' if where else ''}: {_value(finding)}"
    if not last:
        return _("%s, measured for the first time.") % told
    on, was, phase = last[0]
    told = _("%(now)s; on %(day)s %(last)s") % {"now": told, "day": _on(on), "last": _value(was)}
    if measure.change is None:
        return f"{told}."
    change = real_change(_measurement(was, phase), _measurement(*now))
    return f"{told}. {VERDICTS[change.verdict.value]}: {change.words.rstrip('.')}."


def _value(one: Finding) -> str:
    return value_in_words(Term(DICTIONARY[one.fact], one.side, one.segment), one.value)


def _measurement(one: Finding, phase: str) -> Measurement:
    value = one.value if isinstance(one.value, int | float) else None
    return Measurement(MEASURES[one.fact], value, one.side, one.segment, one.instrument, one.position, one.rater, phase)


# --- A: status and decision, and exits of the phase that changed --------------------------------------------


def _analysis(day: Day) -> Iterator[str]:
    found = summary_of(day.look)
    if found.status_name:
        on = _(" at the retest of %s") % _on(found.on) if found.on else ""
        yield _("Response%(on)s: %(status)s. Decision: %(action)s.") % {
            "on": on,
            "status": found.status_name,
            "action": found.action_name,
        }
        if found.says:
            yield found.says
    for flag in day.stopping:
        yield _("Open flag: %(flag)s. %(do)s") % {"flag": flag.flag.name, "do": flag.do}
    for plan in day.plans:
        yield from _exits(day, plan)


def _exits(day: Day, plan: SignedPlan) -> Iterator[str]:
    phase = next((one for one in EXITS if one.value == plan.phase), None)
    if phase is None:
        return
    then = dict(_lines(_exit(day, plan, phase, was=True)))
    trace = _exit(day, plan, phase, was=False)
    changed = [(line, truth) for line, truth in _lines(trace) if then.get(line) is not truth]
    words = {Truth.MET: _("now met"), Truth.NOT_MET: _("now not met"), Truth.UNKNOWN: _("no longer known")}
    if trace.truth is Truth.MET:
        yield _("Phase %s: its exit is met; the next phase may be signed.") % PHASES[plan.phase]
    for line, truth in changed:
        yield _("Phase %(phase)s, since the plan of %(day)s: “%(line)s” is %(state)s.") % {
            "phase": PHASES[plan.phase],
            "day": _on(plan.date),
            "line": line,
            "state": words[truth],
        }


def _exit(day: Day, plan: SignedPlan, phase: Phase, *, was: bool) -> Trace:
    """As it stands, or as it stood on the day on which the plan was signed."""
    record = day.look.record.as_it_was(plan.date) if was else day.look.record
    assessment = day.look.assessment
    results = results_of(record, assessment.safety, assessment.diagnoses, plan.headache)
    return Evaluator(WithResults(record, results), BOOK).rule(phase.key, plan.headache)


def _lines(trace: Trace) -> Iterator[tuple[str, Truth]]:
    """The conditions of which the exit is made, one below its name."""
    inner = trace
    while len(inner.parts) == 1:
        inner = inner.parts[0]
    for part in inner.parts:
        yield phrase(part.criterion), part.truth


# --- P: what was signed, and the next retest ----------------------------------------------------------------


def _plan(day: Day) -> Iterator[str]:
    for plan in day.plans:
        yield _("Signed plan of %(day)s, phase %(phase)s:") % {"day": _on(plan.date), "phase": PHASES[plan.phase]}
        for item in plan.items:
            dose = in_full(item.dose)
            yield f"– {BY_ID[item.intervention].name}{f': {dose}' if dose else ''}"
        yield from _steps(day, plan)
    planned = next_retest(day.look.record)
    dates = [plan.retest for plan in day.plans if plan.retest is not None and plan.retest >= day.on]
    if dates:
        yield _("Next retest: %s.") % _on(min(dates))
    elif planned is not None and planned.late_since is not None:
        yield _("Retest due since %s.") % _on(planned.late_since)
    elif planned is not None and planned.on is not None:
        yield _("Next retest: %s.") % _on(planned.on)


def _steps(day: Day, plan: SignedPlan) -> Iterator[str]:
    """What the rules propose of each exercise now; the clinician decides."""
    difference = day.look.assessment.proposal(plan.headache).difference
    for one in difference.items if difference else ():
        if one.step is not None and one.intervention is not None:
            words = (
                _("Proposed, %(name)s: go on, %(then)s.")
                if one.step.forward
                else _("Proposed, %(name)s: ease, %(then)s.")
            )
            yield words % {"name": one.intervention.name, "then": one.step.then}


def _on(day: date) -> str:
    return f"{day:%-d %b %Y}"
