"""Compare with reference numbers: every value is counted, and what does not agree has to be listed with its reason."""

import math

import numpy as np

from tests.evidence.disagreements import COMPARED
from tests.evidence.references import FOLDER, columns, expected, rows

CLOSED, ITERATIVE, THREE_LEVEL = 1e-8, 1e-6, 1e-5
TOLERANCE = dict.fromkeys(("FE", "DL", "HE", "HS", "SJ"), CLOSED) | dict.fromkeys(("REML", "ML", "PM", "EB"), ITERATIVE)


def column(name, key):
    """One column as numbers."""
    return columns(name, key)[0]


def pooled_sets(key="models"):
    """The data sets with generic effects whose expected numbers have this part."""
    names = sorted(path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.expected.json"))
    return [name for name in names if key in expected(name) and "yi" in rows(name)[0]]


class Agreement:
    """Counts what is compared and remembers what differs."""

    def __init__(self):
        self.compared, self.differs = 0, {}

    def check(self, where, found, wanted, tolerance=ITERATIVE):
        """One value or several; None stands for a number that is not defined."""
        if isinstance(wanted, list):
            found = list(np.atleast_1d(found))
            assert len(found) == len(wanted), where
            for place, (one, other) in enumerate(zip(found, wanted, strict=True)):
                self.check((*where, place), one, other, tolerance)
            return
        self.compared += 1
        found = np.asarray(found).item()
        if wanted is None:
            agrees = not math.isfinite(found)
        else:
            agrees = abs(found - wanted) <= tolerance * abs(wanted)
        if not agrees:
            self.differs[" ".join(map(str, where))] = (found, wanted)

    def settle(self, what, disagreements=None, share=1):
        """All of it was compared (of several runs a share), and exactly the listed values differ, as listed."""
        listed = {} if disagreements is None else disagreements
        unlisted = {where: values for where, values in self.differs.items() if where not in listed}
        assert not unlisted, unlisted
        assert listed.keys() == self.differs.keys(), "listed, but agrees"
        for where, (found, wanted) in self.differs.items():
            reason = listed[where]
            assert abs(found - wanted) <= reason.within * (abs(wanted) if reason.relative else 1), where
        assert self.compared * share == COMPARED[what], self.compared
