"""The diary by days: a day that nobody answered is not a day without headache."""

from datetime import date, timedelta
from typing import Any

from clinic.audit.actor import Actor
from clinic.chart.models import Person
from clinic.person.calendar import Calendar, Day
from tests.clinic.person import story
from tests.clinic.person.conftest import Reader


def days(answer: Any) -> dict[date, Day]:
    calendar: Calendar = answer.context["calendar"]
    return {day.date: day for week in calendar.weeks for day in week.days}


def test_twelve_weeks_from_monday_to_the_day_of_the_view(read: Reader, cared_for: Person) -> None:
    found = days(read(cared_for))
    assert len(found) == 84
    assert min(found).weekday() == 0
    assert [day for day, one in found.items() if one.state == "ahead"] == [
        story.TODAY + timedelta(days=number) for number in (1, 2, 3, 4)
    ]


def test_headache_none_and_not_answered_are_three_things(read: Reader, physio: Actor, person: Person) -> None:
    for back, intensity in ((0, 6), (1, 0)):
        day = story.TODAY - timedelta(days=back)
        story.sign(physio, person, day, "diary", story.diary_day(day, intensity) if not intensity else _row(day))
    answer = read(person)
    found = days(answer)
    states = [found[story.TODAY - timedelta(days=back)].state for back in (0, 1, 2)]
    assert states == ["headache", "free", "unanswered"]
    assert (found[story.TODAY].intensity, found[story.TODAY].shade) == (6, 3)
    for word in ("pain3", "<b>6</b>", "<b>0</b>", "not answered"):
        assert word in answer.text


def _row(day: date) -> dict[str, Any]:
    return {"diary": [{"date": day.isoformat(), "intensity_nrs": 6}]}


def test_states_agree_with_the_library(read: Reader, cared_for: Person) -> None:
    answer = read(cared_for)
    library = answer.context["look"].record.diary.answers(None)
    shown = {day: one.state == "headache" for day, one in days(answer).items() if one.state in ("headache", "free")}
    assert {day: yes for day, yes in library.items() if day in shown} == shown


def test_a_day_written_down_late_is_shown_and_marked(read: Reader, physio: Actor, person: Person) -> None:
    day = story.TODAY - timedelta(days=9)
    story.sign_now(physio, person, story.TODAY, "diary", _row(day))
    answer = read(person)
    assert days(answer)[day].recalled
    assert "written down from memory" in answer.text


def test_late_is_told_from_on_time_and_from_memory(read: Reader, physio: Actor, person: Person) -> None:
    for back in range(4):
        day = story.TODAY - timedelta(days=back)
        story.sign_now(physio, person, story.TODAY, "diary", _row(day))
    answer = read(person)
    found = [days(answer)[story.TODAY - timedelta(days=back)] for back in range(4)]
    assert [(one.late, one.recalled) for one in found] == [(False, False), (False, False), (True, False), (False, True)]
    assert answer.text.count(", written down late") == answer.text.count(", written down from memory") == 1
    # It counts all the same.
    diary = answer.context["look"].record.diary
    assert found[2].date in diary.by_day
    assert found[3].date not in diary.by_day


def test_visits_retests_treatments_and_the_injury_are_marked(read: Reader, physio: Actor, person: Person) -> None:
    story.with_course(physio, person)
    crash = {"injuries": [{"id": "crash", "facts": {"injury_date": "2026-01-05"}}]}
    story.sign(physio, person, story.STARTED, "history", crash)
    found = days(read(person))
    kinds = {day: [event.kind for event in one.events] for day, one in found.items() if one.events}
    assert kinds[date(2026, 1, 5)] == ["injury"]
    assert kinds[story.STARTED] == ["start", "visit"]
    assert kinds[story.RETEST] == ["retest"]
    assert kinds[date(2026, 1, 21)] == ["treatment"]


def test_back_and_forth_by_twelve_weeks(read: Reader, physio: Actor, person: Person) -> None:
    story.with_course(physio, person, diary_days=200)
    first = read(person)
    assert 'href="?weeks_before=12#time"' in first.text
    second = read(person, "?weeks_before=12")
    assert max(days(second)) == min(days(first)) - timedelta(days=1)
    assert second.context["calendar"].later == 0


def test_it_is_a_table_with_heads(read: Reader, cared_for: Person) -> None:
    text = read(cared_for).text
    table = text[text.index('class="calendar"') : text.index("</table>", text.index('class="calendar"'))]
    assert table.count('scope="row"') == 12
    assert table.count('scope="col"') == 8
    assert "<caption" in table
