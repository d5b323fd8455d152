"""The examination."""

import pytest
from django.test import Client

from clinic.audit.actor import Actor
from clinic.chart.models import Entry, Person
from clinic.examine.layout import SESSION, session
from concordant.facts import DICTIONARY, Room, Scope, Supplier
from concordant.facts.examination.session import tests_not_done
from concordant.facts.kinds import Table
from concordant.measures import PROCEDURES
from tests.clinic import build
from tests.clinic.forms.sending import a_form, newest, signed_in, with_headaches


@pytest.fixture
def address(client: Client, physio: Actor, person: Person) -> str:
    signed_in(client, physio)
    return f"/people/{person.pk}/examine/"


def test_the_order_of_the_session_is_the_order_of_the_page() -> None:
    keys = [section.key for section in session({"A": ""})]
    tests = [procedure.key for procedure in PROCEDURES if procedure.key != "jull_cluster"]
    assert keys[: len(tests) + 1] == ["session", *tests]
    assert keys.index("judgement") < keys.index("judgement-1")
    assert set(keys) - {"judgement-1"} <= {key for key, _title in SESSION}


def test_every_finding_of_an_examination_has_its_field() -> None:
    # Why a test was not done is asked beside each test.
    asked = {fact for section in session({"A": ""}) for fact in section.facts} | {tests_not_done}
    missing = [
        fact.name
        for fact in DICTIONARY.of_scope(Scope.VISIT, Scope.HEADACHE, Scope.PERSON)
        if fact.room is Room.EXAMINATION and fact.supplied_by is not Supplier.COMPUTED and fact not in asked
    ]
    assert missing == []
    assert not any(isinstance(fact.kind, Table) and not fact.kind.keys for fact in asked)


def test_findings_are_signed_as_one_visit(client: Client, address: str, physio: Actor, person: Person) -> None:
    with_headaches(physio, person, "A")
    answers = {
        "on": "2026-01-12",
        "frt_rotation_deg.right": "22",
        "frt_rotation_deg.right.2": "23",
        "frt_rotation_deg.left": "44",
        "frt_rotation_deg.left.2": "44",
        "frt_rotation_deg.left.3": "44",
        "instrument:flexion_rotation": "goniometer",
        "position:flexion_rotation": "supine",
        "rater:flexion_rotation": "ana",
        "headache_phase": "none",
        "palpation_familiar_headache.C1-C2.right": "yes",
        "irritability": "low",
        "temporal_relation_neck@A": "plausible",
        "neck_disorder_type": "disc",
    }
    assert client.post(address, a_form(**answers)).status_code == 302
    entry = newest()
    assert (entry.kind, entry.on.isoformat(), entry.author_role) == ("examination", "2026-01-12", "physiotherapist")
    how = {"instrument": "goniometer", "position": "supine", "rater": "ana", "headache_phase": "none"}
    assert entry.content == {
        "visits": [
            {
                "date": "2026-01-12",
                "findings": [
                    {"fact": "frt_rotation_deg", "side": "left", "value": 44, "trials": [44, 44, 44], **how},
                    {"fact": "frt_rotation_deg", "side": "right", "value": 22.5, "trials": [22, 23], **how},
                    {
                        "fact": "palpation_familiar_headache",
                        "side": "right",
                        "segment": "C1-C2",
                        "headache": "A",
                        "instrument": "hands",
                        "headache_phase": "none",
                        "value": True,
                    },
                ],
                "facts": {"headache_phase": "none", "irritability": "low"},
            }
        ],
        "facts": {"neck_disorder_type": "disc"},
        "headaches": [{"id": "A", "facts": {"temporal_relation_neck": "plausible"}}],
    }


def test_segments_stand_in_rows_and_sides_beside_each_other(client: Client, address: str) -> None:
    page = client.get(address).text
    table = page[page.index("<caption>Familiar headache") :]
    table = table[: table.index("</table>")]
    assert [segment for segment in ("C0-C1", "C1-C2", "C2-C3", "C3-C4") if f'row" class="number">{segment}<' in table]
    assert table.index("C1-C2, left") < table.index("C1-C2, right")


def test_the_page_says_what_a_blank_means(client: Client, address: str) -> None:
    page = client.get(address).text
    assert "Blank means not tested; it never means normal." in page
    assert page.count(">not tested<") > 50


POSITIVE = {
    "frt_rotation_deg.right": "20",
    "frt_rotation_deg.right.2": "20",
    "frt_rotation_deg.left": "44",
    "frt_rotation_deg.left.2": "44",
}


@pytest.fixture
def of_known_age(physio: Actor, person: Person) -> None:
    """The flexion-rotation test is judged for age."""
    build.an_entry(physio, person, kind="history", content={"person": {"id": "-", "born": "1980-04-02"}})


def proposed(client: Client, address: str, do: str = "look") -> str:
    answer = client.post(address, a_form(**POSITIVE, do=do))
    assert answer.status_code == 200
    return answer.text


@pytest.mark.usefixtures("of_known_age")
def test_a_proposal_is_shown_and_not_taken(client: Client, address: str) -> None:
    page = proposed(client, address)
    assert "the flexion-rotation test is positive" in page
    assert 'value="accept:crom_reduced"' in page
    assert 'id="f-crom_5freduced-0" checked' in page
    assert not Entry.objects.filter(kind="examination").exists()


