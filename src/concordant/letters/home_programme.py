"""The home programme for the person: one sheet, each exercise with drawing, dose, steps and sign to stop."""

from __future__ import annotations

from collections.abc import Iterator

from concordant.assessment import Assessment
from concordant.letters.kind import Kind
from concordant.letters.letter import Exercise, Paragraph, Part, Points, Section
from concordant.letters.needed import Basis, To
from concordant.letters.own_words import own_words
from concordant.letters.plans import plans
from concordant.letters.request import Request
from concordant.letters.words import on
from concordant.plan.at_home import HALF, is_half
from concordant.plan.interventions.catalogue import BY_ID
from concordant.record.care import Prescribed
from concordant.record.dose_line import dose_line
from concordant.safety import Action
from concordant.safety import Letter as Mark
from concordant.teaching import EXERCISES
from concordant.teaching.drawing import drawing
from concordant.teaching.pages.help_at_once import help_at_once

NO_PLAN = "No plan of care is signed, so there is no home programme."
NOTHING_AT_HOME = "The signed plan holds nothing to do at home that can be drawn."
HELD = "A warning sign is open that needs somebody today, so no exercises are given."
NO_DOSE = "The signed plan gives no dose of: {name}."
STOPPED = (
    "{name} is stopped by a warning sign, or by something that was not asked. Sign a plan without it, or ask first."
)
FRONT, MOST = 5, 8
"""So many fit on the front of a sheet, and on both sides beside the signs for help."""
TOO_MANY = "The signed plan holds {count} exercises for home; a sheet has room for {most}."

HEADING = "Your exercises"
FROM = "This is your plan from {day}. Do each one slowly and well. Some pull or work in the muscles is fine."
STOP = "Stop if your headache comes on or gets worse and does not settle soon. Then tell us."
HELP = "When to get help at once"


def at_home(assessment: Assessment) -> tuple[Prescribed, ...]:
    """What of the signed plans is drawn, each once, the heaviest headache first."""
    drawn = {one.intervention for one in EXERCISES}
    found: dict[str, Prescribed] = {}
    for plan in plans(assessment):
        for item in plan.items:
            if item.intervention in drawn:
                found.setdefault(item.intervention, item)
    return tuple(found.values())


def _lacks(assessment: Assessment, _request: Request) -> Iterator[str]:
    if not plans(assessment):
        yield NO_PLAN
        return
    if assessment.safety.action in (Action.EMERGENCY, Action.SAME_DAY):
        yield HELD
    items = at_home(assessment)
    if not items:
        yield NOTHING_AT_HOME
    for one in items:
        if not dose_line(one.dose):
            yield NO_DOSE.format(name=BY_ID[one.intervention].name)
        technique = BY_ID[one.intervention].technique
        held = assessment.safety.techniques.get(technique) if technique is not None else None
        if held is not None and held.letter is Mark.STOP:
            yield STOPPED.format(name=BY_ID[one.intervention].name)
    count = sum(each.intervention in {one.intervention for one in items} for each in EXERCISES)
    if count > MOST:
        yield TOO_MANY.format(count=count, most=MOST)


def _says(assessment: Assessment, request: Request) -> Iterator[Section]:
    newest = max(one.date for one in plans(assessment))
    yield from own_words(request)
    exercises = tuple(one for item in at_home(assessment) for one in _exercises(item))
    yield Section(HEADING, (Paragraph(FROM.format(day=on(newest))), *exercises, Paragraph(STOP)))
    yield Section(HELP, tuple(_help()), overleaf=len(exercises) <= FRONT)


def _help() -> Iterator[Part]:
    """The page itself, so that it says the same."""
    for one in help_at_once.paragraphs:
        yield Paragraph(one.text, fixed=True)
        if one.list:
            yield Points(one.list, fixed=True, side_by_side=True)


def _exercises(item: Prescribed) -> Iterator[Exercise]:
    for one in EXERCISES:
        if one.intervention == item.intervention:
            dose = f"{dose_line(item.dose)}. {HALF}" if is_half(item) else dose_line(item.dose)
            yield Exercise(one.name, drawing(one), one.seen, dose, one.steps, one.feel, one.stop)


HOME_PROGRAMME = Kind(
    id="home_programme",
    name="Home programme",
    title="Your home programme",
    to=To.PERSON,
    consent=None,
    basis=Basis.PLAN,
    needs=("A signed plan with exercises for home, each with its dose.", "Nothing that stops these exercises."),
    says=_says,
    lacks=_lacks,
)
