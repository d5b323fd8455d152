"""The worked example of the first page: six visits after a crash, each with its fee and who pays it."""

import json
from pathlib import Path

from concordant.cli import main

CASE = Path(__file__).parents[2] / "examples" / "worked" / "after_a_crash.yaml"


def test_the_worked_example_is_paid_as_the_tables_say(capsys):
    assert main(["coverage", str(CASE), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["coverage"]
    left = {one: (row["used"], row["left"], row["until"]) for one, row in told["disciplines"].items()}
    # 25 and 12 less what was used here and elsewhere; the missed visit uses none up; 2 June + 84 days.
    assert left["physiotherapist"] == (5, 20, "2025-08-25")
    assert left["rmt"] == (2, 10, "2025-08-25")
    # The first massage for this crash is an initial one; physiotherapy began at the other clinic.
    assert [(one["date"], one["discipline"], one["fee"]) for one in told["visits"] if one["payable"]] == [
        ("2025-06-16", "physiotherapist", "95.00"),
        ("2025-06-23", "rmt", "128.00"),
        ("2025-06-23", "physiotherapist", "95.00"),
        ("2025-07-07", "rmt", "105.00"),
        ("2025-07-07", "physiotherapist", "95.00"),
    ]
    plans = [one for one in told["due"] if one["what"] == "treatment_plan"]
    assert [one["by"] for one in plans] == ["2025-08-11", "2025-08-11"]
