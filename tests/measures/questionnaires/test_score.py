"""Published scoring, the missing-item rules at their limits, and answers that no form offers (outcomes 2.2, 2.6)."""

import math

import pytest

from concordant.measures.questionnaires import QUESTIONNAIRES, NotScorable, Status
from tests.measures.questionnaires.scoring import ADDING, scored

BLANK = None


@pytest.mark.parametrize(
    ("measure", "items", "total", "band"),
    [
        ("hit6", [10] * 6, 60, "severe"),
        ("hit6", [6] * 6, 36, "little"),
        ("hit6", [13] * 6, 78, "severe"),
        ("ndi", [2] * 9 + [BLANK], 20.0, "moderate"),
        ("ndi", [0] * 10, 0, "none"),
        ("ndi", [5] * 10, 50, "complete"),
        ("midas", [2, 3, 1, 4, 0], 10, "II"),
        ("midas", [2, 3, 1, 4, 0, 60, 8], 10, "II"),
        ("hdi", [2] * 25, 50, None),
        ("hdi", [4] * 25, 100, None),
        ("hadli", [5] * 9, 45, None),
        ("tsk11", [1] * 11, 11, None),
        ("tsk11", [4] * 11, 44, None),
        ("pcs", [4] * 13, 52, None),
        ("pseq", [6] * 10, 60, None),
        ("pseq4", [6] * 4, 24, None),
        ("pseq2", [6] * 2, 12, None),
        ("pss4", [0, 4, 4, 0], 0, None),
        ("pss4", [4, 0, 0, 4], 16, None),
        ("pss4", [1, 2, 3, 4], 1 + 2 + 1 + 4, None),
        ("slanss", [1] * 7, 24, "suggests"),
        ("slanss", [1, 1, 0, 1, 0, 0, 0], 12, "suggests"),
        ("slanss", [1, 1, 0, 0, 1, 0, 0], 11, "below"),
        ("csi", [4] * 25, 100, "extreme"),
        ("csi9", [4] * 9, 36, None),
        ("phq4", [3, 3, 3, 3], 12, "severe"),
        ("psfs", [5, 6, 8], 6.33, None),
        ("psfs", [5, BLANK, 8], 6.5, None),
        ("groc", [-5], -5, "not_better"),
        ("nprs_headache_worst_7d", [7], 7, None),
    ],
)
def test_worked_examples(measure, items, total, band):
    found = scored(measure, items)
    assert found.total == pytest.approx(total)
    assert (found.band.key if found.band else None) == band


def test_ndi_in_percent_is_twice_the_raw_points():
    found = scored("ndi", [2] * 9 + [None])
    assert (found.total, found.percent, found.status) == (20.0, 40.0, Status.PRORATED)


def test_hadli_in_percent():
    assert scored("hadli", [1] * 9).percent == 20


def test_mean_filling_keeps_its_fraction():
    # 19 of 9 sections: 10 x 19 / 9, not rounded.
    assert scored("ndi", [3] + [2] * 8 + [None]).total == pytest.approx(190 / 9)


@pytest.mark.parametrize(
    ("measure", "count", "answer", "most_blank"),
    [
        ("hit6", 6, 10, 0),
        ("ndi", 10, 2, 2),
        ("hdi", 25, 2, 0),
        ("hadli", 9, 2, 2),
        ("tsk11", 11, 2, 1),
        ("pcs", 13, 2, 1),
        ("pseq", 10, 3, 1),
        ("pseq4", 4, 3, 0),
        ("pseq2", 2, 3, 0),
        ("isi", 7, 2, 0),
        ("midas", 5, 2, 0),
        ("phq4", 4, 1, 0),
        ("phq2", 2, 1, 0),
        ("gad2", 2, 1, 0),
        ("pss4", 4, 2, 0),
        ("slanss", 7, 1, 0),
        ("csi", 25, 1, 2),
        ("csi9", 9, 1, 0),
        ("psfs", 5, 6, 3),
    ],
)
def test_blank_items_up_to_the_limit_and_one_more(measure, count, answer, most_blank):
    version = {"version": "month"} if measure == "isi" else {}

    def with_blanks(number):
        return scored(measure, [None] * number + [answer] * (count - number), **version)

    assert with_blanks(0).status is Status.COMPLETE
    if most_blank:
        at_limit = with_blanks(most_blank)
        assert at_limit.status is Status.PRORATED
        assert at_limit.total == pytest.approx(with_blanks(0).total)  # all answers alike: the mean adds nothing
        assert at_limit.blank == tuple(range(1, most_blank + 1))
    beyond = with_blanks(most_blank + 1)
    assert (beyond.status, beyond.total, beyond.band) == (Status.INVALID, None, None)
    assert beyond.why.endswith(f"a total needs at least {count - most_blank} answers")


