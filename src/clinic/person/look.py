"""A chart as it was known on a day, with what follows from it."""

from dataclasses import dataclass

from clinic.chart.actions import Chart
from clinic.chart.models import Entry
from clinic.person.case import case_of, entry_id
from clinic.person.kept import Found, kept
from clinic.person.moment import Moment
from concordant.assessment import Assessment, assess
from concordant.record.case import Case
from concordant.record.record import Record


@dataclass(frozen=True)
class Look:
    """Everything that the sections of the page are made from."""

    chart: Chart
    moment: Moment
    assessment: Assessment
    entries: dict[int, Entry]

    @property
    def record(self) -> Record:
        return self.assessment.record

    @property
    def case(self) -> Case:
        return self.record.case

    def entry_at(self, place: str) -> Entry | None:
        """The entry in which something stands written."""
        return self.entries.get(entry_id(place) or 0)


def look_at(chart: Chart, moment: Moment) -> Look:
    def work_out() -> Found:
        assessment = assess(case_of(chart, moment.known_at), moment.day)
        return assessment, {entry.pk: entry for entry in chart.entries}

    return Look(chart, moment, *kept(chart, moment, work_out))
