"""Trials, how a test was done, what cannot both be right, and what was left out."""

import html
from typing import Any

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from concordant.facts.examination.session import TESTS
from concordant.measures import PROCEDURES
from concordant.measures.physical.joint_position_error import position_error
from tests.clinic import build
from tests.clinic.forms.sending import a_form, newest, signed_in

RIGHT = "frt_rotation_deg.right"


@pytest.fixture
def address(client: Client, physio: Actor, person: Person) -> str:
    signed_in(client, physio)
    return f"/people/{person.pk}/examine/"


def trials(*degrees: float | str, name: str = RIGHT) -> dict[str, str]:
    return {name if place == 1 else f"{name}.{place}": str(each) for place, each in enumerate(degrees, 1)}


def findings() -> list[dict[str, Any]]:
    return newest().content["visits"][0]["findings"]


def test_the_mean_is_stored_with_its_trials(client: Client, address: str) -> None:
    assert client.post(address, a_form(**trials(31, "30,5", 32))).status_code == 302
    [found] = findings()
    assert (found["trials"], found["value"]) == ([31, 30.5, 32], pytest.approx(31.166667))


def test_the_joined_value_is_shown_as_it_will_be_stored(client: Client, address: str) -> None:
    page = client.post(address, a_form(**trials(31, 30, 32), do="look")).text
    assert "31°, mean of the trials: 31, 30, 32" in page
    assert Entry.objects.count() == 0


def test_one_trial_of_two_gives_no_value_and_stays_in_the_form(client: Client, address: str) -> None:
    answer = client.post(address, a_form(**trials(31), confirm=f"{RIGHT}=31"))
    assert answer.status_code == 422
    assert "1 of 2 trials: 1 more to take. There is no value without it" in answer.text
    assert "Nothing was filled in" not in answer.text
    assert 'value="31"' in answer.text
    assert Entry.objects.count() == 0


@pytest.mark.parametrize(("last", "status"), [(37, 302), (37.1, 422)])
def test_trials_that_spread_by_more_than_six_degrees_ask_for_another(
    client: Client, address: str, last: float, status: int
) -> None:
    assert client.post(address, a_form(**trials(31, 33, last))).status_code == status


def test_the_spread_is_overruled_by_another_trial_or_by_a_tick(client: Client, address: str) -> None:
    refused = client.post(address, a_form(**trials(31, 40, 33)))
    assert "the trials spread by 9° (31 to 40), more than 6°: take another" in html.unescape(refused.text).lower()
    assert f'name="{RIGHT}.4"' in refused.text
    assert f'value="{RIGHT}=31, 40, 33"' in refused.text
    assert client.post(address, a_form(**trials(31, 40, 33, 32))).status_code == 302
    assert client.post(address, a_form(**trials(31, 40, 33), confirm=f"{RIGHT}=31, 40, 33")).status_code == 302
    assert client.post(address, a_form(**trials(31, 40, 33), confirm=f"{RIGHT}=31, 40, 34")).status_code == 422


def test_what_is_no_number_is_refused_and_stays_with_all_the_rest(client: Client, address: str) -> None:
    answer = client.post(address, a_form(**trials(31, "thirty", 999)))
    assert answer.status_code == 422
    for text in ("31", "thirty", "999"):
        assert f'value="{text}"' in answer.text


@pytest.mark.parametrize(("in_flexion", "status"), [(50, 302), (51, 422)])
def test_turning_much_further_in_flexion_than_freely_is_refused(
    client: Client, address: str, in_flexion: int, status: int
) -> None:
    free = trials(40, 40, 40, name="arom_rotation_deg.right")
    answer = client.post(
        address, a_form(**trials(in_flexion, in_flexion), **free, confirm="arom_rotation_deg.right=40")
    )
    assert answer.status_code == status
    if status == 422:
        assert "flexion-rotation test 51° is more than 10° beyond the active rotation of 40°" in answer.text
        assert answer.text.count('value="51"') == 2


def test_blood_pressures_the_wrong_way_round_name_both(client: Client, address: str) -> None:
    answer = client.post(address, a_form(systolic_bp_mmhg="80", diastolic_bp_mmhg="120"))
    assert answer.status_code == 422
    assert "diastolic 120 mmHg is not below systolic 80 mmHg" in answer.text


def test_a_test_that_was_left_out_keeps_its_reason_and_gets_no_value(client: Client, address: str) -> None:
    sent = {"tests_not_done.flexion_rotation": "pain", "tests_not_done.strength": "no_time"}
    assert client.post(address, a_form(**sent)).status_code == 302
    [visit] = newest().content["visits"]
    assert visit["facts"] == {"tests_not_done": {"flexion_rotation": "pain", "strength": "no_time"}}
    assert "findings" not in visit


