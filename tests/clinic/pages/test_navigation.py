"""The ways around of a patient: few, said in words, and each leads somewhere."""

import re

import pytest
from django.test import Client
from django.urls import resolve

from clinic.accounts.models import Clinic
from clinic.accounts.roles import PATIENT, ROLES, Role
from clinic.pages.navigation import WAYS
from tests.clinic import build

MOST_TABS = 6
"""Before "More", which is one more: so many links stand before the page itself."""


@pytest.fixture
def own(client: Client, clinic: Clinic) -> Client:
    patient, _person = build.a_patient(clinic)
    assert patient.user is not None
    client.force_login(patient.user)
    return client


def test_few_ways_stand_open_and_the_rest_is_folded(own: Client) -> None:
    header = own.get("/").text.partition("<main")[0]
    nav = header[header.index('class="site-nav"') :]
    before, _fold, folded = nav.partition('<details class="more-ways"')
    assert 0 < len(re.findall(r"<a ", before)) <= MOST_TABS
    assert len(re.findall(r"<a ", folded.partition("</details>")[0])) >= 5


def test_every_way_leads_to_a_page(own: Client) -> None:
    links = re.findall(r'<a href="([^"]+)"', own.get("/").text.partition("<main")[0])
    for link in set(links):
        answer = own.get(link, follow=True)
        assert answer.status_code == 200, link


def test_the_first_page_says_what_each_is_for(own: Client) -> None:
    main = own.get("/").text.partition("<main")[2]
    ways = re.findall(r'<a href="[^"]+"><b>[^<]+</b><span>([^<]+)</span></a>', main)
    assert len(ways) == sum(way.needs in PATIENT.permissions and way.unless not in PATIENT.permissions for way in WAYS)


@pytest.mark.parametrize(
    ("address", "way"),
    [
        ("/my-chart/", "my_chart"),
        ("/exercises/", "my_home"),
        ("/diary/", "my_diary"),
        ("/audit/mine/", "mine:data"),
        ("/close-account/", "mine:data"),
        ("/mine/pages/", "mine:pages"),
    ],
)
def test_a_page_below_a_way_is_marked_as_part_of_it(own: Client, address: str, way: str) -> None:
    text = own.get(address, follow=True).text
    marked = re.search(r'<a href="([^"]+)" aria-current="page"', text.partition("<main")[0])
    assert marked is not None
    assert resolve(marked[1]).view_name == way


@pytest.mark.parametrize("role", [role for role in ROLES.values() if role is not PATIENT], ids=lambda role: role.key)
def test_nobody_else_has_them(client: Client, clinic: Clinic, role: Role) -> None:
    client.force_login(build.a_user(clinic, role))
    header = client.get("/", follow=True).text.partition("<main")[0]
    assert "/mine/" not in header
    assert "more-ways" not in header
