"""What is locked cannot be filled, and says why and what opens it; a retest opens what asks for it."""

import html
import re

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from tests.clinic import build
from tests.clinic.forms.sending import a_form, signed_in

RANGE = {"arom_flexion_deg": "50", "arom_flexion_deg.2": "50", "arom_flexion_deg.3": "50"}


@pytest.fixture
def address(client: Client, physio: Actor, person: Person) -> str:
    signed_in(client, physio)
    return f"/people/{person.pk}/examine/"


def part(page: str, key: str) -> str:
    """One test of the page."""
    text = page[page.index(f'id="s-{key}"') :]
    after = re.search(r'id="s-', text[5:])
    return html.unescape(text[: after.start() + 5] if after else text)


def test_an_emergency_locks_every_test_from_the_third_step_on_and_names_the_flag(
    client: Client, address: str, physio: Actor, person: Person
) -> None:
    build.an_entry(physio, person, kind="history", content={"facts": {"seizure_new": True}})
    page = client.get(address).text
    locked = part(page, "flexion_rotation")
    assert "the vascular and neurological screen raised an alarm: stop and refer" in locked
    assert "Open flags: New neurological deficit" in locked
    assert "once the flag is followed up and entered as cleared" in locked
    assert "frt_rotation_deg" not in locked
    assert "Locked" not in part(page, "vascular_neurological_screen")
    answer = client.post(address, a_form(**{"frt_rotation_deg.left": "40", "frt_rotation_deg.left.2": "41"}))
    assert answer.status_code == 422
    assert "Flexion-rotation test and its substitutes is locked" in answer.text
    assert 'value="41"' in answer.text  # nothing typed is lost
    assert Entry.objects.count() == 1


@pytest.mark.parametrize(("phase", "status"), [("attack", 422), ("after", 302), ("none", 302)])
def test_an_attack_puts_range_off(client: Client, address: str, phase: str, status: int) -> None:
    answer = client.post(address, a_form(headache_phase=phase, **RANGE))
    assert answer.status_code == status
    if status == 422:
        assert "an attack is going on" in part(answer.text, "active_range")
        assert "when the headache phase is no longer an attack" in part(answer.text, "active_range")
        assert 'value="50"' in answer.text


def test_an_attack_of_another_day_locks_nothing_today(client: Client, address: str) -> None:
    assert client.post(address, a_form(on="2026-01-12", headache_phase="attack")).status_code == 302
    assert "arom_flexion_deg" in part(client.get(address).text, "active_range")


def test_what_is_not_known_is_told_and_locks_nothing(client: Client, address: str) -> None:
    shown = part(client.get(address).text, "active_range")
    assert "Not known whether the vascular and neurological screen raised an alarm" in shown
    assert "arom_flexion_deg" in shown


def folded(page: str) -> dict[str, bool]:
    return {
        key: "open" not in more for key, more in re.findall(r'<details class="group" id="s-([\w-]+)"([^>]*)>', page)
    }


def test_a_retest_opens_what_was_abnormal_and_what_is_still_to_be_done(
    client: Client, address: str, physio: Actor, person: Person
) -> None:
    build.an_entry(physio, person, kind="history", content={"person": {"id": "-", "born": "1980-04-02"}})
    sent = {"frt_rotation_deg.left": "24", "frt_rotation_deg.left.2": "24", "ccft_activation_mmhg": "30"}
    left_out = {"tests_not_done.strength": "no_time", "tests_not_done.active_range": "not_indicated"}
    assert client.post(address, a_form(on="2026-01-12", **sent, **left_out)).status_code == 302
    page = folded(client.get(f"{address}?retest").text)
    assert {key for key, shut in page.items() if not shut} == {
        "session",
        "flexion_rotation",
        "craniocervical_flexion",  # normal, and due: it is of the quick check
        "strength",
        "general",
        "judgement",
        "change",
    }
    assert page.keys().isdisjoint({"active_range", "pressure_pain", "signs"})
    whole = folded(client.get(address).text)
    assert whole["flexion_rotation"]
    assert {"active_range", "pressure_pain", "signs"} <= whole.keys()


@pytest.mark.parametrize(("day", "asked"), [("2026-02-08", False), ("2026-02-09", True)])
def test_range_is_due_again_after_four_weeks(client: Client, address: str, day: str, *, asked: bool) -> None:
    rest = {"arom_flexion_deg": "60", "arom_flexion_deg.2": "60", "arom_flexion_deg.3": "60"}
    assert client.post(address, a_form(on="2026-01-12", **rest)).status_code == 302
    page = client.post(f"{address}?retest", a_form("look", on=day)).text
    assert ("active_range" in folded(page)) is asked


def test_what_is_not_asked_at_a_retest_is_shown_all_the_same_where_something_stands_in_it(
    client: Client, address: str
) -> None:
    page = client.post(f"{address}?retest", a_form("look", strength_flexion_newton="80")).text
    assert not folded(page)["strength"]
    assert 'value="80"' in page


