"""Files as they come: each refusal says where, nothing ends in a traceback, and JSON is JSON."""

import itertools
import json
from xml.etree import ElementTree

import pytest

from concordant.cli import main
from concordant.evidence.command import parser
from tests.evidence.command.test_command import REFERENCE, close, expected, told


@pytest.fixture
def pooled(ask, tmp_path):
    def run(rows, *words):
        path = tmp_path / "rows.csv"
        path.write_bytes(rows if isinstance(rows, bytes) else rows.encode())
        return ask("pool", path, *words)

    return run


def svg(path):
    return ElementTree.fromstring(path.read_text("utf-8"))  # noqa: S314 - a picture of our own


TWO = "study,yi,vi\nA,1,0.5\nB,2,0.4\n"
MEANS = "study,m1i,sd1i,n1i,m2i,sd2i,n2i\nA,1,1,9,2,1,9\n"


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        (TWO.replace(",", ";"), ("';' between its cells", "comma")),
        (TWO.replace(",", "\t"), ("between its cells", "comma")),
        (TWO.encode("utf-16"), ("UTF-8",)),
        ("study,yi,vi,\nA,1,1,\n", ("column number 4",)),
        ("study,yi,vi\nA,1e400,1\n", ("row 1", "column yi", "1e400", "allowed")),
        ("study,yi,vi\nA,nan,nan\n", ("row 1", "column yi", "'nan'")),
        ("study,yi,vi\nA,1_0,1\n", ("row 1", "column yi", "1_0", "decimal point")),
        ("study,yi,vi\nA,\u0661,1\n", ("row 1", "column yi")),
        ('study,yi,vi\nA,"1,5",1\n', ("row 1", "column yi", "1,5")),
        ("study,yi,vi\n\x1b[31mA,1,1\n", ("row 1", "column study", "control character", r"\x1b")),
        ("study,yi,vi\nA\u202e,1,1\n", ("row 1", "column study", r"\u202e")),
        ("study,yi\x1b[2J,vi\nA,1,1\n", ("control character", r"\x1b")),
        (f"{MEANS}B,1,0,9,2,0,9\n", ("row 2", "column sd1i", "0.0", "allowed")),
        ("study,or,or_low,or_high\nA,2,1,4\nB,-2,-3,-1\n", ("row 2", "column or", "-2.0", "above 0")),
        ("study,or,or_low,or_high\nA,2,1,4\nB,2,2,2\n", ("row 2", "column or_low", "below")),
        ("study,estimate,ci_low,ci_high\nA,1,0,2\nB,1,1,1\n", ("row 2", "column ci_low")),
        ("study,estimate,se,p\nA,1,0.5,\nB,1,,0\n", ("row 2", "column p", "above 0 and below 1")),
        ("study,estimate,se,p\nA,0,0.5,\nB,0,,0.5\n", ("row 2", "column estimate", "not 0")),
        ("study,estimate,p\nA,1,0.04\nB,1,<0.05\n", ("row 2", "column estimate", "exact p")),
        ("study,unit,yi,vi\nA,percent change,1,1\n", ("row 1", "column unit", "cannot be pooled")),
        ("study,measure,ai,n1i,ci,n2i\nA,RD,1,9,2,9\nB,RD,0,9,0,9\n", ("row 2", "variance of 0")),
        ("study,measure,change_or_final,m1i,sd1i,n1i,m2i,sd2i,n2i\nA,SMD,change,1,1,9,2,1,9\nB,SMD,final,1,1,9,2,1,9\n",
         ("row 2", "column change_or_final")),
        ("study,measure,estimate,ci_low,ci_high\nA,OR,1.1,1.05,1.15\nB,OR,0,-1,1\n", ("row 2", "is no ratio")),
    ],
)  # fmt: skip
def test_refused_where_it_stands(pooled, rows, says):
    status, out, err = pooled(rows)
    assert (status, out) == (2, "")
    assert "\x1b" not in err
    for words in says:
        assert words in err


@pytest.mark.parametrize("rows", [b"\xef\xbb\xbf" + TWO.encode(), TWO.replace("\n", "\r\n"), TWO.replace("\n", "\r"),
                                  " study , yi , vi \nA, 1 ,0.5\n\nB,2, 0.4\n,,\n"])  # fmt: skip
def test_what_other_programs_write_is_read(pooled, rows):
    assert json.loads(pooled(rows, "--json")[1])["k"] == 2


def test_a_printed_ratio_is_pooled_as_its_logarithm(pooled):
    """R: log(1.10) and log(1.15/1.05)/(2*qnorm(.975)); the ratio itself is no effect."""
    status, out, _ = pooled("study,measure,estimate,ci_low,ci_high\nA,OR,1.10,1.05,1.15\n", "--json")
    found = json.loads(out)
    assert status == 0
    close(found["estimate"], 0.0953101798043249)
    close(found["se"], 0.0232075127204633)
    assert "1.10 (1.05 to 1.15)" in pooled("study,measure,estimate,ci_low,ci_high\nA,OR,1.10,1.05,1.15\n")[1]


