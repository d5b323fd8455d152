"""Rows files: what is read, what is computed, what is refused and where."""

import json

import polars as pl
import pytest
from numpy.testing import assert_allclose

from concordant.evidence import Refused
from concordant.evidence.rows import MEASURES, read_rows, rows_of
from tests.evidence.references import CLOSED_FORM, FOLDER, columns, expected

FILES = sorted(each.name.removesuffix(".rows.csv") for each in FOLDER.glob("*.rows.csv"))


def test_every_reference_file_is_read():
    index = {each["id"]: each["rows"] for each in expected_index()}
    assert set(index) == set(FILES)
    for name in FILES:
        rows = read_rows(FOLDER / f"{name}.rows.csv")
        assert len(rows) == index[name], name
        if "yi" in rows.cells:
            yi, vi = columns(name, "yi", "vi")
            assert_allclose(rows.yi, yi, rtol=0)
            assert_allclose(rows.vi, vi, rtol=0)
            assert "as the file gives them" in rows.says


def expected_index():
    return json.loads((FOLDER / "index.json").read_text(encoding="utf-8"))["datasets"]


def test_what_is_computed_is_said():
    rows = read_rows(FOLDER / "cgh_dehertogh2009.rows.csv")
    assert (rows.measure, rows.says) == ("MD", "mean difference; variance from each group's own SD")
    assert_allclose(
        rows.yi,
        expected("cgh_dehertogh2009")["effect_sizes"]["MD_unequal_variance"]["yi"],
        rtol=CLOSED_FORM,
        atol=1e-12,
    )
    rows = read_rows(FOLDER / "cgh_dehertogh2009.rows.csv", measure="SMD")
    assert_allclose(rows.vi, expected("cgh_dehertogh2009")["effect_sizes"]["SMD_exactJ_LS"]["vi"], rtol=CLOSED_FORM)
    assert "Hedges" in rows.says


@pytest.mark.parametrize("measure", ["RR", "OR", "RD"])
def test_counts(measure):
    name = "cgh_haas2018_responders30"
    rows = read_rows(FOLDER / f"{name}.rows.csv", measure=measure)
    yi, vi = columns(name, f"yi_{measure}", f"vi_{measure}")
    assert_allclose(rows.yi, yi, rtol=CLOSED_FORM)
    assert_allclose(rows.vi, vi, rtol=CLOSED_FORM)


@pytest.mark.parametrize("measure", ["MC", "SMCC", "SMCR"])
def test_before_and_after(measure):
    rows = read_rows(FOLDER / "conversions.rows.csv", measure=measure)
    wanted = expected("conversions")["pre_post"][{"SMCR": "SMCR_raw_sd_before"}.get(measure, measure)]
    assert_allclose(rows.yi, wanted["yi"], rtol=CLOSED_FORM)


def test_printed_differences_with_interval_se_or_p():
    rows = rows_of(
        [
            {"study": "A", "estimate": "-1.6", "ci_low": "-2.5", "ci_high": "-0.7", "se": "", "p": ""},
            {"study": "B", "estimate": "-3.3", "ci_low": "", "ci_high": "", "se": "", "p": "0.004"},
            {"study": "C", "estimate": "-1", "ci_low": "", "ci_high": "", "se": "0.5", "p": "<0.05"},
        ]
    )
    assert_allclose(rows.vi**0.5, [0.9 / 1.959963984540054, 3.3 / 2.878161739095, 0.5], rtol=1e-9)
    assert "interval" in rows.says
    with pytest.raises(Refused, match="row 1"):
        rows_of([{"study": "C", "estimate": "-1", "p": "<0.05"}])


def test_a_frame_a_mapping_and_a_file_are_the_same(tmp_path):
    records = [
        {"study": "A", "yi": -1.0, "vi": 0.2, "setting": "x"},
        {"study": "B", "yi": -0.5, "vi": 0.1, "setting": None},
    ]
    frame = pl.DataFrame(records)
    path = tmp_path / "rows.csv"
    frame.write_csv(path)
    for rows in (rows_of(records), rows_of(frame), read_rows(path)):
        assert rows.labels == ("A", "B")
        assert rows.yi.tolist() == [-1.0, -0.5]
        assert rows.words("setting") == ("x", "")
    assert rows_of(frame).taken([1]).labels == ("B",)
    with pytest.raises(Refused, match="no such column"):
        rows.numbers("year")
    with pytest.raises(Refused, match="row 1"):
        rows.numbers("setting")


GOOD = {
    "trial_id": "a2001", "outcome": "headache frequency", "time_weeks": "12", "arm": "exercise", "role": "experimental",
    "scale": "days per week", "value_kind": "MD", "how_known": "read", "md_reported": "-1.0",
    "ci_low": "-1.8", "ci_high": "-0.2",
    "yi": "-1.0", "vi": "0.1665", "n1i": "20", "n2i": "21",
}  # fmt: skip


def with_second(**change):
    return [GOOD, GOOD | {"trial_id": "b2002"} | change]


def test_the_good_pair_is_read():
    assert len(rows_of(with_second())) == 2


