"""Signing what was told: all of it when it is sent, and a danger sign at once."""

import json
import uuid
from dataclasses import dataclass

from clinic.chart.actions import sign_entry
from clinic.chart.models import Entry
from clinic.chart.told import INTAKE, places_of
from clinic.forms.controls import first
from clinic.forms.days import today
from clinic.intake.asked import kept_for, let_go, origin_of
from clinic.intake.fragments import joined
from clinic.intake.parts import Part
from clinic.intake.story import FROM, Story
from concordant.selfcheck.danger import Alarm, alarms


@dataclass(frozen=True)
class Problem:
    """A page that cannot be sent as it is."""

    part: Part
    of: str
    says: str


def problems_of(story: Story) -> list[Problem]:
    """What has to be put right before it can be sent, page by page."""
    found = []
    for part in story.parts:
        form = story.answers(part)
        form.data = {**form.data, "confirm": story.data.get(f"confirm:{part.step}", [])}
        if not form.is_valid():
            said = [
                *form.general,
                *(error for errors in form.errors.values() for error in errors),
                *form.unusual.values(),
            ]
            found.append(Problem(part, story.name_of(part), " ".join(map(str, said))))
    return found


def send(story: Story) -> Entry | None:
    """Sign everything that is told, once. None where nothing is. Raises ValidationError."""
    content, _ids = story.as_the_chart_names_it(story.content)
    if not content or story.draft is None:
        return None
    entry = sign_entry(
        by=story.by,
        person_id=story.chart.person.pk,
        on=today(),
        kind=INTAKE,
        content=content,
        idempotency_key=story.draft.key,
        reason=first(story.data, FROM),
        looked_at=story.chart.newest_sha256,
    )
    story.forget()
    for kept in kept_for(story.by, story.chart.person):
        # One that found a danger sign holds more than is asked here: a clinician reads it first.
        if origin_of(kept) == entry.reason and not kept.action:
            let_go(story.by, kept, "confirmed by the person in their intake")
    return entry


def sign_danger(story: Story, part: Part) -> Alarm | None:
    """Where all that is told raises an alarm that the chart does not know: the pages behind it are signed at once.

    Of other pages nothing is signed before the person sends it. Raises ValidationError.
    """
    known = alarms(story.assess_with({}))
    new = [one for one in alarms(story.assessed) if one not in known]
    if not new:
        return None
    behind = {name.partition("[")[0] for one in new for name in one.because}
    pages = ((one, story.fragment(one)) for one in story.parts)
    content = joined(says for one, says in pages if one == part or behind & {place[-1] for place in places_of(says)})
    for row in content.get("headaches", []):
        name = first(story.data, f"name@{row['id']}").strip()
        if name and ("headaches", row["id"], "name") not in story.filled:
            row["name"] = name
    if not content:
        return None
    named, ids = story.as_the_chart_names_it(content)
    assert story.draft is not None
    sign_entry(
        by=story.by,
        person_id=story.chart.person.pk,
        on=today(),
        kind=INTAKE,
        content=named,
        idempotency_key=uuid.uuid5(story.draft.key, json.dumps(named, sort_keys=True)),
        looked_at=story.chart.newest_sha256,
    )
    placed = {row["id"] for section in ("headaches", "injuries") for row in named.get(section, [])}
    story.rename({old: new for old, new in ids.items() if new in placed})
    return min(new, key=lambda one: one.action.strength)
