"""The terms on the how-to page are read as they stand there."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from concordant.coverage.terms_file import terms_of
from concordant.payers import Item

PAGE = (Path(__file__).parents[2] / "docs/how-to/what-a-payer-covers.md").read_text("utf-8")


def test_the_example_is_read():
    (text,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    found = terms_of(text)
    assert found.price("rmt", Item.STANDARD, 60, date(2025, 5, 1)) == Decimal("140.00")
    assert found.taxed("rmt", date(2025, 5, 1)) is True
    assert found.fees[0].source == "letter of ICBC, 2026-03-15"
