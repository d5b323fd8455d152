"""Pages as Lighthouse's throttled phone meets them, in Debian's chromium: five runs each, the median.

Needs node, npm and chromium. Lighthouse is installed beside its lock on the first run, as npm has it.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from clinic_under_test import HERE, served
from timing import say

LIGHTHOUSE = HERE / "lighthouse"
PORT = 8767
RUNS = int(os.environ.get("CONCORDANT_LIGHTHOUSE_RUNS", "5"))
CATEGORIES = ("performance", "accessibility", "best-practices")
AUDITS = {
    "lcp_ms": "largest-contentful-paint",
    "fcp_ms": "first-contentful-paint",
    "tti_ms": "interactive",
    "tbt_ms": "total-blocking-time",
    "cls": "cumulative-layout-shift",
    "bytes": "total-byte-weight",
}
FLAGS = "--headless=new --no-sandbox --disable-dev-shm-usage"


@dataclass(frozen=True)
class Page:
    """A page, and who looks at it; nobody signed in where there is no name."""

    name: str
    path: str
    user: str = ""


PAGES = (
    Page("self-check", "/self-check/"),
    Page("sign in", "/sign-in/"),
    Page("when to get help", "/help-at-once/"),
    Page("today", "/today/"),
    Page("my progress", "/my-chart/", "patient"),
    Page("my exercises", "/exercises/", "patient"),
    Page("my plan", "/mine/plan/", "patient"),
    Page("intake", "/intake/", "patient"),
    Page("person page", "/people/{person}/", "physio"),
)


def fill() -> dict[str, Any]:
    """The demo clinic on the database of this environment; who is signed in, and whose chart is opened."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    django.setup()
    from clinic_under_test import signed_in
    from django.core.management import call_command

    from clinic.accounts.models import User
    from clinic.chart.models import Person
    from clinic.demo.loading import load

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    load(lambda line: None)
    users = {user.username: user for user in User.objects.filter(username__in=["patient", "physio"])}
    person = Person.objects.get(user=users["patient"])
    return {"person": person.pk, "sessions": {name: signed_in(user) for name, user in users.items()}}


@contextmanager
def a_clinic() -> Iterator[dict[str, Any]]:
    """Served until the block ends."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {"CONCORDANT_DATA_DIR": folder}
        command = [sys.executable, __file__, "fill"]
        filled = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        with served(environment, PORT):
            yield json.loads(filled.stdout.splitlines()[-1])


def looked_at(page: Page, filled: Mapping[str, Any]) -> dict[str, float]:
    """One run of Lighthouse."""
    url = f"http://127.0.0.1:{PORT}" + page.path.format(person=filled["person"])
    command = ["node", str(LIGHTHOUSE / "node_modules/lighthouse/cli/index.js"), url, "--quiet", "--output=json"]
    command += [f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={FLAGS}"]
    if page.user:
        command.append("--extra-headers=" + json.dumps({"Cookie": f"sessionid={filled['sessions'][page.user]}"}))
    environment = os.environ | {"CHROME_PATH": shutil.which("chromium") or ""}
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, cwd=LIGHTHOUSE)
    if ran.returncode:
        raise RuntimeError(ran.stderr[-2000:])
    report = json.loads(ran.stdout)
    found = {name.replace("-", "_"): round(100 * report["categories"][name]["score"]) for name in CATEGORIES}
    found |= {name: round(report["audits"][audit]["numericValue"], 3) for name, audit in AUDITS.items()}
    below = [one["id"] for one in report["audits"].values() if one["score"] is not None and one["score"] < 0.9]
    print(f"{page.name}: below 0.9: {', '.join(below) or 'nothing'}", file=sys.stderr)
    return found


def main() -> None:
    """Every page, or those whose names are given."""
    if not (shutil.which("npm") and shutil.which("chromium")):
        print("bench_lighthouse: left out, it needs npm and chromium", file=sys.stderr)
        return
    if not (LIGHTHOUSE / "node_modules").exists():
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], check=True, cwd=LIGHTHOUSE)
    asked = set(sys.argv[1:])
    with a_clinic() as filled:
        for page in PAGES:
            if not asked or page.name in asked:
                runs = [looked_at(page, filled) for _ in range(RUNS)]
                medians = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
                say(f"lighthouse: {page.name}", runs=RUNS, preset="mobile, simulated slow 4G", **medians)


if __name__ == "__main__":
    if sys.argv[1:] == ["fill"]:
        print(json.dumps(fill()))
    else:
        main()
