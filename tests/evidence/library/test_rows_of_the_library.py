"""The data set: what it holds, what is withheld, what is refused when a row is wrong."""

import csv
import re

import pytest

from concordant.evidence import Refused
from concordant.evidence.library import (
    REVIEWED,
    HowKnown,
    Role,
    ValueKind,
    all_advice,
    needed,
    pooled,
    pooled_by_id,
    sources,
    trials,
)
from concordant.evidence.library.edition import FOLDER
from concordant.evidence.library.known import how_known
from concordant.evidence.library.reading import pooled_rows_of, trial_rows_of

NUMBERS = ("mean", "sd", "se", "ci_low", "ci_high", "p", "events")


def file_rows(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_edition():
    assert REVIEWED.isoformat() == "2026-11-23"
    assert len(file_rows("trials.csv")) == 147 + 177 + 2 + 5
    assert len(file_rows("pooled.csv")) == 38 + 5


def test_a_later_read_row_replaces_a_recalled_one_and_both_stay_in_the_file():
    (control,) = [each for each in trials(trial="jull2002") if each.arm == "no treatment"]
    assert (control.n, control.known) == (48, HowKnown.READ)
    assert (
        len([row for row in file_rows("trials.csv") if row["trial_id"] == "jull2002" and row["arm"] == "no treatment"])
        == 2
    )
    assert len(trials()) == 147 + 177 + 2 + 5 - 8
    assert {row.arm: row.n for row in trials(trial="jull2002", kind=ValueKind.NONE)} == {
        "manipulative therapy": 51,
        "exercise": 52,
        "manipulative therapy + exercise": 49,
        "no treatment": 48,
    }


def test_no_recalled_number_leaves_the_file():
    recalled = [row for row in file_rows("trials.csv") if row["how_known"].startswith("recalled")]
    assert any(row["mean"] for row in recalled)  # Hall 2007: the numbers are there, in the file
    for row in trials():
        if row.known is HowKnown.RECALLED:
            assert row.withheld
            assert not row.is_poolable
            assert all(getattr(row, each) is None for each in (*NUMBERS, "n"))
            assert row.p_printed == ""
        if row.known is HowKnown.PART_RECALLED:
            assert row.n is None
    assert len([row for row in trials() if row.known is HowKnown.RECALLED]) == 10
    for row in pooled():
        if row.known is HowKnown.RECALLED:
            assert (row.estimate, row.ci_low, row.ci_high, row.k, row.grade_certainty, row.note) == (None,) * 4 + (
                "",
                "",
            )
    assert [row.id for row in pooled() if row.withheld] == [
        "fernandez2020-frequency-intermediate",
        "fernandez2020-intensity-long",
        "fernandez2020-frequency-long",
        "gross2015",
    ]


def test_hall_2007_cannot_be_got_at():
    rows = trials(trial="hall2007")
    assert {row.n for row in rows if row.value_kind is ValueKind.NONE} == {16}
    assert all(row.mean is None for row in rows)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("read", HowKnown.READ),
        ("read (events); n inferred", HowKnown.INFERRED),
        ("recalled", HowKnown.RECALLED),
        ("36 read; 18 each recalled", HowKnown.PART_RECALLED),
        ("design read; arm sizes recalled", HowKnown.PART_RECALLED),
        ("read (secondary summary of the abstract)", HowKnown.SECOND_HAND),
        ("clinic's article only", HowKnown.SECOND_HAND),
        ("read (49 as a group size; arm by elimination)", HowKnown.INFERRED),
        ("none", HowKnown.NOT_SEEN),
        ("", HowKnown.NOT_SEEN),
    ],
)
def test_how_a_number_is_known(words, kind):
    assert how_known(words) is kind


def test_asking():
    frequency = trials(outcome="headache frequency", trial="haas2018", weeks=12)
    assert {row.value_kind for row in frequency} == {ValueKind.MD}
    assert trials(comparison="SMT DOSE", weeks=6, role=Role.CONTROL)
    assert all("children" in row.population for row in trials(population="children"))
    assert trials(population="children")
    assert all(row.is_poolable for row in trials(poolable=True))
    assert trials(outcome="no such outcome") == ()
    assert len(pooled(figure=True)) == 20
    with pytest.raises(Refused, match="nobody2000"):
        pooled_by_id("nobody2000")