@pytest.mark.usefixtures("of_known_age")
def test_taking_a_proposal_up_fills_the_answer_and_signs_nothing(client: Client, address: str) -> None:
    page = proposed(client, address, do="accept:crom_reduced")
    assert 'id="f-crom_5freduced-1" checked' in page
    assert 'value="20"' in page
    assert not Entry.objects.filter(kind="examination").exists()


@pytest.mark.usefixtures("of_known_age")
@pytest.mark.parametrize("wish", ["accept:fever", "accept:neck_disorder_type", "accept:", "no:session", "fly"])
def test_nothing_but_a_proposal_can_be_taken_up(client: Client, address: str, wish: str) -> None:
    page = proposed(client, address, do=wish)
    assert 'id="f-neck_5fdisorder_5ftype-1" selected' not in page
    assert 'id="f-crom_5freduced-0" checked' in page
    assert not Entry.objects.filter(kind="examination").exists()


@pytest.mark.usefixtures("of_known_age")
def test_proposals_come_from_signed_findings_too(client: Client, address: str) -> None:
    client.post(address, a_form(**POSITIVE))
    assert 'value="accept:crom_reduced"' in client.get(address).text


def test_the_last_value_stands_beside_its_field(client: Client, address: str) -> None:
    client.post(address, a_form(on="2026-01-12", **POSITIVE))
    page = client.get(address).text
    assert "<strong>20°</strong>, 12 Jan 2026, physiotherapist, a real change from ±7° on" in page


def test_with_several_headaches_each_finding_needs_its_owner(
    client: Client, address: str, physio: Actor, person: Person
) -> None:
    with_headaches(physio, person, "A", "B")
    answers = {"provocation_familiar": "yes"}
    assert client.post(address, a_form(**answers)).status_code == 422
    assert client.post(address, a_form(**answers, **{"headache:judgement": "B"})).status_code == 302
    assert newest().content["visits"][0]["findings"][0]["headache"] == "B"


FOLDED = ("flexion_rotation", "trigger_points", "palpation", "craniocervical_flexion", "joint_position_error")


def _seldom(page: str, test: str) -> str:
    group = page[page.index(f'id="s-{test}"') :]
    return group[group.index('<details class="seldom"') :].partition(">")[0]


def test_what_is_seldom_noted_is_folded_until_something_stands_in_it(client: Client, address: str) -> None:
    page = client.get(address).text
    for test in FOLDED:
        assert "open" not in _seldom(page, test), test
    sent = {"ccft_faults": "breath_held", "palpation_resolution_seconds.C1-C2.right": "not a number"}
    page = client.post(address, a_form("look", **sent)).text
    assert {test for test in FOLDED if "open" in _seldom(page, test)} == {"craniocervical_flexion", "palpation"}


def test_what_was_noted_before_is_in_sight(client: Client, address: str, physio: Actor, person: Person) -> None:
    one = {"fact": "palpation_resolution_seconds", "side": "right", "segment": "C1-C2", "value": 12}
    visit = {"date": "2026-01-12", "by": "physiotherapist", "findings": [one]}
    build.an_entry(physio, person, content={"visits": [visit]})
    assert "open" in _seldom(client.get(address).text, "palpation")


def test_who_measures_is_in_sight_though_its_field_is_folded(client: Client, address: str, physio: Actor) -> None:
    assert physio.user is not None
    page = client.get(address).text
    assert page.count(f"measured by {physio.user.username}") == sum(bool(one.measures) for one in PROCEDURES)


def test_a_retest_folds_what_was_not_noted_before(client: Client, address: str, physio: Actor, person: Person) -> None:
    one = {"fact": "palpation_familiar_headache", "side": "right", "segment": "C1-C2", "value": True}
    visit = {"date": "2026-01-12", "by": "physiotherapist", "findings": [one]}
    build.an_entry(physio, person, content={"visits": [visit]})

    def before_the_fold(query: str) -> str:
        page = client.get(f"{address}{query}").text
        group = page[page.index('id="s-palpation"') :]
        return group[: group.index('<details class="seldom"')]

    for query, there in (("", True), ("?retest", False)):
        shown = before_the_fold(query)
        assert 'name="palpation_familiar_headache.C0-C1.left"' in shown
        assert ('name="palpation_pain_nrs.C1-C2.right"' in shown) is there
    sent = a_form("look", **{"palpation_pain_nrs.C1-C2.right": "4"})
    page = client.post(f"{address}?retest", sent).text
    group = page[page.index('id="s-palpation"') :]
    assert 'name="palpation_pain_nrs.C1-C2.right"' in group[: group.index('<details class="seldom"')]


def test_what_is_seen_while_treating_is_asked_too() -> None:
    """Rules of the plan wait for it: whether a glide was free of pain comes before somebody does it alone."""
    asked = {fact.name: section.key for section in session({}) for fact in section.facts}
    assert {name for name, key in asked.items() if key == "visit"} >= {"snag_pain_free", "adverse_needle_event"}
