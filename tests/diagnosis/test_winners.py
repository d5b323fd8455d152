"""Which diagnosis wins: the table is complete, without circles, and applied by the closing criteria."""

import pytest

from concordant.criteria import Truth
from concordant.diagnosis import DIAGNOSES, Status
from concordant.diagnosis.diagnosis import Family
from concordant.diagnosis.winners import ANY_SECONDARY, GIVEN_TOGETHER, TABLE, codes, refuse_lost
from tests.diagnosis.test_worked_truths import MIGRAINE
from tests.people import FIRST_VISIT, NOT_ASKED, asked_everything, assessed, crash

CATALOGUE = {diagnosis.code: diagnosis for diagnosis in DIAGNOSES}
PAIRS = {(row.winner, row.loser) for row in TABLE}


def test_a_row_of_a_diagnosis_that_is_lost_is_refused():
    with pytest.raises(ValueError, match=r"names 3\.4, which the catalogue does not have"):
        refuse_lost([code for code in CATALOGUE if code != "3.4"])


def test_each_pair_stands_once_and_every_row_says_from_where():
    assert len(PAIRS) == len(TABLE)
    assert all(row.source for row in (*TABLE, *GIVEN_TOGETHER))


def test_nothing_wins_in_a_circle():
    def beaten_by(code, path):
        assert code not in path, f"{' > '.join([*path, code])}"
        for winner, loser in PAIRS:
            if loser == code:
                beaten_by(winner, (*path, code))

    for code in codes():
        beaten_by(code, ())


def test_what_is_given_together_does_not_give_way():
    together = {(row.one, row.other) for row in GIVEN_TOGETHER}
    assert not together & PAIRS
    assert not {(other, one) for one, other in together} & PAIRS


def test_every_secondary_headache_wins_over_a_new_primary_one():
    # 8.2 is given together with it (G10); trigger points of the neck give way to chapter 2 (A11.2.5).
    others = {"8.2", "A11.2.5"}
    secondary = {code for code, one in CATALOGUE.items() if one.family is Family.SECONDARY} - others
    assert secondary == set(ANY_SECONDARY)


@pytest.mark.parametrize(
    "row",
    TABLE,
    ids=lambda row: f"{row.winner} over {row.loser}",
)
def test_the_closing_criterion_asks_every_winner(row):
    assert row.winner in CATALOGUE[row.loser].criterion.references()


def of(case, *asked):
    found = assessed(case)
    return tuple(found.diagnosis(code, "A").status for code in asked)


BOTH = {**MIGRAINE, "neck_disorder_onset_date": "2021-12-28"}
NEW = {"headache_onset_date": "2022-01-02", "headache_onset_precision": "day"}
DEFINITE, UNDETERMINED, EXCLUDED = Status.DEFINITE, Status.UNDETERMINED, Status.EXCLUDED


def days_before_and_after(before, after):
    return [{"date": "2021-12-01", "value": before}, {"date": "2022-01-02", "value": after}]


OLD = {"headache_onset_date": "2010-01-01", "preexisting_headache": True}


@pytest.mark.parametrize(
    ("facts", "migraine", "neck"),
    [
        ({"preexisting_headache": False, **NEW}, EXCLUDED, DEFINITE),
        ({**OLD, "headache_days_per_30d": days_before_and_after(4, 8)}, DEFINITE, DEFINITE),
        ({**OLD, "headache_days_per_30d": days_before_and_after(4, 7), "block_done": True}, DEFINITE, EXCLUDED),
        ({"preexisting_headache": NOT_ASKED, **NEW}, UNDETERMINED, UNDETERMINED),
    ],
    ids=[
        "new: secondary only (G7)",
        "older, twice as bad: both (G8)",
        "older, not worse: migraine only",
        "timing unknown",
    ],
)
def test_one_headache_that_fits_migraine_and_neck(facts, migraine, neck):
    assert of(asked_everything(**{**BOTH, **facts}), "1.1", "11.2.1") == (migraine, neck)


def test_where_the_examiner_sees_two_headaches_neither_gives_way():
    case = asked_everything(**(BOTH | NEW | {"preexisting_headache": False, "same_headache_profile": False}))
    assert of(case, "1.1", "11.2.1") == (DEFINITE, DEFINITE)
    remarks = assessed(case).diagnosis("11.2.1", "A").remarks
    assert [remark.words for remark in remarks if remark.letter == "D"] == [
        "the examiner sees two different headaches: describe each by itself"
    ]


def test_w6_a_coarse_onset_after_a_whiplash_leaves_both_open_and_asks_for_the_date():
    case = asked_everything(
        **(crash(60, 3) | {"headache_onset_precision": "month"}), temporal_relation_neck="established"
    )
    found = assessed(case)
    assert of(case, "5.3", "11.2.1") == (UNDETERMINED, UNDETERMINED)
    assert "headache_onset_date" in found.diagnosis("5.3", "A").missing
    assert found.diagnosis("11.2.1", "A").criteria["D"] is Truth.UNKNOWN


def test_w1_without_a_whiplash_the_neck_is_judged():
    case = asked_everything(
        whiplash_occurred=False, injury_date=FIRST_VISIT.isoformat(), temporal_relation_neck="established"
    )
    assert of(case, "5.3", "5.4")[0] is EXCLUDED