def test_a_reason_of_another_kind_is_refused(client: Client, address: str) -> None:
    answer = client.post(address, a_form(**{"tests_not_done.strength": "normal"}))
    assert answer.status_code == 422
    assert 'id="f-tests_5fnot_5fdone_2estrength-error"' in answer.text


def test_every_test_that_is_done_can_be_left_out() -> None:
    assert [*TESTS] == [procedure.key for procedure in PROCEDURES if procedure.key != "jull_cluster"]


def test_what_a_value_says_is_told_after_signing(client: Client, address: str, physio: Actor, person: Person) -> None:
    build.an_entry(physio, person, kind="history", content={"person": {"id": "-", "born": "1980-04-02"}})
    page = client.post(address, a_form(**trials(31, 31)), follow=True).text
    assert "FRT right: 31°, cut-off 32°, error ±5°: not clear" in page


def test_who_measured_is_who_is_signed_in_and_the_device_is_that_of_the_last_time(
    client: Client, address: str, physio: Actor, person: Person
) -> None:
    assert physio.user is not None
    sent = {**trials(31, 31), "instrument:flexion_rotation": "phone_twist", "position:flexion_rotation": "supine"}
    client.post(address, a_form(on="2026-01-12", **sent))
    page = client.get(address).text
    form = page[page.index('id="s-flexion_rotation"') : page.index('id="s-sustained_posture"')]
    assert '<option value="phone_twist" selected>' in form
    assert '<option value="supine" selected>' in form
    assert f'name="rater:flexion_rotation" id="f-rater_3aflexion_5frotation" value="{physio.user.username}"' in form


@pytest.mark.parametrize(("same", "size"), [(True, "±7°"), (False, "±9.8°")])
def test_the_band_beside_the_field_is_wider_where_another_measured(
    client: Client, address: str, physio: Actor, *, same: bool, size: str
) -> None:
    assert physio.user is not None
    rater = physio.user.username if same else "somebody else"
    client.post(address, a_form(on="2026-01-12", **trials(31, 31), **{"rater:flexion_rotation": rater}))
    assert (
        f"<strong>31°</strong>, 12 Jan 2026, physiotherapist, a real change from {size} on" in client.get(address).text
    )


JPE = "jpe_rotation_absolute_error_deg.right"
SIGNED = (4, -3, 2.5, -1, 5, 3)


def test_a_position_error_is_typed_with_its_signs_and_has_a_size(client: Client, address: str) -> None:
    assert client.post(address, a_form(**trials(*SIGNED, name=JPE))).status_code == 302
    [found] = findings()
    errors = position_error(SIGNED)
    assert errors is not None
    assert (found["trials"], found["value"]) == (list(SIGNED), errors.absolute_deg)
    # Whether they were typed with signs only the examiner knows: nothing more is stated for them.
    assert found["fact"] == "jpe_rotation_absolute_error_deg"


def test_the_other_errors_of_the_trials_are_shown_and_proposed(client: Client, address: str) -> None:
    sent = a_form(**trials(*SIGNED, name=JPE))
    page = html.unescape(client.post(address, {**sent, "do": "look"}).text)
    assert "3.1°, mean of the sizes, whatever the signs: 4, -3, 2.5, -1, 5, 3; with their signs: " in page
    assert "constant 1.8°, variable 3.1°" in page
    constant = "jpe_rotation_constant_error_deg.right"
    assert f'value="accept:{constant}"' in page
    taken_up = client.post(address, {**sent, "do": f"accept:{constant}"}).text
    assert f'name="{constant}" id="f-jpe_5frotation_5fconstant_5ferror_5fdeg_2eright" value="1.8"' in taken_up
    assert f'value="accept:{constant}"' not in client.post(address, {**sent, constant: "1.8", "do": "look"}).text
    assert Entry.objects.count() == 0


@pytest.mark.parametrize("wrong", [40.1, -40.1])
def test_a_position_error_that_cannot_be_is_refused_with_what_is_allowed(
    client: Client, address: str, wrong: float
) -> None:
    answer = client.post(address, a_form(**trials(*SIGNED[:5], wrong, name=JPE)))
    assert answer.status_code == 422
    assert Entry.objects.count() == 0


def test_five_errors_give_none(client: Client, address: str) -> None:
    page = client.post(address, a_form(**trials(*SIGNED[:5], name=JPE), do="look")).text
    assert "5 of 6 trials: 1 more to take" in page
    assert "with their signs" not in page
