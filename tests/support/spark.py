"""One Spark in this process for all tests that ask for it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A Spark session on one core. Without Java or PySpark the test is left out, and says why."""
    sql = pytest.importorskip("pyspark.sql", reason="PySpark is not installed: make .venv/.spark installs it")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not on PATH")
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        # The rows are few and the rules many: compiling them would take longer than running them.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    }
    builder = sql.SparkSession.builder.master("local[1]").appName("concordant tests")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()
