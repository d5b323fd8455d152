"""Hours that cannot be enough, in one sentence."""

from __future__ import annotations

from concordant.booking.capacity import Group, Load, Shortage
from concordant.booking.sentences.words import GIVEN, Names, day_said
from concordant.language import said


def load_said(load: Load, names: Names = str) -> str:
    """A week in which more is asked than can be worked, by an even spread."""
    filled = _filled(load, names)
    if not load.group.clinicians:
        return said("Nobody can give {asked} minutes of {what} asked from {first} to {last}.", **filled)
    if load.group.skill is not None:
        return said(
            "About {asked} minutes of {what} with the skill {skill} fall into {first} to {last}; {who} can "
            "work {works}.",
            **filled,
        )
    return said("About {asked} minutes of {what} fall into {first} to {last}; {who} can work {works}.", **filled)


def shortage_said(shortage: Shortage, names: Names = str) -> str:
    """What is asked, what can be worked, and whose hours are short."""
    filled = _filled(shortage, names)
    if not shortage.group.clinicians:
        return said("Nobody can give {asked} minutes of {what} asked from {first} to {last}.", **filled)
    if shortage.group.skill is not None:
        return said(
            "Too much {what} with the skill {skill} from {first} to {last}: {asked} minutes are asked, {who} can "
            "work {works}.",
            **filled,
        )
    return said("Too much {what} from {first} to {last}: {asked} minutes are asked, {who} can work {works}.", **filled)


def _filled(found: Load | Shortage, names: Names) -> dict[str, object]:
    group: Group = found.group
    return {
        "what": said(GIVEN[group.discipline]),
        "skill": group.skill,
        "first": day_said(found.first),
        "last": day_said(found.last),
        "asked": found.asked,
        "works": found.works,
        "who": ", ".join(names(id) for id in group.clinicians),
    }
