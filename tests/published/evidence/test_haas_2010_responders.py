"""Haas et al. 2010 (10.1016/j.spinee.2009.09.002), Table 4: responders by 50%, printed as "events (percent)" without n.

In each arm and at each time one integer, and no other up to the 20 randomised, gives all three printed percentages.
"""

import re

import pytest

from concordant.evidence.library import Role, ValueKind, contrast_of, trials

COUNTS = list(trials(trial="haas2010", kind=ValueKind.COUNT))
PLACES = sorted({(row.arm, row.time_label) for row in COUNTS})


def printed(row):
    events, percent = re.search(r"printed (\d+) \((\d+)%\)", row.note).groups()
    return int(events), int(percent)


def test_all_of_the_table_is_here():
    assert len(COUNTS) == 36
    assert len(PLACES) == 12


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_the_one_integer(place):
    rows = [row for row in COUNTS if (row.arm, row.time_label) == place]
    assert len(rows) == 3
    fits = [n for n in range(2, 21) if all(e <= n and round(100 * e / n) == p for e, p in map(printed, rows))]
    assert fits == [rows[0].n]
    assert {row.n for row in rows} == set(fits)
    assert all(row.events == printed(row)[0] for row in rows)
    assert all(row.how_known == "read (events); n inferred" for row in rows)


@pytest.mark.parametrize("row", list(trials(trial="haas2010", kind=ValueKind.OR)), ids=lambda row: f"row {row.row}")
def test_an_odds_ratio_and_a_risk_difference_of_one_outcome_say_the_same(row):
    """10.1186/1746-1340-18-9, Tables 2 and 3: adjusted, from the same people, each on its own scale."""
    (difference,) = [
        each
        for each in trials(trial="haas2010", outcome=row.outcome, weeks=row.time_weeks, kind=ValueKind.RD)
        if each.role is Role.CONTRAST
    ]
    assert contrast_of(row).yi * contrast_of(difference).yi > 0
