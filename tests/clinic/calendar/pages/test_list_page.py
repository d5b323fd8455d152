"""The page of series to book: chosen, followed, compared, booked."""

import html
from datetime import timedelta

import pytest
from django.test import Client

from clinic.calendar import beside
from clinic.calendar.actions import work_out
from clinic.calendar.models import Appointment, Continuity, ListProposal, ListWay
from clinic.chart.models import Person
from tests.clinic import build
from tests.clinic.calendar.desk import MONDAY, Desk, a_lead, a_series

PAGE = "/calendar/series/"
TWO_WEEKS = tuple(
    {"earliest": MONDAY + timedelta(days=days), "latest": MONDAY + timedelta(days=days + 4)} for days in (0, 7)
)


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[ListProposal]:
    """What would be worked out by a process of its own (see ``test_list_beside``)."""
    found: list[ListProposal] = []
    monkeypatch.setattr(beside, "begin", found.append)
    return found


@pytest.fixture
def asked(browser_of_desk: Client, desk: Desk, person: Person, begun: list[ListProposal]) -> ListProposal:
    keys = [a_series(desk, one, *TWO_WEEKS).pk for one in (person, build.a_person(desk.clinic, "Other"))]
    assert "Other" in browser_of_desk.get(PAGE).text
    answer = browser_of_desk.post(PAGE, {"series": keys})
    assert answer["Location"] == PAGE
    (proposal,) = begun
    return proposal


def shown(browser: Client) -> str:
    return html.unescape(browser.get(PAGE).text)


def test_it_is_followed_and_then_booked(browser_of_desk: Client, asked: ListProposal) -> None:
    text = shown(browser_of_desk)
    assert "Looking for hours" in text
    assert "2 series together" in text
    ListWay.objects.filter(proposal=asked, number=1).update(unplaced=3, bound=1, seconds=4.2)
    part = browser_of_desk.get(f"{PAGE}progress/")
    assert "3 visits without an hour after 4 s" in part.text
    assert "at least 1, whatever one does" in part.text
    assert "HX-Refresh" not in part
    work_out(asked.pk, seconds=0.2, processes=False)
    assert browser_of_desk.get(f"{PAGE}progress/")["HX-Refresh"] == "true"
    text = shown(browser_of_desk)
    assert "4 of 4 visits have an hour." in text
    hours = text.partition("Who comes when")[2].partition("</details>")[0]
    assert hours.count("<li>") == 4
    assert "Mon 12 Jan" in hours
    assert "2 of 2 people have their whole series." in text
    assert "100 % of visits are with one's own clinician." in text
    assert "Protecting one's own clinician costs no visit here." in text
    assert not Appointment.objects.exists()
    answer = browser_of_desk.post(f"{PAGE}step/", {"do": "book", "way": "1", "proposal": asked.pk}, follow=True)
    assert "4 visits are booked." in answer.text
    assert "Every prescribed visit has its hour." in answer.text
    assert Appointment.objects.count() == 4


def test_who_waits_is_named_with_the_reason(
    browser_of_desk: Client, desk: Desk, person: Person, begun: list[ListProposal]
) -> None:
    person.may_come.create(weekday=6, starts="09:00", ends="12:00")
    browser_of_desk.post(PAGE, {"series": [a_series(desk, person, {}).pk]})
    work_out(begun[0].pk, seconds=0.2, processes=False)
    text = shown(browser_of_desk)
    assert "0 of 1 visits have an hour. No calendar has more: that is proven." in text
    assert "The person and the clinicians have no hour in common." in text
    assert "Book all" not in text


@pytest.mark.parametrize(
    ("strict", "protected", "said"),
    [
        (
            (4, 50.0),
            (3, 75.0),
            "leaves 1 visit more without an hour. Visits with one's own clinician rise by 25.0 p",
        ),
        ((3, 50.0), (3, 50.0), "costs no visit here. The share of visits with one's own clinician is the same."),
        (
            (2, 90.0),
            (4, 80.5),
            "an hour for 2 visits more here. Visits with one's own clinician fall by 9.5 p",
        ),
    ],
)
def test_what_protecting_continuity_costs_is_said(
    browser_of_desk: Client,
    asked: ListProposal,
    strict: tuple[int, float],
    protected: tuple[int, float],
    said: str,
) -> None:
    work_out(asked.pk, seconds=0.2, processes=False)
    for number, (placed, percent) in enumerate((strict, protected), start=1):
        way = asked.ways.get(number=number)
        assert way.answer is not None
        way.answer["placed"] = way.answer["placed"][:placed]
        way.figures["continuity_percent"] = percent
        way.save()
    assert said in shown(browser_of_desk)


def test_it_can_be_stopped_and_left(browser_of_desk: Client, asked: ListProposal) -> None:
    browser_of_desk.post(f"{PAGE}step/", {"do": "stop", "proposal": asked.pk})
    asked.refresh_from_db()
    assert asked.stop_asked_at is not None
    browser_of_desk.post(f"{PAGE}step/", {"do": "drop", "proposal": asked.pk})
    assert not ListProposal.objects.exists()
    assert "Look for hours for these together" in shown(browser_of_desk)


def test_work_that_was_cut_off_is_said(browser_of_desk: Client, asked: ListProposal) -> None:
    ListProposal.objects.update(heard_at=asked.heard_at - timedelta(minutes=1))
    assert "The work was cut off" in shown(browser_of_desk)
    assert browser_of_desk.get(f"{PAGE}progress/")["HX-Refresh"] == "true"


def test_what_is_not_asked_well_is_refused(browser_of_desk: Client, asked: ListProposal) -> None:
    assert browser_of_desk.post(PAGE, {}).status_code == 422
    assert browser_of_desk.post(PAGE, {"series": "9" * 30}).status_code == 404
    assert browser_of_desk.post(f"{PAGE}step/", {"do": "dance"}).status_code == 400
    assert browser_of_desk.post(f"{PAGE}step/", {"do": "book", "way": "3"}).status_code == 404
    early = browser_of_desk.post(f"{PAGE}step/", {"do": "book", "way": "2", "proposal": asked.pk}, follow=True)
    assert "This proposal is no longer there." in early.text
    second = browser_of_desk.post(PAGE, {"series": [asked.series.all()[0].pk]}, follow=True)
    assert "A list is being worked out already" in second.text


def test_a_lead_sets_what_comes_first(desk: Desk, client: Client) -> None:
    client.force_login(desk.physio)
    assert "Your clinic's way: as many visits as possible." in shown(client)
    assert client.post(f"{PAGE}continuity/", {"first": "visits"}).status_code == 403
    lead = a_lead(desk).user
    assert lead is not None
    client.force_login(lead)
    for wrong in ("", "many", "0", "21", "1.55", "NaN"):
        answer = client.post(f"{PAGE}continuity/", {"first": "clinician", "visits": wrong}, follow=True)
        assert f"{wrong} is not a number from 1 to 20" in answer.text
    assert (
        "It counts for the next list."
        in client.post(f"{PAGE}continuity/", {"first": "clinician", "visits": "2,5"}, follow=True).text
    )
    assert str(Continuity.objects.get().visits) == "2.5"
    assert client.post(f"{PAGE}continuity/", {"first": "nobody"}).status_code == 400
    client.post(f"{PAGE}continuity/", {"first": "visits"})
    assert not Continuity.objects.exists()
