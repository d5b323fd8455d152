"""A made-up trial, as somebody would write it down."""

import copy

import yaml

TRIAL = {
    "trial_id": "example2027",
    "first_author": "Example",
    "year": 2027,
    "doi": "10.1234/example",
    "population": "chronic CGH",
    "intervention_class": "spinal manipulation",
    "control_class": "sham",
    "seen_in": "Table 2, page 7",
    "results": [
        {
            "outcome": "headache frequency",
            "scale": "days per 4 weeks",
            "time_weeks": 12,
            "better": "lower",
            "change_or_final": "final",
            "experimental": {"n": 40, "mean": 6.1, "sd": 4.0},
            "control": {"n": 41, "mean": 8.9, "sd": 4.4},
        }
    ],
}
ARMS_SE = (4.0**2 / 40 + 4.4**2 / 41) ** 0.5
"""Cochrane Handbook 6.5.2.2: SE of a difference of two means."""


def written(*, result=None, **changed):
    """The trial as YAML with something changed; None takes it out. ``result`` changes the first result."""
    trial = copy.deepcopy(TRIAL)
    for target, changes in ((trial, changed), (trial["results"][0], result or {})):
        for name, value in changes.items():
            if value is None:
                del target[name]
            else:
                target[name] = value
    return yaml.safe_dump(trial)
