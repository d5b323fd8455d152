"""Hostile files: refused with the place and the reason, at once, and never a traceback."""

import time

import pytest

from concordant.cli import main
from concordant.evidence.living import EXAMPLE, MOST_BYTES, read_trial, text_of, what_moves
from concordant.evidence.living.document import tree_of
from concordant.evidence.refused import Refused
from tests.evidence.living.example import written

LAUGHS = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (LAUGHS, r"line 1: anchors \(&\) and aliases \(\*\)"),
        ("trial_id: *who", "anchors"),
        ("trial_id: &who haas", "anchors"),
        ("<<: {a: 1}", "is not known.*<<|is missing"),
        ("[" * 50_000, "line 1: nested deeper than 6 levels"),
        ("{a: " * 20_000, "line 1: nested deeper than 6 levels"),
        ("a: " * 30_000, "not readable as YAML"),
        ("- " * 40_000, "nested deeper"),
        (
            "trial_id: a\nyear: 2027\ntrial_id: b",
            "line 3: the key 'trial_id' stands twice, first on line 1",
        ),
        ("? [a]\n: b", "line 1: a key is one plain word"),
        ("\ttrial_id: a", "line 1: not readable as YAML"),
        ("trial_id:\n\t- a", "line 2: not readable as YAML"),
        ("a: !!python/object:os.system {}", "line 1: the tag .*python/object:os.system is not allowed"),
        ("--- !!map\na: 1", "the tag"),
        ("--- 1\n--- 2", "line 2: a file holds one document; a second"),
        ("", "the file"),
        ("# nothing", "the file"),
        ("\x00", "not readable as YAML"),
        ("a: \x1b[31m", "not readable as YAML"),
        ("\ud83d", "not readable as YAML"),
        ("just words", "the file"),
        ("%YAML 9.9\n%TAG", "not readable as YAML"),
        ("x" * (MOST_BYTES + 1), "the file is too long; value 100001; allowed: 100000 bytes"),
        ("é" * (MOST_BYTES // 2 + 1), "too long"),
    ],
)
def test_what_is_refused(text, says):
    began = time.perf_counter()
    with pytest.raises(Refused, match=says):
        read_trial(text)
    assert time.perf_counter() - began < 2


def test_a_name_twice_inside_a_result_is_named_with_its_number():
    text = EXAMPLE.replace("    time_weeks: 12\n", "    time_weeks: 12\n    time_weeks: 24\n")
    with pytest.raises(Refused, match="stands twice") as refused:
        read_trial(text)
    assert (refused.value.row, refused.value.column) == (1, "time_weeks")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\xff\xfea\x00", "no text in UTF-8: byte 1"),
        (b"trial_id: \xe9", "byte 11"),
        (b"x" * 100_001, "too long"),
    ],
)
def test_bytes_that_are_no_text(data, says, tmp_path, capsys):
    with pytest.raises(Refused, match=says):
        text_of(data)
    path = tmp_path / "trial.yaml"
    path.write_bytes(data)
    assert main(["evidence", "add", str(path)]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("change", [
    lambda text: "\ufeff" + text,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    lambda text: text.replace("\n", "\r"),
    lambda text: f"---\n{text}...\n",
    lambda text: text + "\n# the end",
])  # fmt: skip
def test_what_windows_and_editors_do_to_a_file_changes_nothing(change):
    assert read_trial(change(EXAMPLE)) == read_trial(EXAMPLE)


@pytest.mark.parametrize("name", ["عمر", "O’Neil", "李", "Ł🧠", '=HYPERLINK("x")', "<script>", "no", "on", "y"])
def test_names_are_kept_as_they_are_written(name):
    assert read_trial(written(first_author=name)).name == f"{name} 2027"


@pytest.mark.parametrize(
    "name", ["a\u202eb", "a\u2066b", "a\nb", "a\tb", "\x1b[31mred", " a", "a ", "", "x" * 301, "\ud83d"]
)
def test_names_that_would_fool_a_reader_are_refused(name):
    # As escapes in quotes, which YAML lets through.
    escaped = "".join("\\u" + format(ord(each), "04x") for each in name)
    text = written(first_author="NAME").replace("NAME", f'"{escaped}"')
    with pytest.raises(Refused, match=r"first_author|not readable as YAML"):
        read_trial(text)


def test_a_name_of_a_field_cannot_write_to_the_terminal(tmp_path, capsys):
    path = tmp_path / "trial.yaml"
    path.write_text(written() + '"\\e[31m": 1\n', "utf-8")
    assert main(["evidence", "add", str(path)]) == 2
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "value", ["=1+1", ".nan", ".inf", "-.inf", "1e400", "1_000", "٣", "−1.2", "1,5", "0x10", "'4'", "12:30"]
)
def test_what_is_no_number_of_a_paper(value):
    text = EXAMPLE.replace("estimate: -1.2", f"estimate: {value}")
    with pytest.raises(Refused, match=r"result|difference") as refused:
        read_trial(text)
    assert (refused.value.row, refused.value.column.split(".")[0]) == (2, "difference")


