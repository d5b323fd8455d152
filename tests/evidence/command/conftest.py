"""``concordant evidence`` in this process."""

import pytest

from concordant.cli import main


@pytest.fixture
def ask(capsys):
    def run(*words):
        status = main(["evidence", *map(str, words)])
        out, err = capsys.readouterr()
        return status, out, err

    return run
