"""A box for each trial of a test; what the trials come to is worked out here and stored with them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.forms.controls import NOT_ASKED, Control, Data, Measured, Texts, first, number, shown
from clinic.forms.fields import Field
from clinic.forms.fragment import Taken
from concordant.facts import NotAllowed
from concordant.facts.kinds import Quantity
from concordant.measures import Joined, Measure, joined, trials_disagree
from concordant.measures.physical.joint_position_error import OTHER_ERRORS, PositionError, position_error
from concordant.measures.repeats import EXTRA_TRIALS


@dataclass(frozen=True)
class Trials(Control):
    """The first box has the name of the slot, the others a number behind it."""

    kind: Quantity
    measure: Measure
    template = "examine/_trials.html"
    grouped = True

    def names(self, name: str) -> Iterator[str]:
        yield name
        for place in range(2, self.measure.trials.most + EXTRA_TRIALS + 1):
            yield f"{name}.{place}"

    def typed(self, data: Data, name: str) -> list[Any]:
        """The trials in order, as numbers or, where they are none, as text."""
        texts = (first(data, each).strip() for each in self.names(name))
        return [number(text) for text in texts if text]

    def value(self, data: Data, name: str) -> Any:
        """The joined value, or the first trial that is not allowed; None where too few were taken."""
        typed = self.typed(data, name)
        if not typed:
            return NOT_ASKED
        odd = [trial for trial in typed if not _allowed(self.measure, trial)]
        if odd:
            return Taken(odd[0], {"trials": typed})
        value = joined(self.measure, typed).value
        return Taken(None if value is None else _as_number(value), {"trials": typed})

    def texts(self, name: str, value: Any) -> Texts:
        trials = value.how["trials"] if isinstance(value, Taken) else [value]
        return {each: [shown(trial)] for each, trial in zip(self.names(name), trials, strict=False)}

    def parts(self, name: str, data: Data) -> list[tuple[str, str | Promise, Control]]:
        names = list(self.names(name))
        filled = max((place for place, each in enumerate(names, 1) if first(data, each).strip()), default=0)
        count = max(self.measure.trials.most, filled)
        if asks_another(self.measure, self.typed(data, name)):
            count = max(count, len(self.typed(data, name)) + 1)
        kind = self.measure.trial_kind
        assert isinstance(kind, Quantity)
        return [(each, str(place), Measured(kind)) for place, each in enumerate(names[:count], 1)]


def _allowed(measure: Measure, trial: Any) -> bool:
    try:
        measure.read_trial(trial)
    except NotAllowed:
        return False
    return True


def came_to(measure: Measure, typed: list[Any]) -> Joined | None:
    """The value of trials; None where there are none, or one of them is not allowed."""
    return joined(measure, typed) if typed and all(_allowed(measure, trial) for trial in typed) else None


def errors_of(measure: Measure, typed: list[Any]) -> PositionError | None:
    """Of joint position error: the three errors of its trials, once all are taken."""
    found = came_to(measure, typed)
    is_error = measure.fact.name in OTHER_ERRORS
    return position_error(typed) if is_error and found is not None and found.value is not None else None


def too_few(measure: Measure, typed: list[Any]) -> str:
    """How many trials are missing for a value; empty where none is."""
    found = came_to(measure, typed)
    return found.words if found is not None and found.value is None else ""


def asks_another(measure: Measure, typed: list[Any]) -> str:
    """Why one more trial is wanted: they spread by more than the error. Empty where they do not."""
    found = came_to(measure, typed)
    spread = trials_disagree(measure, typed) if found is not None and found.value is not None else None
    return spread.words if spread and spread.take_another else ""


def _as_number(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 6)


@dataclass
class TrialField(Field):
    """The box of one trial. The first has the name of the whole, so it needs an id of its own."""

    @property
    def id(self) -> str:
        return f"{super().id}-t"


@dataclass
class TrialsField(Field):
    """Trials as the page shows them."""

    @property
    def parts(self) -> list[Field]:
        whole = self.full_label or self.label
        return [
            TrialField(
                part.name,
                part.control,
                part.label,
                part.data,
                errors=part.errors,
                full_label=_("%(what)s, trial %(place)s") % {"what": whole, "place": part.label},
            )
            for part in super().parts
        ]

    @property
    def comes_to(self) -> str:
        """The value as it will be stored, and what it is made of; or what is still to be done."""
        assert isinstance(self.control, Trials)
        typed = self.control.typed(self.data, self.name)
        found = came_to(self.control.measure, typed)
        if found is None:
            return self.control.measure.trials.words
        value = "" if found.value is None else f"{self.control.measure.say(found.value)}, "
        return f"{value}{found.words}{self._other_errors(typed)}"

    def _other_errors(self, typed: list[Any]) -> str:
        assert isinstance(self.control, Trials)
        errors = errors_of(self.control.measure, typed)
        if errors is None:
            return ""
        say = self.control.measure.say
        return "; " + _("with their signs: constant %(constant)s, variable %(variable)s") % {
            "constant": say(errors.constant_deg),
            "variable": say(errors.variable_deg),
        }