def test_what_is_not_added_may_be_blank():
    assert scored("midas", [1, 1, 1, 1, 1, None, None]).status is Status.COMPLETE


@pytest.mark.parametrize("measure", [one.id for one in ADDING])
def test_a_form_without_any_answer_has_no_total(measure):
    one = QUESTIONNAIRES[measure]
    version = one.versions[-1]
    assert scored(measure, [None] * len(version.items), version=version.key).status is Status.INVALID


@pytest.mark.parametrize(
    ("measure", "edges"),
    [
        ("ndi", [(4, "none"), (5, "mild"), (14, "mild"), (15, "moderate"), (24, "moderate"), (25, "severe")]),
        ("ndi", [(34, "severe"), (34.9, "severe"), (35, "complete"), (50, "complete"), (4.5, "none")]),
        ("hit6", [(49, "little"), (50, "some"), (55, "some"), (56, "substantial"), (59, "substantial")]),
        ("hit6", [(60, "severe"), (36, "little")]),
        ("midas", [(5, "I"), (6, "II"), (10, "II"), (11, "III"), (20, "III"), (21, "IV"), (270, "IV")]),
        ("phq4", [(2, "none"), (3, "mild"), (5, "mild"), (6, "moderate"), (8, "moderate"), (9, "severe")]),
        ("phq2", [(2, "negative"), (3, "positive")]),
        ("gad2", [(2, "negative"), (3, "positive")]),
        ("isi", [(7, "none"), (8, "subthreshold"), (14, "subthreshold"), (15, "moderate"), (21, "moderate")]),
        ("isi", [(22, "severe"), (28, "severe")]),
        ("psqi", [(5, "good"), (6, "poor")]),
        ("csi", [(29, "subclinical"), (30, "mild"), (39, "mild"), (40, "moderate"), (49, "moderate")]),
        ("csi", [(50, "severe"), (59, "severe"), (60, "extreme")]),
        ("slanss", [(11, "below"), (12, "suggests")]),
        ("groc", [(-1, "not_better"), (0, "not_better"), (1, "not_better"), (2, "somewhat_better")]),
        ("groc", [(3, "somewhat_better"), (4, "much_better"), (5, "much_better")]),
        ("groc_15_point", [(4, "below_success"), (5, "success")]),
    ],
)
def test_bands_before_on_and_after_each_edge(measure, edges):
    assert [scored(measure, total=total).band.key for total, _band in edges] == [band for _total, band in edges]


def test_bands_of_the_mtoq_hold_for_four_items_only():
    found = [scored("mtoq", total=total, version="4").band.key for total in (0, 1, 5, 6, 7, 8)]
    assert found == ["very_poor", "poor", "poor", "moderate", "moderate", "maximum"]
    assert scored("mtoq", total=1, version="6").band is None
    assert scored("mtoq", total=1).band is None


# --- halves and parts ---------------------------------------------------------------------------------------


def test_halves_of_the_phq4():
    assert dict(scored("phq4", [1, 2, 3, 0]).subscores) == {"gad2": 3, "phq2": 3}


def test_a_half_that_is_answered_counts_though_the_whole_has_no_total():
    found = scored("phq4", [2, 2, None, 3])
    assert (found.total, dict(found.subscores)) == (None, {"gad2": 4})


def test_parts_of_the_pcs():
    items = [0] * 13
    for number in (8, 9, 10, 11):
        items[number - 1] = 4
    assert dict(scored("pcs", items).subscores) == {"rumination": 16, "magnification": 0, "helplessness": 0}
    items[5] = None
    assert dict(scored("pcs", items).subscores) == {"rumination": 16, "helplessness": 0}


# --- totals that were typed in ------------------------------------------------------------------------------


