"""Where the files of the web application lie."""

from pathlib import Path

HERE = Path(__file__).parent
