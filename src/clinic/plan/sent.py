"""What the form of a plan sent: read strictly, kept as it was typed, and put right where the page says so."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from clinic.plan.dose_fields import NotADose, read_part, same_dose
from clinic.plan.words import DISCIPLINES, PARTS_OF_A_DOSE, STATUSES
from concordant.plan import Item, Phase, Proposal
from concordant.plan.interventions import BY_ID
from concordant.plan.interventions.dose import plain_dose
from concordant.plan.interventions.intervention import Discipline
from concordant.record.care import DoseValue, Goal, Prescribed, Removed, SignedPlan

LONGEST = 4000
LONGEST_GOAL = 400
MOST_VISITS_A_WEEK = 21
_HANDS = (Discipline.PHYSIOTHERAPIST.value, Discipline.RMT.value)


@dataclass
class Sent:
    """One form. Names: ``in:ID`` ticked, ``dose:ID:PART``, ``why:ID``, ``for:ID:ROW``, ``also:ID`` an addition."""

    data: Mapping[str, list[str]]
    problems: dict[str, list[str]] = field(default_factory=dict)
    """By treatment; under "" what is about the whole plan."""

    # --- as it was typed ------------------------------------------------------------------------------------

    def text(self, name: str) -> str:
        """What stands in a field."""
        return self._typed(name)[:LONGEST]

    def _typed(self, name: str) -> str:
        said = (self.data.get(name) or [""])[0]
        return said.replace("\x00", "").replace("\r\n", "\n").strip()

    def includes(self, identity: str) -> bool:
        """Whether its box is ticked."""
        return f"in:{identity}" in self.data

    def reason(self, identity: str) -> str:
        return self.text(f"why:{identity}")

    def typed(self, identity: str) -> dict[str, str]:
        """The dose, part by part."""
        return {part: self.text(f"dose:{identity}:{part}") for part in PARTS_OF_A_DOSE}

    def signs_for(self, identity: str, row: str) -> bool:
        return f"for:{identity}:{row}" in self.data

    def problems_of(self, identity: str) -> tuple[str, ...]:
        return tuple(self.problems.get(identity, ()))

    @property
    def goal(self) -> str:
        return self.text("goal")

    @property
    def remark(self) -> str:
        return self.text("remark")

    @property
    def general(self) -> tuple[str, ...]:
        return tuple(self.problems.get("", ()))

    @property
    def key(self) -> uuid.UUID | None:
        """Of this one form; a form without one cannot be told from its double."""
        try:
            return uuid.UUID(self.text("key"))
        except ValueError:
            return None

    @property
    def added(self) -> tuple[str, ...]:
        """Treatments that were chosen from the catalogue besides those on the page."""
        chosen = [one for one in self.data.get("also", ()) if one in BY_ID]
        return tuple(dict.fromkeys(chosen))

    # --- as it is meant -------------------------------------------------------------------------------------

    def plan(self, proposal: Proposal, on: date) -> SignedPlan:
        """The plan that is to be signed. What cannot be read becomes a problem of this form."""
        self._check_lengths()
        proposed = {one.id for one in now(proposal)}
        offered = {one.id for one in (*proposal.plan.offered, *proposal.plan.not_combined)}
        items = [one for one in BY_ID if self.includes(one)]
        if proposal.plan.phase.set_by_clinician and not self.remark:
            self._problem("", _("Say in the remark why another phase is chosen than the one that is proposed."))
        left_out = [one for one in BY_ID if one in proposed and not self.includes(one)]
        return SignedPlan(
            date=on,
            headache=proposal.headache,
            phase=proposal.plan.phase.phase.value,
            profile=proposal.plan.profile.profile.value,
            items=tuple(self._prescribed(one, is_offered=one in offered) for one in items),
            left_out=tuple(Removed(one, self._needed_reason(one, _("Say why it is left out."))) for one in left_out),
            goals=tuple(self._goals(proposal)),
            visits_per_week=self._visits(),
            retest=self._retest(on),
            remark=self.text("remark"),
        )

    def conclusions(self, offered: Mapping[str, str]) -> dict[str, str]:
        """Of each diagnosis (``HEADACHE:CODE``) what the clinician concludes; at first what the rules say."""
        found = {}
        for name, status in offered.items():
            said = self.text(f"says:{name}") or status
            if said not in STATUSES:
                self._problem("", _("“%s” is no conclusion.") % said[:40])
                continue
            found[name] = said
        return found

    def _prescribed(self, identity: str, *, is_offered: bool) -> Prescribed:
        dose = self._dose(identity)
        choice = "accepted"
        if not is_offered:
            choice = "added"
        elif not same_dose(dose, plain_dose(BY_ID[identity].dose)):
            choice = "changed"
        reason = self.reason(identity)
        if choice == "added":
            reason = self._needed_reason(identity, _("Say why it is added though it is not proposed."))
        elif choice == "changed":
            reason = self._needed_reason(identity, _("Say why the dose is changed."))
        rows = [name.split(":", 2)[2] for name in self.data if name.startswith(f"for:{identity}:")]
        return Prescribed(identity, dose, choice=choice, reason=reason, signed_for=tuple(sorted(rows)))

    def _dose(self, identity: str) -> dict[str, DoseValue]:
        """The parts that were typed; those that have no input are taken as proposed."""
        proposed = plain_dose(BY_ID[identity].dose)
        found: dict[str, DoseValue] = {part: proposed[part] for part in proposed if part not in PARTS_OF_A_DOSE}
        for part, text in self.typed(identity).items():
            try:
                value = read_part(part, text)
            except NotADose as error:
                self._problem(identity, str(error))
                continue
            if value is not None:
                found[part] = value
        return found

    def _needed_reason(self, identity: str, told: str) -> str:
        reason = self.reason(identity)
        if not reason:
            self._problem(identity, told)
        return reason

    def _goals(self, proposal: Proposal) -> list[Goal]:
        words = self.text("goal")
        found = [Goal(" ".join(words.split())[:LONGEST_GOAL])] if words else []
        for one in proposal.goals.targets:
            if f"target:{one.fact}" in self.data:
                found.append(Goal(one.says, fact=one.fact, at_most=one.at_most, at_least=one.at_least))
        return found

    def _check_lengths(self) -> None:
        """Nothing is signed of which a part was cut off unseen."""
        told = _("At most %s characters; the rest was left out. Look at it again.")
        for name in self.data:
            part, _colon, identity = name.partition(":")
            if part in ("why", "remark") and len(self._typed(name)) > LONGEST:
                self._problem(identity, told % LONGEST)
        if len(" ".join(self._typed("goal").split())) > LONGEST_GOAL:
            self._problem("", told % LONGEST_GOAL)

    def _visits(self) -> dict[str, float]:
        found = {}
        for one in _HANDS:
            text = self.text(f"visits:{one}").replace(",", ".")
            if not text:
                continue
            try:
                number = float(text)
            except ValueError:
                number = -1
            if not 0 <= number <= MOST_VISITS_A_WEEK:
                told = _("Visits a week (%(who)s): “%(text)s” is not allowed; allowed: 0 to %(most)s")
                values = {"who": DISCIPLINES[one], "text": text[:20], "most": MOST_VISITS_A_WEEK}
                self._problem("", told % values)
                continue
            found[one] = number
        return found

    def _retest(self, on: date) -> date | None:
        text = self.text("retest")
        if not text:
            return None
        try:
            day = date.fromisoformat(text)
        except ValueError:
            self._problem("", _("Next retest: “%s” is no date.") % text[:20])
            return None
        if day < on:
            self._problem("", _("The next retest cannot be before today."))
        return day

    def _problem(self, identity: str, told: str) -> None:
        self.problems.setdefault(identity, []).append(told)


def phase_set(text: str) -> Phase | None:
    """A phase that a clinician has chosen; None for the proposed one."""
    return next((one for one in Phase if one.value == text and one is not Phase.HOLD), None)


def now(proposal: Proposal) -> tuple[Item, ...]:
    """What is proposed for now: to leave one of these out takes a reason."""
    plan = proposal.plan
    return (*plan.hands_on, *plan.soft_tissue, *plan.home_now, *plan.other)