def test_a_total_without_answers_is_only_a_total():
    found = scored("ndi", total=18)
    assert (found.total, found.status, found.items) == (18, Status.TOTAL_ONLY, ())


def test_a_total_that_the_answers_confirm():
    assert scored("hit6", [10] * 6, total=60).status is Status.COMPLETE


@pytest.mark.parametrize("typed", [59, 61, 60.4])
def test_answers_and_total_that_disagree_are_refused_naming_both(typed):
    with pytest.raises(NotScorable, match=f"come to 60, yet a total of {typed} was typed"):
        scored("hit6", [10] * 6, total=typed)


@pytest.mark.parametrize("typed", [21, 21.1, 21.11])
def test_a_mean_filled_total_may_be_typed_rounded_and_the_exact_one_is_kept(typed):
    assert scored("ndi", [3] + [2] * 8 + [None], total=typed).total == pytest.approx(190 / 9)


def test_a_mean_filled_total_that_is_off_is_refused():
    with pytest.raises(NotScorable, match=r"come to 21\.11, yet a total of 22 was typed"):
        scored("ndi", [3] + [2] * 8 + [None], total=22)


def test_a_total_beside_too_many_blanks_is_not_used_and_that_is_said():
    found = scored("ndi", [2] * 7 + [None] * 3, total=20)
    assert (found.total, found.status) == (None, Status.INVALID)
    assert "the typed total 20 is not used" in found.why


@pytest.mark.parametrize("total", [-1, 51, math.nan, math.inf, "18", True, None, 10**400])
def test_totals_that_cannot_be(total):
    with pytest.raises(NotScorable):
        scored("ndi", total=total)


# --- what is refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [-1, 6, 2.5, "2", True, math.nan, math.inf, -math.inf, [], {}, 10**400, b"2"])
def test_an_answer_that_no_form_offers_is_refused_by_its_number(answer):
    with pytest.raises(NotScorable) as caught:
        scored("ndi", [1, 1, answer, 1, 1, 1, 1, 1, 1, 1])
    assert [one.item for one in caught.value.problems] == [3]
    assert "allowed: a whole number from 0 to 5" in str(caught.value)


def test_every_wrong_answer_is_named_at_once():
    with pytest.raises(NotScorable) as caught:
        scored("hit6", [6, 7, 8, 9, 10, 12])
    assert [one.item for one in caught.value.problems] == [2, 4, 6]
    assert "allowed: one of 6, 8, 10, 11, 13" in str(caught.value)


@pytest.mark.parametrize("count", [0, 1, 9, 11, 100_000])
def test_the_wrong_number_of_answers(count):
    with pytest.raises(NotScorable, match=f"{count} answers; it has 10 items"):
        scored("ndi", [1] * count)


@pytest.mark.parametrize("count", [0, 1, 6])
def test_activities_are_two_to_five(count):
    with pytest.raises(NotScorable, match="it has 2 to 5 items"):
        scored("psfs", [5] * count)


@pytest.mark.parametrize("days", [93, -1, 0.5])
def test_three_months_have_no_more_days(days):
    with pytest.raises(NotScorable, match="a whole number from 0 to 92"):
        scored("midas", [days, 0, 0, 0, 0])


@pytest.mark.parametrize("measure", ["psqi", "promis_t", "mtoq"])
def test_of_some_only_the_total_is_entered(measure):
    version = {"version": "4"} if measure == "mtoq" else {}
    with pytest.raises(NotScorable, match="only its total"):
        scored(measure, [1, 2, 3], **version)


def test_versions_are_named():
    with pytest.raises(NotScorable, match="say which version was used: two_weeks, month"):
        scored("isi", [1] * 7)
    with pytest.raises(NotScorable, match="no version of it; there are: 4, 5, 6, 15"):
        scored("mtoq", total=5, version="7")
    assert scored("isi", [1] * 7, version="month").recall == "1 month"


def test_hurt_is_read_item_by_item():
    found = scored("hurt_items", [0, 1, 2, 3, 0, 1, 2, 3])
    assert (found.total, found.items) == (None, (0, 1, 2, 3, 0, 1, 2, 3))
    with pytest.raises(NotScorable, match="has no total"):
        scored("hurt_items", total=12)


def test_numbers_that_are_whole_are_kept_whole():
    assert scored("ndi", [2.0] * 10).items == (2,) * 10
