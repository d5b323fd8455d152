"""``concordant registry``: files in, files out, whole or not at all."""

import json
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from concordant.cli import main
from concordant.diagnosis import BOOK
from concordant.registry.building import table
from concordant.registry.streamed import write_verdicts
from concordant.registry.verdicts import Verdicts

EXAMPLES = Path(__file__).parents[2] / "examples"
WHOM = {"person": ["p1", "p2"], "headache": ["A", None]}


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    path = tmp_path_factory.mktemp("registry") / "people.parquet"
    assert main(["registry", "build", str(EXAMPLES), "-o", str(path)]) == 0
    return path


def _beside(path):
    return sorted(one.name for one in path.parent.iterdir() if one != path)


def test_build_and_verdicts(people, tmp_path, capsys):
    out = tmp_path / "verdicts.parquet"
    assert main(["registry", "verdicts", str(people), "-o", str(out)]) == 0
    found, frame = pl.read_parquet(out), pl.read_parquet(people)
    assert found.equals(Verdicts(frame.schema).of(frame))
    assert found["person"].n_unique() == len(list(EXAMPLES.glob("*.yaml")))
    assert f"{found.height} of {found.height} rows" in capsys.readouterr().err
    assert _beside(out) == []


def test_one_rule_alone(people, tmp_path):
    out = tmp_path / "verdicts.parquet"
    key = list(BOOK)[-1]
    assert main(["registry", "verdicts", str(people), "-o", str(out), "--rule", key]) == 0
    assert key in pl.read_parquet_schema(out)
    assert len(set(pl.read_parquet_schema(out)) & set(BOOK)) == 1


def test_missing_columns_are_named(tmp_path, capsys):
    path = tmp_path / "few.parquet"
    pl.DataFrame(WHOM).write_parquet(path)
    assert main(["registry", "verdicts", str(path), "-o", str(tmp_path / "out.parquet")]) == 0
    assert "not in the table, so unknown: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ({"photophobia": [True, False], "laterality": ["bilateral", "left"]}, "column laterality: 'left' (person p2)"),
        ({"photofobia": [True, False]}, "column photofobia: no column is named so; did you mean photophobia"),
    ],
)
def test_a_failed_run_leaves_nothing_and_keeps_what_was_there(columns, said, tmp_path, capsys):
    path, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    pl.DataFrame(WHOM | columns).write_parquet(path)
    out.write_text("the run before")
    assert main(["registry", "verdicts", str(path), "-o", str(out)]) == 2
    assert said in capsys.readouterr().err
    assert out.read_text() == "the run before"
    assert _beside(out) == ["in.parquet"]


@pytest.mark.parametrize("content", [None, b"", b"person,headache\n"])
def test_what_is_no_parquet_file(content, tmp_path, capsys):
    path = tmp_path / "in.parquet"
    if content is not None:
        path.write_bytes(content)
    assert main(["registry", "verdicts", str(path), "-o", str(tmp_path / "out.parquet")]) == 2
    assert str(path) in capsys.readouterr().err


def test_no_such_rule(people, tmp_path, capsys):
    assert main(["registry", "verdicts", str(people), "-o", str(tmp_path / "out.parquet"), "--rule", "99.9"]) == 2
    assert "no rule is named '99.9'" in capsys.readouterr().err


def test_the_same_person_twice_is_refused(tmp_path, capsys):
    case = str(sorted(EXAMPLES.glob("*.yaml"))[0])
    assert main(["registry", "build", case, case, "-o", str(tmp_path / "people.parquet")]) == 2
    assert "stands in two cases" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_bad_case_file_leaves_nothing(tmp_path, capsys):
    bad = tmp_path / "bad.yaml"
    bad.write_text("concordant: 1\nperson: {id: x}\nheadaches:\n  - id: A\n    facts: {laterality: left}\n")
    assert main(["registry", "build", str(EXAMPLES), str(bad), "-o", str(tmp_path / "people.parquet")]) == 2
    assert "line 5" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [bad]


def test_the_schema_has_every_column_of_a_table(people, capsys):
    assert main(["registry", "schema", "--visits", "9", "--others", "3", "--injuries", "3"]) == 0
    columns = {one["column"]: one for one in json.loads(capsys.readouterr().out)}
    assert set(pl.read_parquet_schema(people)) <= set(columns)
    assert columns["laterality"]["words"] == ["left_always", "right_always", "one_sided_alternating", "bilateral"]
    assert columns["attack_duration_minutes.low"]["unit"] == "min"


def test_a_file_of_many_morsels_keeps_its_order(tmp_path):
    frame = pl.DataFrame({"person": range(400_000), "headache": ["A"] * 400_000}).with_columns(
        photophobia=pl.col("person") % 3 == 0
    )
    path, out = tmp_path / "in.parquet", tmp_path / "out.parquet"
    frame.write_parquet(path, row_group_size=50_000)
    told = []
    write_verdicts(path, out, list(BOOK)[-2:], told.append)
    assert sum(told) == frame.height
    assert len(told) > 1
    assert pl.read_parquet(out)["person"].equals(frame["person"])


def test_the_command_starts_without_polars():
    program = "import sys, concordant.cli; print('polars' in sys.modules, 'narwhals' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_table_of_no_cases_has_no_rows():
    assert table([]).height == 0
