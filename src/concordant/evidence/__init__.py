"""Evidence: effect sizes, pooling, and the trials and reviews behind what the clinic advises.

Plain functions on NumPy arrays and small frozen dataclasses; no record of a person comes in here. Arrays have the shape
``(..., k)``: many data sets of k trials each, NaN where a data set has no trial.
"""

from concordant.evidence.refused import Refused

__all__ = ["Refused"]