@pytest.mark.parametrize(
    ("old", "new", "row", "column"),
    [
        ("n: 41", "n: 1", 1, "control.n"),
        ("sd: 4.4", "sd: -4.4", 1, "control.sd"),
        ("{n: 40, mean: 6.1, sd: 4.0}", "{n: 40, events: 41}", 1, "control"),
        ("ci_high: -0.3", "ci_high: -3", 2, "difference.ci_low"),
        ("ci_low: -2.1, ci_high: -0.3", "p: 0.05, se: 0", 2, "difference.se"),
        ("ci_low: -2.1, ci_high: -0.3", "p: <0.05", 2, "difference.p"),
        ("estimate: -1.2, ci_low: -2.1, ci_high: -0.3", "estimate: 0, p: 0.5", 2, "difference"),
        ("change_or_final: final\n    difference", "change_or_final:\n    difference", 2, "change_or_final"),
    ],
)  # fmt: skip
def test_where_it_is_wrong(old, new, row, column):
    assert old in EXAMPLE
    with pytest.raises(Refused) as refused:
        read_trial(EXAMPLE.replace(old, new))
    assert (refused.value.row, refused.value.column) == (row, column), str(refused.value)


@pytest.mark.parametrize("arms", [
    ("{n: 40, mean: 6, sd: 0}", "{n: 41, mean: 9, sd: 0}"),
    ("{n: 40, events: 0}", "{n: 41, events: 0}"),
    ("{n: 40, events: 40}", "{n: 41, events: 0}"),
])  # fmt: skip
def test_a_result_without_any_spread_is_refused(arms):
    """It would outweigh every other trial, or stop the pool."""
    text = EXAMPLE.replace("{n: 40, mean: 6.1, sd: 4.0}", arms[0]).replace("{n: 41, mean: 8.9, sd: 4.4}", arms[1])
    with pytest.raises(Refused, match=r"spread|gives no standard error") as refused:
        read_trial(text)
    assert refused.value.row == 1


def test_the_same_result_twice_is_refused():
    text = EXAMPLE.replace("headache intensity", "Headache  Frequency").replace("NPRS 0-10", "days per 4 weeks")
    with pytest.raises(Refused, match="is result 1 again") as refused:
        read_trial(text)
    assert refused.value.row == 2


@pytest.mark.parametrize("doi", ["10.1016/J.SPINEE.2018.02.019", "10.1016/j.spinee.2018.02.019"])
def test_a_trial_of_the_library_is_known_by_its_doi_whatever_the_case(doi):
    with pytest.raises(Refused, match="in the library already"):
        read_trial(written(doi=doi))
    assert read_trial(written(doi=doi), known=()).doi == doi


def test_the_example_is_read_moves_something_and_is_made_up():
    trial = read_trial(EXAMPLE)
    assert trial.is_made_up
    assert [one.before.question.id for one in what_moves(trial)] == ["hands-on-days", "hands-on-intensity"]


def test_numbers_stay_as_they_were_written():
    assert tree_of("a: 10.10\nb: '10.10'\nc: ~\nd: true\ne: no") == {
        "a": "10.10", "b": "10.10", "c": None, "d": True, "e": "no",
    }  # fmt: skip
