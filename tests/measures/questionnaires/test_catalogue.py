"""What is declared: ranges that are those of the facts, limits of change, licences, texts."""

import pytest

from concordant.facts.kinds import Quantity
from concordant.measures.questionnaires import OF_FACT, QUESTIONNAIRES, Text
from concordant.measures.questionnaires.own_words import RECOVERY_EXPECTATION
from concordant.measures.questionnaires.text.english import WORDING
from tests.facts.test_reading_grade import grade
from tests.measures.questionnaires.scoring import ADDING

EVERY = list(QUESTIONNAIRES.values())


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_the_range_is_that_of_the_fact(one):
    assert OF_FACT[one.fact.name] is one
    if isinstance(one.fact.kind, Quantity) and len(one.versions) == 1 and one.id != "midas":
        version = one.versions[0]
        assert (version.low, version.high) == (one.fact.kind.low, one.fact.kind.high)


@pytest.mark.parametrize("one", ADDING, ids=lambda one: one.id)
def test_the_range_is_what_the_items_can_come_to(one):
    for version in one.versions:
        low = [item.low for item in version.added]
        high = [item.high for item in version.added]
        assert version.scoring(low) == version.low
        assert version.scoring(high) == version.high


@pytest.mark.parametrize("one", EVERY, ids=lambda one: one.id)
def test_bands_rise_from_the_lowest_total(one):
    for bands, low in [(one.bands, one.versions[0].low), *((each.bands, each.low) for each in one.versions)]:
        lows = [band.low for band in bands]
        assert lows == sorted(set(lows))
        assert not lows or lows[0] == low


@pytest.mark.parametrize(
    ("measure", "limit"),
    [
        ("ndi", 6),
        ("nprs_headache_average_7d", 3),
        ("nprs_headache_worst_7d", 3),
        ("hit6", 7),
        ("psfs", 2),
        ("groc", 2),
        ("groc_15_point", 5),
        ("tsk11", 6),
        ("pcs", 8),
        ("pseq", 6),
        ("pseq4", 2),
        ("pseq2", 2),
        ("isi", 6),
        ("hdi", 29),
    ],
)
def test_limits_of_change_are_those_of_the_table(measure, limit):
    assert QUESTIONNAIRES[measure].change.points == limit


def test_no_other_measure_has_a_limit_of_change():
    without = {one.id for one in EVERY if one.change is None}
    assert {"midas", "hadli", "csi", "phq4", "nprs_neck_average_7d", "eq5d5l_index", "promis_t"} <= without
    assert len(EVERY) - len(without) == 14


def test_the_pcs_has_to_change_by_percent_too():
    assert QUESTIONNAIRES["pcs"].change.percent.value == 38


def test_the_hdi_says_that_its_limit_is_doubtful():
    assert QUESTIONNAIRES["hdi"].change.low_confidence


@pytest.mark.parametrize("one", [one for one in EVERY if one.change], ids=lambda one: one.id)
def test_a_limit_names_its_row(one):
    for evidence in filter(None, (one.change.mdc, one.change.mcid, one.change.percent)):
        assert evidence.row
        assert evidence.known in ("read", "recalled", "derived")
        assert evidence.doi.startswith("10.") or evidence.known == "recalled"


def test_only_own_words_and_what_its_owner_allows_may_be_shown():
    shipped = {one.id for one in EVERY if one.licence.text is Text.SHIP}
    assert shipped == {
        "nprs_headache_average_7d",
        "nprs_headache_worst_7d",
        "nprs_neck_average_7d",
        "psfs",
        "groc",
        "groc_15_point",
        "phq4",
        "phq2",
        "gad2",
        "recovery_expectation_nrs",
        "usual_sleep_quality_nrs",
        "usual_stress_nrs",
        "activity_confidence_nrs",
    }


def test_no_text_belongs_to_a_form_of_others():
    shipped = {one.id: one for one in EVERY if one.licence.text is Text.SHIP}
    assert WORDING.keys() <= shipped.keys()


def test_the_words_of_a_form_fit_its_boxes():
    for one in EVERY:
        if (wording := WORDING.get(one.id)) is not None:
            assert len(wording.items) in (0, one.longest), one.id
            assert all(item.takes(number) for item in one.versions[0].items for number in wording.scale), one.id


def test_id_migraine_is_not_built_by_name():
    assert not [one for one in EVERY if "migraine" in one.name.lower()]


@pytest.mark.parametrize("measure", ["phq4", "phq2", "gad2"])
def test_the_notice_of_the_phq_says_what_its_owner_asks(measure):
    (notice,) = (one.licence.notice for one in EVERY if one.id == measure)
    assert "No permission required to reproduce, translate, display or distribute" in notice
    assert "Psychosomatics 2009;50:613-621" in notice


@pytest.mark.parametrize("measure", WORDING)
def test_what_is_shown_to_people_is_easy_to_read(measure):
    said = WORDING[measure]
    own = not said.items
    assert not own or grade(said.stem) <= 7


def test_a_trend_item_has_no_bands_and_no_limit():
    assert not RECOVERY_EXPECTATION.bands
    assert RECOVERY_EXPECTATION.change is None
