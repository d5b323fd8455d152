"""The phases of care for the person: what each is for, how long it usually takes, and what ends it.

What ends a phase is said with the limits of the rules themselves (``concordant.plan.phases``), so that a clinic that
sets another limit tells another one here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from concordant.plan.phases import (
    CALM_NRS,
    RELIEF_SIGNS,
    RESTORE_DAYS,
    STRENGTHEN_ADHERENCE,
    STRENGTHEN_DAYS,
    STRENGTHEN_NDI,
    STRENGTHEN_SIGNS,
    USUAL_WEEKS,
    Phase,
)


@dataclass(frozen=True)
class PhaseToTell:
    key: str
    name: str | Promise
    is_for: str | Promise
    usual_weeks: tuple[int, int] | None
    how_many: str
    """Of the signs below, before it ends; empty where nothing is counted."""
    ends_with: tuple[str, ...]


_NAMES: Mapping[Phase, tuple[str | Promise, str | Promise]] = MappingProxyType(
    {
        Phase.RELIEF: (
            gettext_lazy("First: ease the pain"),
            gettext_lazy("We calm the pain, help your neck to move, and wake up the deep neck muscles."),
        ),
        Phase.RESTORE: (
            gettext_lazy("Second: win back motion and control"),
            gettext_lazy("Your neck learns again to move freely, and its muscles to work together."),
        ),
        Phase.STRENGTHEN: (
            gettext_lazy("Third: get strong"),
            gettext_lazy("Your neck gets stronger and lasts longer, for your work, your sport and your day."),
        ),
        Phase.SELF_MANAGE: (
            gettext_lazy("Last: on your own"),
            gettext_lazy("You go on by yourself, with a plan for the days when a headache comes back."),
        ),
    }
)


def _relief() -> tuple[str, tuple[str, ...]]:
    return (
        _("The next part begins when %(number)s of these are so:") % {"number": int(RELIEF_SIGNS)},
        (
            _("Your headaches were on average no stronger than %(nrs)s of 10 in the last 7 days.")
            % {"nrs": f"{CALM_NRS:g}"},
            _("Your pain does not flare up easily any more."),
            _("You do your exercises well, without more pain afterwards."),
        ),
    )


def _restore() -> tuple[str, tuple[str, ...]]:
    return (
        _("The next part begins when all of these are so:"),
        (
            _("You turn your head well to both sides, or it has stopped getting better."),
            _("Your deep neck muscles work together well."),
            _("You have clearly fewer headache days, or no more than %(days)s in four weeks.")
            % {"days": f"{RESTORE_DAYS:g}"},
        ),
    )


def _strengthen() -> tuple[str, tuple[str, ...]]:
    return (
        _("The last part begins when %(number)s of these are so:") % {"number": int(STRENGTHEN_SIGNS)},
        (
            _("You have far fewer headache days, or no more than %(days)s in four weeks.")
            % {"days": f"{STRENGTHEN_DAYS:g}"},
            _("Your neck muscles are strong enough."),
            _("Your neck holds you back little: no more than %(percent)s%% in the neck form.")
            % {"percent": f"{STRENGTHEN_NDI:g}"},
            _("You can do what you set as your goal."),
            _("You do most of your exercises: at least %(percent)s%% in four weeks.")
            % {"percent": f"{STRENGTHEN_ADHERENCE:g}"},
        ),
    )


_ENDS: Mapping[Phase, Callable[[], tuple[str, tuple[str, ...]]]] = MappingProxyType(
    {Phase.RELIEF: _relief, Phase.RESTORE: _restore, Phase.STRENGTHEN: _strengthen}
)


def phase_to_tell(key: str) -> PhaseToTell:
    phase = Phase(key)
    name, is_for = _NAMES[phase]
    how_many, ends_with = _ENDS[phase]() if phase in _ENDS else ("", ())
    return PhaseToTell(key, name, is_for, USUAL_WEEKS.get(phase), how_many, ends_with)
