"""The variance between trials, tau²: `closed` formulas, `roots` of the generalised Q, peaks of the `likelihood`."""
