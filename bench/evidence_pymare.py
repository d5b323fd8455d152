"""Fits by PyMARE in its own Python: `python evidence_pymare.py FILE.npz` prints one line of JSON for each group.

Arrays are named NAME__yi and NAME__vi, shape (sets, k). Single fits are timed one set after the other, all others in
PyMARE's one vectorised call, with its defaults; the numbers are of its search carried to 1e-13. Each time includes
standard errors, intervals and p, which our call gives as well.
"""

import json
import sys
import time
from importlib.metadata import version

import numpy as np
from pymare.estimators import DerSimonianLaird, VarianceBasedLikelihoodEstimator

REPEATS = 5


def fitted(estimator, yi, vi):
    """All that a fit gives, data sets as columns."""
    estimator.fit(yi, vi, np.ones((len(yi), 1)))
    results = estimator.summary()
    return results.get_fe_stats(), np.ravel(results.tau2)


def best(work):
    """The quickest of several repeats, in seconds, and what came out."""
    found, times = work(), []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times), found


def main():
    """One line for each."""
    arrays = np.load(sys.argv[1])
    for name in sorted({key.rsplit("__", 1)[0] for key in arrays.files}):
        yi, vi = (np.ascontiguousarray(arrays[f"{name}__{which}"].T) for which in ("yi", "vi"))
        model = DerSimonianLaird() if name.endswith("DL") else VarianceBasedLikelihoodEstimator(method="REML")
        columns = [(yi[:, [place]].copy(), vi[:, [place]].copy()) for place in range(yi.shape[1])]
        if name.startswith("single"):
            seconds, _ = best(lambda: [fitted(model, *one) for one in columns])  # noqa: B023 - called at once
            seconds /= len(columns)
        else:
            seconds, _ = best(lambda: fitted(model, yi, vi))  # noqa: B023 - called at once
        if not name.endswith("DL"):
            model = VarianceBasedLikelihoodEstimator(method="REML", xtol=1e-13)
        said, tau2 = fitted(model, yi, vi)
        said = {field: np.ravel(said[key]).tolist() for field, key in (("estimate", "est"), ("se", "se"))}
        print(json.dumps({"name": name, "seconds": seconds, **said, "tau2": tau2.tolist()}))
    print(json.dumps({"name": "version", "pymare": version("pymare")}))


if __name__ == "__main__":
    main()
