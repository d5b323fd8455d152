"""What patients read while getting in can be read after seven years of school."""

import re

from tests.clinic.access.test_french import catalogue
from tests.support.flesch_kincaid import grade

OF_STAFF = ("Sees their own chart", "No account yet", "asked for", "invited to", "withdrew", "took up", "changed the")
SEVENTH = 7.0


def test_seventh_grade() -> None:
    sentences = [one for one in catalogue() if len(one.split()) > 5 and not one.startswith(OF_STAFF)]
    assert len(sentences) > 50
    too_hard = {}
    for one in sentences:
        read = re.sub(r"<[^>]*>|%\(\w+\)s", "it", one)
        if (measured := grade(read if read[-1] in ".?!" else read + ".")) > SEVENTH:
            too_hard[one] = round(measured, 1)
    assert too_hard == {}
