"""Synthetic people with published distributions, for the demo clinic, tests and benchmarks.

Nobody here exists. Numbers stand beside their source; what has none says that it is an assumption of the demo.
All chance comes from a seed and all time is passed in: the same seed and day give the same people.
"""

from concordant.simulate.clinic import DemoPerson, demo_clinic
from concordant.simulate.population import large_population
from concordant.simulate.stages.first_days import FIRST_DAYS

__all__ = ["FIRST_DAYS", "DemoPerson", "demo_clinic", "large_population"]
