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
        "strength",
        "general",
        "judgement",
    }
    assert folded(client.get(address).text)["flexion_rotation"]


def test_a_baseline_is_folded_test_by_test(client: Client, address: str) -> None:
    page = folded(client.get(address).text)
    assert page["palpation"]
    assert not page["session"]


def test_a_retest_opens_what_has_really_changed(client: Client, address: str) -> None:
    for day, degrees in (("2026-01-12", "40"), ("2026-02-12", "52")):
        sent = {"frt_rotation_deg.left": degrees, "frt_rotation_deg.left.2": degrees, "headache_phase": "none"}
        how = {"instrument:flexion_rotation": "goniometer", "position:flexion_rotation": "supine"}
        rater = {"rater:flexion_rotation": "ana"}
        assert not folded(client.get(f"{address}?retest").text)["session"]
        assert folded(client.get(f"{address}?retest").text)["flexion_rotation"]
        assert client.post(address, a_form(on=day, **sent, **how, **rater)).status_code == 302
    assert not folded(client.get(f"{address}?retest").text)["flexion_rotation"]
