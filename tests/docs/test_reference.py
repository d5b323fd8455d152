"""What the documentation prints from the code is what the code says now, and its links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_generated_pages_are_not_stale():
    done = subprocess.run(
        [sys.executable, "docs/generate.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    inside = [link for link in links if "://" not in link]
    assert [link for link in inside if not (page.parent / link).exists()] == []


def test_every_fact_stands_in_the_reference():
    from concordant.facts import DICTIONARY

    page = (ROOT / "docs/reference/facts.md").read_text("utf-8")
    assert [name for name in DICTIONARY if f"| `{name}` |" not in page] == []


def test_every_command_is_documented():
    from concordant.cli import _parser

    documented = "".join(page.read_text("utf-8") for page in (ROOT / "docs/how-to").glob("*.md"))
    names = re.findall(r"^ {4}(\w+) ", _parser().format_help(), re.M)
    assert names
    assert [name for name in names if f"concordant {name}" not in documented] == []


def test_the_example_of_the_case_file_reads_and_is_assessed():
    from concordant.assessment import assess
    from concordant.measures import MEASURES
    from concordant.record.read import read_text

    page = (ROOT / "docs/case_file.md").read_text("utf-8")
    case = read_text(page.split("```yaml\n")[1].split("```")[0])
    for one in (one for visit in case.visits for one in visit.findings if one.fact in MEASURES):
        assert {one.instrument, one.position} <= {"", *MEASURES[one.fact].instruments, *MEASURES[one.fact].positions}
    letters = assess(case, case.last_day()).diagnosis("11.2.1", "A").criteria
    assert (letters["A"].value, letters["C1"].value) == ("met", "met")
