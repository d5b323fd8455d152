"""A case file in the making: every entry dated, signed by a role, and recorded at a moment."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from concordant.simulate.diary.write import Plan, rows

THE_PERSON = "the person"
PHYSIOTHERAPIST = "physiotherapist"
PHYSICIAN = "physician"

VISIT_MINUTES = 60
"""A full hour, one to one (operations 4.1, B02 and B03): what the calendar of the clinic holds for a visit."""
DAYS_PER_YEAR = 365.2425
FRIDAY, SATURDAY = 4, 5

Facts = dict[str, Any]
CaseFile = dict[str, Any]


class Draft:
    """One person's case file, written in the order in which things happen."""

    def __init__(self, rng: Random, today: date, identity: str, sex: str, age: int) -> None:
        self.rng = rng
        self.today = today
        self.side = rng.choice(("left", "right"))
        """The painful side of a headache that keeps to one."""
        born = today - timedelta(days=round(age * DAYS_PER_YEAR) + rng.randint(1, 360))
        self.case: CaseFile = {
            "concordant": 1,
            "person": {"id": identity, "born": str(born), "sex": sex},
            "episode": {},
            "facts": {},
            "injuries": [],
            "headaches": [],
            "visits": [],
            "outcomes": [],
            "diary": [],
            "treatments": [],
        }

    # --- days -------------------------------------------------------------------------------------------

    def ago(self, days: int) -> date:
        """A day before today."""
        return self.today - timedelta(days=days)

    def workday_ago(self, days: int) -> date:
        """A Monday to Thursday at least so many days ago, so that the day after it is a workday too."""
        day = self.ago(days)
        while day.weekday() >= FRIDAY:
            day -= timedelta(days=1)
        return day

    def moment(self, day: date, first_hour: int = 9, last_hour: int = 16) -> str:
        """A time on a day, as the case file writes it."""
        return f"{day}T{self.rng.randint(first_hour, last_hour):02}:{self.rng.randrange(60):02}"

    # --- entries ----------------------------------------------------------------------------------------

    def begin(self, day: date, goal: str, **payer: str) -> None:
        """The course of care starts; ``payer``: kind, accident_date, claim."""
        self.case["episode"] = {"started": str(day), "goal": goal} | ({"payer": payer} if payer else {})

    def say(self, day: date, by: str, facts: Facts, headache: str | None = None, told_on: date | None = None) -> None:
        """Facts of the person or episode, or of one headache, from a day on; a second one on that day replaces.

        ``told_on`` is the day of the entry where it was told later.
        """
        owner = self.case["facts"] if headache is None else self._headache(headache)["facts"]
        recorded = self.moment(told_on or day)
        for name, value in facts.items():
            kept = [said for said in owner.get(name, []) if said["date"] != str(day)]
            owner[name] = [*kept, {"date": str(day), "value": value, "by": by, "recorded": recorded}]

    def headache(self, name: str, day: date, facts: Facts) -> str:
        """A new headache, described by the person on a day; its id is the next letter."""
        identity = "ABCDEF"[len(self.case["headaches"])]
        self.case["headaches"].append({"id": identity, "name": name, "facts": {}})
        self.say(day, THE_PERSON, facts, identity)
        return identity

    def _headache(self, identity: str) -> dict[str, Any]:
        found: dict[str, Any] = next(one for one in self.case["headaches"] if one["id"] == identity)
        return found

    def injury(self, identity: str, facts: Facts) -> None:
        """A crash, fall or blow."""
        self.case["injuries"].append({"id": identity, "facts": facts})

    def visit(self, day: date, facts: Facts, findings: list[Facts] | None = None) -> None:
        """What was asked, seen and tested on a day."""
        self.case["visits"].append(
            {
                "date": str(day),
                "by": PHYSIOTHERAPIST,
                "status": "attended",
                "recorded": self.moment(day),
                "facts": facts,
                "findings": findings or [],
            }
        )

    def score(self, day: date, **measures: float) -> None:
        """Questionnaire scores of a day."""
        recorded = self.moment(day, 7, 8)
        for measure, value in measures.items():
            entry = {"date": str(day), "measure": measure, "value": value, "by": THE_PERSON, "recorded": recorded}
            self.case["outcomes"].append(entry)

    def treat(
        self, day: date, discipline: str, *interventions: str, status: str = "attended", minutes: int = VISIT_MINUTES
    ) -> None:
        """A treatment that was booked for a day."""
        entry: Facts = {"date": str(day), "discipline": discipline}
        if status == "attended":
            entry |= {"interventions": list(interventions), "minutes": minutes}
        self.case["treatments"].append({**entry, "status": status, "recorded": self.moment(day)})

    def diary(self, plan: Plan) -> None:
        """The diary of a plan."""
        self.case["diary"] = rows(self.rng, plan, self.today)

    def finish(self) -> CaseFile:
        """The case file; lists that stayed empty are left out, but for injuries: asked, and there were none."""
        return {key: value for key, value in self.case.items() if value or key == "injuries"}
