"""Writes requirements/*.txt: every version pinned with its hashes, for each Python and system at once."""

import subprocess
import sys

RUN, DEV, SPARK = "requirements/run.txt", "requirements/dev.txt", "requirements/spark.txt"


def compile_lock(output: str, *options: str) -> None:
    """Resolve what pyproject.toml asks for into one file."""
    # The settings that both share stand in pyproject.toml under [tool.uv.pip].
    command = [
        "uv",
        "pip",
        "compile",
        "--quiet",
        "pyproject.toml",
        "--group",
        "build",
        "--output-file",
        output,
    ]
    subprocess.run([sys.executable, "-m", *command, *options, *sys.argv[1:]], check=True)
    print(f"wrote {output}")


compile_lock(RUN)
# Held to the first, so that what is tested is what is run.
compile_lock(DEV, "--group", "dev", "--constraints", RUN)
# Spark comes as a source package only; what it needs beside itself is one small wheel.
compile_lock(SPARK, "--group", "spark", "--no-binary", "pyspark", "--constraints", DEV)