def test_a_sign_of_the_last_time_is_asked_again_at_a_retest(client: Client, address: str) -> None:
    assert "signs" not in folded(client.get(f"{address}?retest").text)
    assert client.post(address, a_form(on="2026-01-12", facet_tenderness="yes")).status_code == 302
    assert not folded(client.get(f"{address}?retest").text)["signs"]


def test_the_first_value_stands_beside_the_last_each_with_what_would_be_a_change(client: Client, address: str) -> None:
    for day, degrees in (("2026-01-12", "20"), ("2026-02-12", "25")):
        sent = {"frt_rotation_deg.left": degrees, "frt_rotation_deg.left.2": degrees}
        assert client.post(address, a_form(on=day, **sent)).status_code == 302
    known = part(client.get(f"{address}?retest").text, "flexion_rotation")
    known = known[known.index('id="f-frt_5frotation_5fdeg_2eleft-known"') :]
    known = re.sub(r"<[^>]+>", "", known[: known.index("</div>")])
    assert "25°, 12 Feb 2026, physiotherapist, a real change from ±7° on (18° or less, 32° or more)" in known
    assert "at first: 20°, 12 Jan 2026, a real change from ±7° on (13° or less, 27° or more)" in known


def test_a_change_that_the_scale_does_not_reach_is_not_named(client: Client, address: str) -> None:
    assert client.post(address, a_form(on="2026-01-12", ccft_activation_mmhg="22")).status_code == 302
    assert "a real change from ±4 mmHg on (26 mmHg or more)" in part(client.get(address).text, "craniocervical_flexion")


def test_a_baseline_is_folded_test_by_test(client: Client, address: str) -> None:
    page = folded(client.get(address).text)
    assert page["palpation"]
    assert not page["session"]


def test_a_retest_opens_what_has_really_changed(client: Client, address: str) -> None:
    for day, seconds in (("2026-01-12", "60"), ("2026-02-12", "90")):
        sent = {"dnf_endurance_seconds": seconds, "dnf_endurance_seconds.2": seconds, "headache_phase": "none"}
        rater = {"rater:flexor_endurance": "ana"}
        assert "flexor_endurance" not in folded(client.get(f"{address}?retest").text)
        assert client.post(address, a_form(on=day, **sent, **rater)).status_code == 302
    assert not folded(client.get(f"{address}?retest").text)["flexor_endurance"]


def test_an_urgent_flag_holds_what_hands_do_says_what_to_do_and_leaves_the_photo(
    client: Client, address: str, physio: Actor, person: Person
) -> None:
    build.an_entry(physio, person, kind="history", content={"facts": {"cancer_history": True}})
    page = client.get(address).text
    locked = part(page, "flexion_rotation")
    assert "an open flag holds manual and end-range work on the neck until a physician has answered" in locked
    assert "frt_rotation_deg" not in locked
    assert "craniovertebral_angle_deg" in part(page, "craniovertebral_angle")
    stop = page[page.index('id="stop"') : page.index("</div>", page.index('id="stop"'))]
    assert "<b>Cancer now or in the past</b>" in stop
    assert "Physician within 7 days. No manual therapy of the neck until answered." in stop
    answer = client.post(address, a_form(**{"frt_rotation_deg.left": "40", "frt_rotation_deg.left.2": "41"}))
    assert answer.status_code == 422


@pytest.mark.parametrize(("rise", "locks"), [("2", False), ("3", True), ("-3", False)])
def test_a_headache_that_testing_has_raised_by_three_stops_what_comes_after(
    client: Client, address: str, rise: str, *, locks: bool
) -> None:
    tested = {"palpation_familiar_headache.C1-C2.right": "yes", "provocation_nrs_rise": rise}
    page = client.post(address, a_form("look", **tested)).text
    after = part(page, "flexor_endurance")
    assert ("testing has raised the headache too far: stop for today" in after) is locks
    assert ("dnf_endurance_seconds" not in after) is locks
    assert "frt_rotation_deg" in part(page, "flexion_rotation")
    # What was tested before the rise is signed.
    assert client.post(address, a_form(**tested)).status_code == 302


def test_an_alarm_is_heard_although_another_field_is_wrong(client: Client, address: str) -> None:
    pressure = {"systolic_bp_mmhg": "205", "diastolic_bp_mmhg": "130"}
    page = client.post(address, a_form(**pressure, arom_flexion_deg="999")).text
    assert "stop and refer" in part(page, "flexion_rotation")
    assert "frt_rotation_deg" not in part(page, "flexion_rotation")
    assert "No neck movement tests." in page


def test_who_was_not_screened_is_told_first(client: Client, address: str) -> None:
    assert "Not screened: nobody knows yet whether a test has to stay undone." in client.get(address).text
