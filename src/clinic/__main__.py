"""`python -m clinic <command>`: everything Django's manage.py can do, without a file to look for."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
    execute_from_command_line(["python -m clinic", *sys.argv[1:]])


if __name__ == "__main__":
    main()
