"""Easing the person's side: pair, window, clinicians, availability, cover."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from concordant.booking.bits import each, of_spans, stretch
from concordant.booking.problem import Cover, PairRule, Span
from concordant.booking.problem.spans import MINUTES_A_DAY, joined
from concordant.booking.reasons.trial import FURTHEST_DAYS, Trial
from concordant.booking.writing import clock


def looser_pair(trial: Trial) -> Iterator[dict[str, Any]]:
    """The massage may stand without its physiotherapy visit."""
    pair = trial.instance.pair_of.get(trial.visit.id)
    if pair is None or pair.rule is not PairRule.MUST or pair.rmt != trial.visit.id:
        return
    pairs = tuple(replace(one, rule=PairRule.PREFER) if one is pair else one for one in trial.person.pairs)
    eased = trial.with_person(replace(trial.person, pairs=pairs))
    if place := trial.place(eased):
        yield from trial.proved(eased, place, relax="pair", rule=str(PairRule.PREFER))


def wider_window(trial: Trial) -> Iterator[dict[str, Any]]:
    """As few more days as possible, earlier or later."""
    for side in ("before", "after"):
        for days in range(1, FURTHEST_DAYS + 1):
            wider = timedelta(days=days)
            if side == "before":
                visit = replace(trial.visit, earliest=trial.visit.earliest - wider)
            else:
                visit = replace(trial.visit, latest=trial.visit.latest + wider)
            eased = trial.with_visit(visit)
            if place := trial.place(eased):
                yield from trial.proved(eased, place, relax="window", side=side, days=days)
                break


def another_clinician(trial: Trial) -> Iterator[dict[str, Any]]:
    """Somebody whom the person does not see."""
    discipline = trial.visit.discipline
    allowed = trial.person.clinicians.get(discipline)
    if allowed is None:
        return
    for one in trial.instance.clinicians:
        if one.discipline is discipline and one.id not in allowed:
            clinicians = {**trial.person.clinicians, discipline: allowed | {one.id}}
            eased = trial.with_person(replace(trial.person, clinicians=clinicians))
            if place := trial.place(eased):
                yield from trial.proved(eased, place, relax="clinician", add=one.id)


def more_availability(trial: Trial) -> Iterator[dict[str, Any]]:
    """The shortest further stretch on one weekday on which the person would have to be able to come."""
    whole = dict.fromkeys(range(7), (Span(0, MINUTES_A_DAY),))
    person, minutes = trial.person, trial.visit.minutes
    best: tuple[int, int, int, int] | None = None
    for _, day, start in trial.places(trial.with_person(replace(person, available=whole))):
        missing = stretch(start, start + minutes) & ~of_spans(person.available.get(day.weekday(), ()))
        lacking = list(each(missing))
        if lacking:
            more = lacking[0], lacking[-1] + 1
            found = more[1] - more[0], day.toordinal(), *more
            best = found if best is None else min(best, found)
    if best is None:
        return
    weekday = (best[1] - 1) % 7
    add = Span(best[2], best[3])
    available = {**person.available, weekday: joined((*person.available.get(weekday, ()), add))}
    eased = trial.with_person(replace(person, available=available))
    if place := trial.place(eased):
        yield from trial.proved(
            eased,
            place,
            relax="availability",
            add=[weekday, clock(add.start), clock(add.end)],
            minutes=add.end - add.start,
        )


def more_cover(trial: Trial) -> Iterator[dict[str, Any]]:
    """One visit more that somebody pays for: in a cover that stands, or in a treatment plan for days without one."""
    mine = [cover for cover in trial.person.covers if cover.discipline is trial.visit.discipline]
    for cover in mine:
        covers = tuple(replace(one, count=one.count + 1) if one is cover else one for one in trial.person.covers)
        eased = trial.with_person(replace(trial.person, covers=covers))
        if place := trial.place(eased):
            told = {"first": cover.first.isoformat(), "last": cover.last.isoformat()}
            yield from trial.proved(eased, place, relax="cover", **told, visits=1)
            return
    if not mine:
        return
    last = max(cover.last for cover in mine)
    first = max(last + timedelta(days=1), trial.visit.earliest)
    if first > trial.visit.latest:
        return
    plan = Cover(discipline=trial.visit.discipline, first=first, last=trial.visit.latest, count=1)
    eased = trial.with_person(replace(trial.person, covers=(*trial.person.covers, plan)))
    if place := trial.place(eased):
        told = {"first": first.isoformat(), "last": trial.visit.latest.isoformat()}
        yield from trial.proved(eased, place, relax="cover", ask="treatment_plan", **told, visits=1)