def test_a_standard_error_stands_where_p_says_nothing(pooled):
    status, out, _ = pooled("study,estimate,se,p\nA,0,0.5,1\nB,1,0.5,0.04\n", "--json")
    assert status == 0
    assert [one["vi"] for one in json.loads(out)["trials"]] == [0.25, 0.25]


def test_rows_without_an_effect_are_left_out_and_named(pooled):
    rows = "study,x,yi,vi\nA,1,1,0.5\nB,2,,\nC,3,2,0.4\nD,5,2.5,0.4\nE,,1.5,0.4\n"
    found = json.loads(pooled(rows, "--json")[1])
    assert (found["k"], found["left_out"]) == (4, ["B"])
    assert sum(one["weight_percent"] for one in found["trials"]) == pytest.approx(100)
    assert "Left out, as they give no effect: B." in found["cautions"]
    _, _, err = pooled(rows, "--moderator", "x")
    assert "row 5" in err, "of the file, the row left out counted"


def test_one_trial_twice_and_two_kinds_of_score_are_said(pooled):
    rows = "study,outcome,change_or_final,yi,vi\nA,x,change,1,1\nA,y,final,2,1\n"
    said = json.loads(pooled(rows, "--json")[1])["cautions"]
    assert "More than one row of A: its people count more than once." in said
    assert "Change scores and final scores stand in one pool." in said


@pytest.mark.parametrize("measure", ["IRR", "HR", "PLO", "OR"])
def test_effects_of_a_named_measure_are_taken_as_they_are(pooled, measure):
    found = json.loads(pooled(f"study,measure,yi,vi\nA,{measure},0.2,0.1\nB,{measure},0.3,0.1\n", "--json")[1])
    assert (found["measure"], found["k"]) == (measure, 2)


def test_rates_and_single_groups(pooled):
    """R: escalc("IRR", x1i=5, t1i=100, x2i=9, t2i=90) and escalc("PLO", xi=5, ni=20), metafor 3.8-1."""
    rate = json.loads(pooled("study,x1i,t1i,x2i,t2i\nA,5,100,9,90\n", "--json")[1])
    close(rate["estimate"], -0.693147180559945)
    share = json.loads(pooled("study,xi,ni\nA,5,20\n", "--json")[1])
    close(share["estimate"], -1.09861228866811)
    close(share["se"], (1 / 5 + 1 / 15) ** 0.5)


SETS = {
    "one": "study,x,yi,vi\nA,1,1,1\n",
    "two": "study,x,yi,vi\nA,1,1,1\nB,2,2,2\n",
    "same": "study,x,yi,vi\n" + "".join(f"S{n},{n},0,1\n" for n in range(12)),
    "far": "study,x,yi,vi\n"
    + "".join(f"S{n},{n * n},{(-1) ** n * 10.0 ** (n - 6)},{10.0 ** (4 * n - 25)}\n" for n in range(12)),
    "gap": "study,x,yi,vi\nA,1,1,1\nB,2,,\nC,3,2,1\n",
    "huge": "study,measure,x,yi,vi\nA,RR,1,800,1\nB,RR,2,-2,1000000\nC,RR,3,1,1\n",
}  # fmt: skip
ASKED = ((), ("--egger", "--trim-and-fill", "--even-so"), ("--leave-one-out", "--predict"), ("--moderator", "x"))


@pytest.mark.parametrize("name", SETS)
def test_no_question_about_any_set_ends_in_a_traceback(capsys, tmp_path, name):
    path, drawn = tmp_path / "rows.csv", tmp_path / "forest.svg"
    path.write_text(SETS[name], "utf-8")
    for model, test, asked in itertools.product(parser.MODELS, parser.TESTS, ASKED):
        for form in ((), ("--json",)):
            words = ["evidence", "pool", str(path), "--model", model, "--test", test, *asked, *form]
            status = main([*words, "--forest", str(drawn)] if model == "REML" else words)
            out, err = capsys.readouterr()
            assert (status, bool(err)) in ((0, False), (2, True)), words
            if form and status == 0:
                json.loads(out, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    if drawn.exists():
        titles = {each.tag.rpartition("}")[2] for each in svg(drawn).iter()}
        assert {"title", "desc"} <= titles


def test_a_label_in_the_picture_is_text(ask, tmp_path):
    path, drawn = tmp_path / "rows.csv", tmp_path / "forest.svg"
    path.write_text("study,yi,vi\n<script>alert(1)</script> & co,1,0.25\n", "utf-8")
    assert ask("pool", path, "--forest", drawn)[0] == 0
    tree = svg(drawn)
    assert not [each for each in tree.iter() if each.tag.endswith("script")]
    words = "".join(tree.itertext())
    assert "<script>alert(1)</script> & co" in words
    assert "1.00 (0.02 to 1.98)" in words


def test_every_number_that_is_drawn_is_written(ask, tmp_path):
    drawn = tmp_path / "forest.svg"
    found = told(ask, "pool", REFERENCE / "bcg_rr.rows.csv", "--predict", "--forest", drawn)
    words = " ".join("".join(each.itertext()) for each in svg(drawn).iter() if each.tag.endswith("text"))
    low, high = (f"{end:.2f}".replace("-", "−") for end in found["prediction_interval_metafor"])
    assert f"{low} to {high}" in words
    for one in found["trials"]:
        assert f"{one['yi']:.2f}".replace("-", "−") in words


def test_too_many_trials_for_a_square_are_refused(pooled):
    rows = "study,yi,vi\n" + "".join(f"S{n},{n % 7},1\n" for n in range(3001))
    assert "3000 at most" in pooled(rows, "--leave-one-out")[2]
    assert pooled(rows)[0] == 0


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("colour=red", ("trial=", "haas2018", "headache frequency", "weeks=")),
        ("outcome=toothache", ("outcome=", "headache intensity")),
        ("trial=haas2018; trial=jull2002", ("asked twice",)),
        ("headache", ("hands-on-days", "outcome=")),
    ],
)
def test_a_query_that_finds_nothing_says_what_there_is(ask, query, says):
    status, _, err = ask("pool", query)
    assert status == 2
    for words in says:
        assert words in err


