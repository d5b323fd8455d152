"""A visit note as it was typed: what it says, what was filled in beforehand, and what keeps it from being signed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from clinic import clock
from clinic.chart.models import Entry
from clinic.drafts import keeping
from clinic.forms.controls import Control, Data, Measured, OnDay, OneOfMany, Text, Texts, YesNo, first, number
from clinic.forms.days import day_of, today
from clinic.notes.beforehand import PARTS, filled_in
from clinic.notes.day import Day, question_of
from clinic.notes.discipline import belongs_to, catalogue, may_give, touches
from clinic.notes.dose import in_a_session
from clinic.notes.lateness import is_late
from clinic.notes.lines import LONGEST_LINE, Line, line_of, next_id
from clinic.person.moment import EARLIEST
from concordant.facts import NotAllowed
from concordant.facts.kinds import Choice, Flag, Words
from concordant.facts.kinds import Day as DayKind
from concordant.plan.interventions import BY_ID
from concordant.record.care_reader import MINUTES

LONGEST_PART = 4000
MOST_LINES = 40
COPIED_FROM = 40
"""A text of so many letters that is word for word that of an earlier note was copied."""
_REPEATS = re.compile(
    r"(as|same( as)?|see|like)\s+(the\s+)?(previous|before|above|last)(\s+(time|visit|note|session))?"
    r"|same(\s+again)?|continued?|continue(\s+(as\s+)?(plan|before|previous))?|ditto|idem|n/?a"
    r"|as per plan|exercises?(\s+(given|done))?|treated|treatment given|rx( given)?"
)
"""A text that says nothing of the day (faults that the college names, operations 3.2)."""
_ALWAYS = ("csrfmiddlewaretoken", "key", "on", "do", keeping.WINDOW, keeping.REVISION, keeping.LOCKED)
_OWN = ("minutes", "asked", "late", "none", "add", "lines", "seen", "reason")


@dataclass
class TypedNote:
    """Nothing is signed that its signer has not looked at."""

    discipline: str
    data: Data = field(default_factory=dict)
    amends: Entry | None = None
    errors: dict[str, list[str | Promise]] = field(default_factory=dict)
    general: list[str | Promise] = field(default_factory=list)
    day: Day | None = None
    kept: keeping.Kept | None = None
    earlier_texts: dict[str, date] = field(default_factory=dict)
    """What other notes of this chart say, each with its day."""
    taken_back: bool = False

    # --- what was said ---------------------------------------------------------------------------------------

    @property
    def on(self) -> date | None:
        text = first(self.data, "on").strip()
        return day_of(text) if text else today()

    @property
    def day_asked(self) -> date:
        """A day on which a chart can be looked at, also where the one that was sent is none."""
        return self.on if self.on and EARLIEST <= self.on <= today() else today()

    @property
    def answer(self) -> bool | None:
        return {"yes": True, "no": False}.get(first(self.data, "asked"))

    @property
    def chart_day(self) -> Day:
        assert self.day is not None, "the form is told of the chart before it is shown or checked"
        return self.day

    @property
    def needs_answer(self) -> bool:
        """Asked once a day, and again where an examination of the same day has left it out; an amendment says it again
        where the note had it."""
        if self.amends is not None:
            return bool(self.amends.content.get("visits"))
        day = self.chart_day
        return day.answered is None or (day.answered is False and not day.look.assessment.safety.asked_again)

    @cached_property
    def lines(self) -> list[Line]:
        """Those of the signed plan, then those that were added."""
        day = self.chart_day
        found = [
            Line(one, is_of_plan=True)
            for one in day.prescribed
            if one in BY_ID and belongs_to(BY_ID[one], self.discipline, rmt_unavailable=day.rmt_is_unavailable)
        ]
        for one in first(self.data, "lines").split()[:MOST_LINES]:
            line = line_of(one)
            if line is not None and line.id not in [each.id for each in found]:
                found.append(line)
        return found

    @cached_property
    def given(self) -> list[Line]:
        return [one for one in self.lines if one.is_given(self.data)]

    def text(self, part: str) -> str:
        """No null characters: PostgreSQL cannot hold them."""
        return first(self.data, part).replace("\x00", "").strip().replace("\r\n", "\n")

    @property
    def late(self) -> bool:
        if self.amends is not None or self.on is None or self.on != self.day_asked:
            return False
        return is_late(self.on, clock.now(), self.chart_day.chart.person.clinic.zone)

    def content(self) -> dict[str, Any]:
        """The entry."""
        assert self.on is not None
        done = [row for line in self.given for row in line.rows(self.data, self.chart_day.blocked(line.intervention))]
        note = {part: text for part in PARTS if (text := self.text(part))}
        note["plan"] = "\n".join([note.get("plan", ""), *self._not_given(note.get("plan", ""))]).strip()
        treatment: dict[str, Any] = {"date": self.on.isoformat(), "discipline": self.discipline, "status": "attended"}
        if minutes := first(self.data, "minutes").strip():
            treatment["minutes"] = number(minutes)
        treatment |= {"done": done} if done else {}
        treatment["note"] = {part: text for part, text in note.items() if text}
        content: dict[str, Any] = {"treatments": [treatment]}
        if self.answer is not None and self.needs_answer:
            content |= question_of(self.on, self.answer)
        return content

    def _not_given(self, plan: str) -> Iterator[str]:
        """What of the plan was left out this time, and why nothing was done: the file has no place of its own."""
        for line in self.lines:
            if line.said(self.data, "given") == "no":
                why = line.said(self.data, "words")
                told = f"Not given: {line.intervention.name}{f' ({why})' if why else ''}."
                if told not in plan:
                    yield told
        if not self.given and (why := self.text("none")):
            told = f"No treatment given: {why}"
            if told not in plan:
                yield told

    # --- filling in beforehand -------------------------------------------------------------------------------

    @cached_property
    def beforehand(self) -> dict[str, str]:
        """Of an amendment nothing: it begins with what was signed."""
        return {} if self.amends is not None else filled_in(self.chart_day)

    def fill_in(self) -> None:
        """A form that nobody has typed into yet."""
        found: Texts = {}
        for part, text in self.beforehand.items():
            if text:
                found |= {part: [text], f"was.{part}": [seal(text)]}
        for line in self.lines:
            item = self.chart_day.prescribed.get(line.intervention.id)
            if line.needs_dose and item and (dose := in_a_session(item[1].dose)):
                found[line.name("dose")] = [dose[:LONGEST_LINE]]
        self.data = {**found, **self.data}

    def fill_again(self) -> None:
        """For another day, or after something was measured meanwhile: only parts that nobody has touched."""
        anew = {part: text for part, text in self.beforehand.items() if self._is_untouched(part)}
        found: Texts = {}
        for part, text in anew.items():
            found |= {part: [text], f"was.{part}": [seal(text)] if text else []}
        self.data = {**self.data, **found}

    def _is_untouched(self, part: str) -> bool:
        text, was = self.text(part), first(self.data, f"was.{part}")
        ticked = part in self.data.get("seen", [])
        return not ticked and (not text or was == seal(text))

    def add_line(self) -> None:
        """One more, of what this discipline may give."""
        wanted = first(self.data, "add")
        found = next_id(wanted, [one.id for one in self.lines])
        if wanted not in {one.id for one in catalogue(self.discipline)}:
            self.add_error("add", _("Choose a treatment."))
        elif found is None or len(self.lines) >= MOST_LINES:
            self.add_error("add", _("There are enough lines of this treatment."))
        else:
            self.data = {**self.data, "lines": [f"{first(self.data, 'lines')} {found}".strip()], "add": [""]}
            self._forget_lines()

    def drop_line(self, identity: str) -> None:
        left = [one for one in first(self.data, "lines").split() if one != identity]
        gone = [name for name in self.data if name.startswith(f"{identity}.")]
        self.data = {**{name: said for name, said in self.data.items() if name not in gone}, "lines": [" ".join(left)]}
        self._forget_lines()

    def _forget_lines(self) -> None:
        for worked_out in ("lines", "controls"):
            self.__dict__.pop(worked_out, None)

    # --- is it right? ----------------------------------------------------------------------------------------

    def add_error(self, name: str, message: str | Promise) -> None:
        self.errors.setdefault(name, []).append(message)

    @property
    def stops(self) -> bool:
        """A new warning sign: what is signed now is the answer, and then the screen."""
        return self.answer is True and self.needs_answer and self.amends is None

    def is_valid(self) -> bool:
        """Everything that is missing at once."""
        self._check_names()
        self._check_day()
        if self.is_wrong:
            return False
        if self.needs_answer and self.answer is None:
            self.add_error("asked", _("Ask this at every visit, before hands are laid on."))
        if self.stops:
            self.general.append(_("A new warning sign: stop. Sign the answer first; it leads to the safety screen."))
            return False
        self._check_fields()
        self._check_parts()
        for line in self.given:
            self._check_line(line)
        if not self.given and not self.text("none"):
            self.add_error("none", _("No treatment is named. Say which was given, or why none was."))
        if self.late and not self.text("late"):
            self.add_error("late", _("Say why it is written so late: it is a late entry."))
        if self.amends is not None and not self.text("reason"):
            self.add_error("reason", _("Say why the note is amended."))
        return not self.is_wrong

    @property
    def is_wrong(self) -> bool:
        return any(self.errors.values()) or bool(self.general)

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name that its inputs may send; of each treatment too that a draft may hold."""
        known = {*_ALWAYS, *_OWN, *PARTS, *(f"was.{part}" for part in PARTS)}
        lines = [*first(self.data, "lines").split()[:MOST_LINES], *BY_ID]
        for line in filter(None, map(line_of, lines)):
            known |= {line.name(part) for part in line.controls}
        return frozenset(known)

    def _check_names(self) -> None:
        for name in self.data:
            if name not in self.names:
                self.general.append(_("This form has no field “%s”. Open it anew.") % name[:80])
        extra = [one for one in first(self.data, "lines").split() if one not in [each.id for each in self.lines]]
        if extra:
            self.general.append(_("This form has no treatment “%s”. Open it anew.") % extra[0][:80])

    def _check_day(self) -> None:
        if self.on is None or self.on < EARLIEST:
            self.add_error("on", _("A date as YYYY-MM-DD is needed."))
        elif self.on > today():
            self.add_error("on", _("Nobody can sign what will be true only later."))

    @cached_property
    def controls(self) -> dict[str, Control]:
        """What reads each input, by its name."""
        offered = {one.id: one.name for one in catalogue(self.discipline)}
        line = Text(Words(longest=LONGEST_LINE))
        found: dict[str, Control] = {
            "on": OnDay(DayKind()),
            "minutes": Measured(MINUTES),
            "asked": YesNo(Flag()),
            "add": OneOfMany(Choice(offered)),
            **dict.fromkeys(("none", "late", "reason"), line),
            **dict.fromkeys(PARTS, Text(Words(longest=LONGEST_PART))),
        }
        for one in self.lines:
            found |= {one.name(part): control for part, (_label, control) in one.controls.items()}
        return found

    def _check_fields(self) -> None:
        """Each value by its kind: a word that is not offered, or a text that is too long."""
        for name, control in self.controls.items():
            if any(self.data.get(name, [])):
                try:
                    control.kind.read(control.value(self.data, name))
                except NotAllowed as error:
                    self.add_error(name, _("Allowed: %(allowed)s.") % {"allowed": error})

    def _check_parts(self) -> None:
        for part in PARTS:
            text = self.text(part)
            if not text:
                self.add_error(part, _("This part is empty."))
            elif _REPEATS.fullmatch(text.rstrip(" .!").casefold()):
                self.add_error(part, _("This says nothing of today. Say what was found, done or decided."))
            elif self._unseen(part):
                self.add_error(part, _("This was filled in from the chart. Look at it and tick it, or change it."))
            elif self._was_copied(part, text):
                day = self.earlier_texts[_flat(text)]
                self.add_error(
                    part,
                    _("Word for word what the note of %s says. Say what is true of this visit.") % f"{day:%-d %b %Y}",
                )

    def _unseen(self, part: str) -> bool:
        text = self.text(part)
        return bool(text) and first(self.data, f"was.{part}") == seal(text) and part not in self.data.get("seen", [])

    def _was_copied(self, part: str, text: str) -> bool:
        """What the chart says today may be what it said last time; what is typed may not."""
        from_chart = text == self.beforehand.get(part)
        return len(text) >= COPIED_FROM and not from_chart and _flat(text) in self.earlier_texts

    def _check_line(self, line: Line) -> None:
        day, one = self.chart_day, line.intervention
        if not may_give(one, self.discipline):
            self.add_error(line.name("given"), _("%s: not given by this discipline.") % one.name)
            return
        if lacks := day.lacks(one):
            told = "; ".join(lacks)
            self.add_error(line.name("given"), _("Not without this on record: %s.") % told)
        if self._refused(line):
            flags = "; ".join(flag.flag.name for flag in day.stopping)
            self.add_error(
                line.name("given"),
                _(
                    "No treatment by hand and no load on the neck while this flag is open: %s. If something was done "
                    "before it was known, say so in part O."
                )
                % flags,
            )
        elif (blocked := day.blocked(one)) and not line.said(self.data, "reason"):
            self.add_error(
                line.name("reason"), _("Blocked today: %s. Say why it was given all the same.") % "; ".join(blocked)
            )
        for part, sentence in line.missing(self.data):
            self.add_error(line.name(part), sentence)

    def _refused(self, line: Line) -> bool:
        """An amendment tells what was done; nothing is done anew."""
        return self.amends is None and touches(line.intervention) and bool(self.chart_day.stopping)


def seal(text: str) -> str:
    """Short: it tells whether a text was changed, and protects nothing."""
    return hashlib.sha256(text.strip().replace("\r\n", "\n").encode()).hexdigest()[:16]


def _flat(text: str) -> str:
    """Without what a copy may change unseen: spaces, capitals."""
    return " ".join(text.split()).casefold()
