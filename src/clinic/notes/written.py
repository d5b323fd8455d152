"""The notes of a chart as they were signed: each with every version of it, and what an amendment changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clinic.accounts.roles import role_in_words
from clinic.audit.actor import Actor
from clinic.chart.actions import Chart
from clinic.chart.models import Entry
from clinic.entries.listed import may_correct
from clinic.notes.beforehand import PARTS
from clinic.notes.discipline import NAMES
from clinic.notes.form import LABELS
from clinic.notes.lateness import KIND, late_reason
from clinic.person.moment import Moment
from concordant.facts.safety.history import new_red_flag_sign
from concordant.plan.interventions import BY_ID


@dataclass(frozen=True)
class Given:
    """One treatment as it was given."""

    name: str
    where: str
    dose: str
    reproduced: str
    response: str
    words: str

    @property
    def facts(self) -> tuple[str, ...]:
        return tuple(one for one in (self.where, self.dose, self.reproduced, self.response) if one)

    @property
    def in_a_line(self) -> str:
        """Everything, to be compared."""
        return " · ".join(one for one in (self.name, *self.facts, self.words) if one)


@dataclass(frozen=True)
class Version:
    """One signature."""

    entry: Entry
    role: str
    minutes: int | None
    given: tuple[Given, ...]
    parts: tuple[tuple[str | Promise, str], ...]
    answer: str
    """To the question of every visit, where it was asked here."""
    late: str
    """Why it was written late; empty where it was not."""
    reason: str
    """Of an amendment."""
    is_taken_back: bool = False


@dataclass(frozen=True)
class Change:
    """What one amendment changed."""

    label: str | Promise
    before: str
    after: str


@dataclass(frozen=True)
class NoteOfVisit:
    """A visit's note: the version that stands, and those before it."""

    on: date
    discipline: str
    discipline_name: str | Promise
    standing: Version
    earlier: tuple[tuple[Version, tuple[Change, ...]], ...]
    """Newest first, each with what the next one changed."""
    late: str
    may_amend: bool


def is_note(entry: Entry) -> bool:
    """Signed as a note here; what came in otherwise is read, and corrected as an entry: the form of a note would leave
    out what it has no field for."""
    rows = entry.content.get("treatments", ())
    if entry.kind != KIND or not entry.content.keys() <= {"treatments", "visits"} or len(rows) != 1:
        return False
    (row,) = rows
    said = {key for visit in entry.content.get("visits", ()) for key in (*visit, *visit.get("facts", {}))}
    return (
        bool(notes_in(entry.content))
        and row["discipline"] in NAMES
        and row.get("status", "attended") == "attended"
        and "interventions" not in row
        and said <= {"date", "facts", new_red_flag_sign.name}
    )


def notes_in(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The treatments of a fragment that say more than that there was one."""
    return [one for one in content.get("treatments", ()) if one.get("note") or one.get("done")]


def notes_of(chart: Chart, by: Actor, moment: Moment, discipline: str = "") -> list[NoteOfVisit]:
    """Newest visit first; of one discipline, or of all."""
    known = [entry for entry in chart.entries if entry.recorded_at <= moment.known_at]
    later = {entry.corrects_id: entry for entry in known if entry.corrects_id}
    found: list[NoteOfVisit] = []
    for entry in known:
        if entry.corrects_id is None:
            chain = [entry]
            while chain[-1].pk in later:
                chain.append(later[chain[-1].pk])
            found += _of_chain(chain, by, moment)
    wanted = [one for one in found if not discipline or one.discipline == discipline]
    return sorted(wanted, key=lambda one: (one.on, one.standing.entry.pk), reverse=True)


def _of_chain(chain: list[Entry], by: Actor, moment: Moment) -> Iterator[NoteOfVisit]:
    """What was imported may hold several notes in one entry; a correction of it corrects all of them."""
    firsts = notes_in(chain[0].content)
    for number, first in enumerate(firsts):
        versions: list[Version] = []
        row = first
        for entry in chain:
            rows = notes_in(entry.content)
            if entry.content and number >= len(rows):
                continue
            row = rows[number] if entry.content else row
            versions.append(_version(entry, row if entry.content else {}))
        standing = versions[-1]
        pairs = pairwise(versions)
        earlier = tuple((old, tuple(_changes(old, new))) for old, new in pairs)[::-1]
        newest = chain[-1]
        yield NoteOfVisit(
            on=newest.on if newest.kind == KIND else date.fromisoformat(row["date"]),
            discipline=row["discipline"],
            discipline_name=NAMES.get(row["discipline"], row["discipline"].capitalize()),
            standing=standing,
            earlier=earlier,
            late=late_reason(chain[0]),
            may_amend=moment.is_today and bool(newest.content) and is_note(newest) and may_correct(by, newest),
        )


def _version(entry: Entry, row: Mapping[str, Any]) -> Version:
    note = row.get("note", {})
    return Version(
        entry=entry,
        role=role_in_words(entry.author_role),
        minutes=row.get("minutes"),
        given=tuple(map(given_of, row.get("done", ()))),
        parts=tuple((LABELS[part], note[part]) for part in PARTS if note.get(part)),
        answer=_answer(entry.content),
        late=late_reason(entry),
        reason=entry.reason if entry.corrects_id else "",
        is_taken_back=not entry.content,
    )


def given_of(row: Mapping[str, Any]) -> Given:
    """A row of ``done`` in words."""
    one = BY_ID.get(row["intervention"])
    reproduced = {True: _("reproduced their headache"), False: _("did not reproduce their headache")}
    hands = one is not None and one.hands_on
    return Given(
        name=one.name if one else row["intervention"],
        where=" ".join(part for part in (row.get("structure", ""), row.get("side", "")) if part),
        dose=row.get("dose", ""),
        reproduced=reproduced.get(row.get("reproduced"), _("reproduction not tested") if hands else ""),  # type: ignore[arg-type]
        response=str(RESPONSES.get(row.get("response", ""), "")),
        words=row.get("words", ""),
    )


RESPONSES = {
    "better": gettext_lazy("better after"),
    "same": gettext_lazy("same after"),
    "worse": gettext_lazy("worse after"),
}


def _answer(content: Mapping[str, Any]) -> str:
    said = [
        visit["facts"][new_red_flag_sign.name]
        for visit in content.get("visits", ())
        if new_red_flag_sign.name in visit.get("facts", {})
    ]
    return "" if not said else _("yes") if any(said) else _("no")


def _changes(old: Version, new: Version) -> Iterable[Change]:
    """Part by part; of the treatments those that are said otherwise."""
    if new.is_taken_back:
        yield Change(_("The whole note"), _("as it stands here"), _("taken back"))
        return
    if old.entry.on != new.entry.on:
        yield Change(_("Day"), f"{old.entry.on:%-d %b %Y}", f"{new.entry.on:%-d %b %Y}")
    if old.minutes != new.minutes:
        yield Change(_("Minutes"), str(old.minutes or ""), str(new.minutes or ""))
    if old.answer != new.answer:
        yield Change(new_red_flag_sign.label, old.answer, new.answer)
    before, after = [one.in_a_line for one in old.given], [one.in_a_line for one in new.given]
    gone, come = [one for one in before if one not in after], [one for one in after if one not in before]
    if gone or come:
        yield Change(_("Treatments"), "\n".join(gone), "\n".join(come))
    texts = dict(new.parts)
    for label in dict.fromkeys([label for label, _text in (*old.parts, *new.parts)]):
        was, now = dict(old.parts).get(label, ""), texts.get(label, "")
        if was != now:
            yield Change(label, was, now)
