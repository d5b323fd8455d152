"""Evidence that recomputes itself: trials, their effects, what they say together, and what the clinic advises on them.

Plain numbers and NumPy arrays go in, arrays and small frozen dataclasses come out; no record of a person comes in here.
Arrays have the shape ``(..., k)``: many data sets of k trials each, NaN where a data set has no trial.

From a trial's report to a claim: `rows` reads a table of trials and refuses what cannot be right, `conversions` and
`effects` turn what a paper prints into an effect and its variance, `pooling` (intercept only, thousands of data sets in
one call) and `regression` (any design matrix, subgroups, effects nested in studies) say what the trials say together,
`bayes` says it with a stated prior, `sensitivity` what one trial changes, `small_study` what the funnel shows, `forest`
draws it. `library` is the reviewed data, `living` adds a trial to it and says what moves, `command` is
the command line.
"""

from concordant.evidence.refused import Refused

__all__ = ["Refused"]
