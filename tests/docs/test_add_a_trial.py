"""The example of a trial's file on the how-to page is the one that is handed out."""

import re
from pathlib import Path

from concordant.evidence.living import EXAMPLE

PAGE = (Path(__file__).parents[2] / "docs/how-to/pool-trials.md").read_text("utf-8")


def test_the_example_is_that_of_the_package():
    assert re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL) == [EXAMPLE]