def test_help_shows_examples(capsys):
    with pytest.raises(SystemExit):
        main(["evidence", "pool", "--help"])
    out = capsys.readouterr().out
    assert "FILE_OR_QUERY" in out
    assert "'trial=haas2018; outcome=headache frequency; weeks=12'" in out


def names_of(found):
    return {name for name, value in found.items() if not isinstance(value, dict)}


def test_json_has_every_name_of_the_reference(ask):
    wanted = expected("bcg_rr")
    asked = ("--leave-one-out", "--egger", "--trim-and-fill", "--predict", "--moderator")
    found = told(ask, "pool", REFERENCE / "bcg_rr.rows.csv", *asked, "ablat")
    groups = told(ask, "pool", REFERENCE / "bcg_rr.rows.csv", *asked, "alloc")["subgroups"]
    assert set(wanted["models"]["REML"]["z"]) <= set(found)
    (slope,) = (one for one in wanted["meta_regression"] if one["moderator"] == "ablat")
    (factor,) = (one for one in wanted["subgroups"] if one["moderator"] == "alloc")
    separate, common = (factor["REML"][kind] for kind in ("separate_tau2", "common_tau2"))
    pairs = [
        (found["q_profile_ci_95"], wanted["q_profile_ci_95"]),
        (found["profile_likelihood_ci_95_REML"], wanted["profile_likelihood_ci_95_REML"]),
        (found["leave_one_out"][3], wanted["leave_one_out"]["REML_z"][3]),
        (found["influence"], wanted["influence"]),
        (found["small_study"]["classical_lm"], wanted["small_study"]["classical_lm"]),
        (found["small_study"]["meta_regression_REML"], wanted["small_study"]["meta_regression_REML"]),
        (found["small_study"]["begg_rank"], wanted["small_study"]["begg_rank"]),
        (found["meta_regression"], slope["REML"]["z"]),
        (groups["separate_tau2"], separate),
        (groups["separate_tau2"]["per_group"][1], separate["per_group"][1]),
        (groups["common_tau2"], common),
    ]
    compared = 0
    for ours, theirs in pairs:
        for name in names_of(theirs) - {"note", "method", "per_group", "level"}:
            both = (ours[name], theirs[name])
            assert not isinstance(both[1], list) or len(both[0]) == len(both[1])
            for one, other in zip(*both, strict=True) if isinstance(both[1], list) else (both,):
                close(one, other)
                compared += 1
    assert compared == 180
    for name in ("REML_L0", "REML_R0"):
        assert names_of(wanted["trim_and_fill"][name]) <= names_of(found["trim_and_fill"][name])
    close(found["typical_sampling_variance"], wanted["typical_sampling_variance"])
    close(found["log_likelihood"]["REML"], wanted["log_likelihood"]["REML"])


@pytest.mark.parametrize("measure", ["RR", "OR", "RD"])
def test_counts_are_also_pooled_without_adding_to_them(ask, tmp_path, measure):
    lines = (REFERENCE / f"bcg_{measure.lower()}.rows.csv").read_text("utf-8").splitlines()
    path = tmp_path / "rows.csv"
    path.write_text("\n".join(line.rsplit(",", 2)[0] for line in lines), "utf-8")
    found, wanted = told(ask, "pool", path, "--measure", measure), expected("bcg_rr")["mantel_haenszel"][measure]
    for name in names_of(wanted) - {"note"}:
        close(found["mantel_haenszel"][measure][name], wanted[name])
    if measure == "OR":
        close(found["peto"]["estimate"], expected("bcg_rr")["peto"]["estimate"])
