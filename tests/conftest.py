"""What holds for every test."""

import os

import hypothesis
import pytest
from django.test import TransactionTestCase

pytest_plugins = [
    "pytester",
    "tests.support.network",
    "tests.support.browser",
    "tests.support.spark",
    "tests.support.static_files",
    "tests.clinic.emptying",
]

# CI tries the same examples every time, so that a red run is about the change, and half as many, for its fifteen
# minutes; at a desk they differ.
hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True, max_examples=40)
hypothesis.settings.register_profile("desk", deadline=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "desk")

DATABASE_FIXTURES = {"db", "transactional_db", "django_db_reset_sequences", "live_server"}


def pytest_report_header() -> str:
    return f"database: {os.environ.get('CONCORDANT_TEST_DATABASE', 'sqlite')}"


@pytest.hookimpl(tryfirst=True)  # before -m chooses among the marks
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark tests by what they use, so that nobody has to remember to."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        case = getattr(item, "cls", None)
        if (
            fixtures & DATABASE_FIXTURES
            or item.get_closest_marker("django_db")
            or (case and issubclass(case, TransactionTestCase))
        ):
            item.add_marker("database")
        if "browser" in fixtures:
            item.add_marker("browser")

    if os.environ.get("CONCORDANT_TEST_DATABASE") != "postgres":
        out = [item for item in items if item.get_closest_marker("postgres")]
        items[:] = [item for item in items if item not in out]
        config.hook.pytest_deselected(items=out)