@pytest.mark.parametrize(
    ("change", "column", "says"),
    [
        ({"vi": "-0.1"}, "vi", "negative variance"),
        ({"vi": "0"}, "vi", "variance of 0"),
        ({"vi": ""}, "vi", "needs its variance"),
        ({"vi": "small"}, "vi", "not a number"),
        ({"yi": "inf"}, "yi", "not a finite number"),
        ({"n1i": "1"}, "n1i", "fewer people than 2"),
        ({"ci_low": "-0.8"}, "ci_low", "does not contain its estimate"),
        ({"ci_high": "-0.9"}, "ci_low", "not centred"),
        ({"trial_id": "a2001"}, "trial_id", "is there twice"),
        (
            {"trial_id": "a2001", "arm": "rest", "yi": "1.0", "md_reported": "1.0", "ci_low": "0.2", "ci_high": "1.8"},
            "trial_id",
            "swapped arms",
        ),
        ({"trial_id": "a2001", "role": "control", "outcome": "x"}, "role", "swapped arms"),
        ({"yi": "1.0"}, "md_reported", "swapped arms"),
        ({"scale": "days per month"}, "scale", "mixed units"),
        ({"value_kind": "percent_change"}, "value_kind", "cannot be pooled"),
        ({"value_kind": "slope"}, "value_kind", "cannot be pooled"),
        ({"value_kind": "mean_change"}, "value_kind", "cannot be pooled"),
        ({"value_kind": "MD (kind unclear)"}, "value_kind", "cannot be pooled"),
        ({"value_kind": "median"}, "value_kind", "is not known"),
        ({"how_known": "recalled"}, "how_known", "never pooled"),
        ({"how_known": "36 read; 18 each recalled"}, "how_known", "never pooled"),
    ],
)
def test_refused_with_row_and_column(change, column, says):
    with pytest.raises(Refused, match=says) as refused:
        rows_of(with_second(**change))
    assert (refused.value.row, refused.value.column) == (2, column)
    assert all(each in str(refused.value) for each in ("row 2", f"column {column}"))


ARMS = {"study": "A", "m1i": "1", "sd1i": "1", "n1i": "10", "m2i": "2", "sd2i": "1", "n2i": "10"}
COUNTS = {"study": "A", "ai": "3", "n1i": "10", "ci": "5", "n2i": "10"}


@pytest.mark.parametrize(
    ("row", "change", "column"),
    [
        (ARMS, {"sd1i": "-1"}, "sd1i"),
        (ARMS, {"n2i": "1"}, "n2i"),
        (COUNTS, {"ai": "11"}, "ai"),
        (COUNTS, {"ci": "-1"}, "ci"),
        ({"study": "A", "estimate": "1", "se": "0.2"}, {"se": "0"}, "se"),
        (
            {
                "study": "A",
                "mean_after": "1",
                "sd_after": "1",
                "mean_before": "2",
                "sd_before": "1",
                "r": "0.5",
                "n": "9",
            },
            {"r": "1.1"},
            "r",
        ),
    ],
)
def test_refused_in_the_columns_behind(row, change, column):
    with pytest.raises(Refused) as refused:
        rows_of([row, row | {"study": "B"} | change])
    assert (refused.value.row, refused.value.column) == (2, column)


def test_a_pair_that_stands_the_other_way_round():
    first = ARMS | {"arm1": "exercise", "arm2": "rest", "outcome": "pain"}
    second = ARMS | {"arm1": "rest", "arm2": "exercise", "outcome": "frequency", "m1i": "7"}
    with pytest.raises(Refused, match="swapped arms") as refused:
        rows_of([first, second])
    assert (refused.value.row, refused.value.column) == (2, "arm1")
    assert len(rows_of([first, second | {"arm1": "exercise", "arm2": "rest"}])) == 2


def test_a_standard_error_beside_an_effect():
    assert rows_of([{"study": "A", "yi": "1", "sei": "0.2"}]).vi.tolist() == pytest.approx([0.04])
    with pytest.raises(Refused, match="no standard error"):
        rows_of([{"study": "A", "yi": "1", "sei": "-0.2"}])


def test_scales_may_differ_where_the_effect_has_no_unit():
    rows = [ARMS | {"scale": "0-10"}, ARMS | {"study": "B", "scale": "0-100"}]
    assert len(rows_of(rows, measure="SMD")) == 2
    with pytest.raises(Refused, match="mixed units"):
        rows_of(rows, measure="MD")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is empty"),
        ("study,yi,vi\n", "there is no row"),
        ("study,yi,vi\nA,1\n", "another number of cells"),
        ("study,yi,yi\nA,1,1\n", "two with the same"),
        ("study,effect\nA,1\n", "no effect with a variance"),
        ('study,yi,vi\n"A,1,1\n', "no CSV"),
    ],
)
def test_a_broken_file(tmp_path, text, says):
    path = tmp_path / "rows.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=says):
        read_rows(path)


def test_a_file_that_is_not_text(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_bytes(b"study,yi,vi\nM\xfcller,1,1\n")
    with pytest.raises(Refused, match="UTF-8"):
        read_rows(path)


def test_a_measure_that_there_is_not():
    with pytest.raises(Refused) as refused:
        rows_of([ARMS], measure="NNT")
    assert refused.value.allowed == ", ".join(MEASURES)
    with pytest.raises(Refused, match="ai, n1i, ci, n2i"):
        rows_of([ARMS], measure="RR")
