"""The programme of one day: each item with its drawings and its dose, and what was said of it."""

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from clinic.audit.actor import Actor
from clinic.chart.models import Entry
from clinic.learning.addresses import BY_SLUG, Addressed
from clinic.person.look import Look
from concordant.language import said
from concordant.plan.at_home import HALF, HomeItem, home_items, is_half, stands_against
from concordant.plan.interventions.dose_in_words import in_one_line, while_doing
from concordant.record.care import HomeRow
from concordant.safety.flag import Action
from concordant.teaching import Exercise, drawing
from concordant.teaching.cues import cue

_NOW = (Action.EMERGENCY, Action.SAME_DAY)
RATINGS = tuple(range(11))


@dataclass(frozen=True)
class Drawn:
    """One exercise."""

    exercise: Exercise
    person: int

    @property
    def slug(self) -> str:
        return self.exercise.id.replace("_", "-")

    @property
    def svg(self) -> SafeString:
        # Our own drawing; its words are escaped where it is made.
        return mark_safe(drawing(self.exercise))  # noqa: S308

    @property
    def timer(self) -> str:
        return reverse("home:timer", args=[self.person, self.slug])


@dataclass(frozen=True)
class Shown:
    """One item of the programme on one day."""

    item: HomeItem
    person: int
    on: date
    row: HomeRow | None
    """What was said of it; None while nothing was."""
    mine: tuple[Entry, ...]
    """The entries of this day and item that the reader may take back."""
    against: tuple[str, ...]
    """What has come up since it was signed and forbids it, as clinicians call it."""
    is_new: bool
    """Nothing was ever said of it: how it is done is still to be learned."""
    key: uuid.UUID = field(default_factory=uuid.uuid4)

    @property
    def id(self) -> str:
        return self.item.id.replace("_", "-")

    @property
    def name(self) -> str:
        """As the person knows it; by the name of the catalogue only where nothing is drawn."""
        return " / ".join(one.name for one in self.item.exercises) or self.item.name

    @property
    def drawn(self) -> tuple[Drawn, ...]:
        return tuple(Drawn(one, self.person) for one in self.item.exercises)

    @property
    def line(self) -> str:
        told = in_one_line(self.item.dose)
        return f"{told}. {said(HALF)}" if told and is_half(self.item.prescribed) else told

    @property
    def how(self) -> tuple[str, ...]:
        return while_doing(self.item.dose)

    @property
    def cue(self) -> str:
        dose = self.item.dose
        a_day, a_week, every = (one.high if one else None for one in (dose.per_day, dose.per_week, dose.every_minutes))
        return cue(per_day=a_day, per_week=a_week, every_minutes=every)


@dataclass(frozen=True)
class Programme:
    on: date
    items: tuple[Shown, ...]
    """To do, and to tick."""
    besides: tuple[tuple[HomeItem, tuple[Addressed, ...]], ...]
    """What goes on at home and is not ticked, with the pages about it."""
    has_plan: bool
    see_a_doctor: bool

    def item(self, intervention: str) -> Shown | None:
        return next((one for one in self.items if one.item.id == intervention), None)

    def drawn(self, slug: str) -> tuple[Shown, Drawn] | None:
        """An exercise of the programme by its address."""
        return next(((one, each) for one in self.items for each in one.drawn if each.slug == slug), None)


def programme_of(look: Look, by: Actor, on: date) -> Programme:
    """What was signed for the day and what was said of it."""
    plans, rows = look.record.plans, {one.intervention: one for one in look.record.home if one.date == on}
    ever = {one.intervention for one in look.record.home}
    items, mine, person = home_items(plans, on), _mine(look, by, on), look.chart.person.pk
    return Programme(
        on=on,
        items=tuple(
            Shown(one, person, on, rows.get(one.id), tuple(mine[one.id]), _against(look, one), one.id not in ever)
            for one in items
            if one.active
        ),
        besides=tuple((one, _pages_of(one)) for one in items if not one.active),
        has_plan=any(one.date <= on for one in plans),
        see_a_doctor=look.assessment.safety.action in _NOW,
    )


def _mine(look: Look, by: Actor, on: date) -> Mapping[str, list[Entry]]:
    """By treatment, the reader's own entries of the day that say this one thing: taking one back takes nothing else."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in look.chart.in_force(look.moment.known_at):
        if entry.kind == "home" and entry.on == on and by.user is not None and entry.author_id == by.user.pk:
            rows = entry.content.get("home", ())
            if len(rows) == 1 and entry.content.keys() == {"home"}:
                found[rows[0]["intervention"]].append(entry)
    return found


def _against(look: Look, item: HomeItem) -> tuple[str, ...]:
    return tuple(row.finding for row in stands_against(item, look.assessment.safety))


def _pages_of(item: HomeItem) -> tuple[Addressed, ...]:
    return tuple(one for one in BY_SLUG.values() if one.page.intervention == item.id)