def test_what_cannot_be_pooled_says_why():
    reasons = {
        "ylinen2010": "percent change", "bodespardo2013": "without an SD or a comparator",
        "chaibi2017": "without an SD",
        "nilsson1997": "second-hand", "moustafa2021": "±",
    }  # fmt: skip
    for trial, reason in reasons.items():
        said = {row.why_not_pooled for row in trials(trial=trial) if row.value_kind is not ValueKind.NONE}
        assert any(reason in each for each in said), trial
        assert "" not in said
    (unclear,) = trials(trial="dunning2016", kind=ValueKind.MD_KIND_UNCLEAR)
    assert "between or within" in unclear.why_not_pooled
    (misprint,) = [row for row in trials(trial="dehertogh2009") if "7.56" in row.doubt]
    assert misprint.mean == 7.66
    assert "the table prints 7.66" in misprint.why_not_pooled


def test_a_baseline_is_no_result():
    baseline = trials(weeks=0, kind=ValueKind.MEAN_SD)
    assert {row.trial_id for row in baseline} == {"dunning2016", "dehertogh2009"}
    assert {row.why_not_pooled for row in baseline} == {"measured before treatment"}
    (right_after,) = trials(trial="malourries2017", weeks=0, kind=ValueKind.SMD)
    assert right_after.is_poolable


def test_a_bound_of_p_is_not_a_value():
    (row,) = [each for each in trials(trial="bodespardo2013") if each.value_kind is ValueKind.SMD]
    assert (row.p, row.p_printed) == (None, "<0.001")


def test_every_doi_of_the_library_is_written_as_one():
    pattern = re.compile(r"10\.\d{4,9}/\S+")
    dois = [row.doi for row in (*trials(), *pooled()) if row.doi] + list(sources()) + [each.doi for each in needed()]
    assert len(dois) > 300
    assert all(pattern.fullmatch(each) for each in dois)


def test_advice_holds_no_figure_of_its_own():
    everything = all_advice()
    assert len(everything) == 12
    for each in everything:
        for said in (each.advice, each.known, each.not_known):
            assert not re.search(r"\d", said), (each.id, said)
        assert each.not_known
        assert each.rests_on or each.sources or each.trials
    assert not any(re.search(r"\d", source.says) for source in sources().values())


def test_everything_needed_is_for_a_figure_that_there_is():
    for each in needed():
        for figure in each.for_figures:
            pooled_by_id(figure)
    assert [each.order for each in needed()] == list(range(1, len(needed()) + 1))


def changed(tmp_path, name, change):
    rows = file_rows(name)
    change(rows)
    path = tmp_path / name
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.mark.parametrize(
    ("row", "column", "value"),
    [
        (1, "n", "1"),
        (1, "n", "12.5"),
        (1, "events", "61"),
        (1, "events", "-1"),
        (1, "value_kind", "median"),
        (1, "role", "placebo"),
        (1, "year", "218"),
        (1, "doi", "doi.org/10.1"),
        (1, "outcome", ""),
        (44, "sd", "-6.65"),
        (44, "mean", "sixty"),
        (66, "ci_low", "-1.5"),
        (66, "contrast", ""),
        (41, "p", "1.2"),
    ],
)
def test_a_wrong_row_is_refused_with_its_place(tmp_path, row, column, value):
    path = changed(tmp_path, "trials.csv", lambda rows: rows[row - 1].update({column: value}))
    with pytest.raises(Refused) as refused:
        trial_rows_of(path)
    assert (refused.value.row, refused.value.column) == (row, column)


def test_duplicates_and_swapped_arms_are_refused(tmp_path):
    with pytest.raises(Refused, match="same trial, outcome, time and arm as row 1"):
        trial_rows_of(changed(tmp_path, "trials.csv", lambda rows: rows.append(rows[0])))
    with pytest.raises(Refused, match="swapped arms"):
        trial_rows_of(changed(tmp_path, "trials.csv", lambda rows: rows[4].update(role="experimental")))


def test_a_pool_with_a_lost_sign_is_refused(tmp_path):
    def lose_sign(rows):
        next(row for row in rows if row["id"] == "jung2024-muscle-energy-exercise-intensity")["estimate"] = "4.37"

    with pytest.raises(Refused, match=r"does not contain its estimate 4\.37"):
        pooled_rows_of(changed(tmp_path, "pooled.csv", lose_sign))
    with pytest.raises(Refused, match="already taken"):
        pooled_rows_of(changed(tmp_path, "pooled.csv", lambda rows: rows.append(rows[0])))
