"""Evidence that recomputes itself: effect sizes, pooled results and what they rest on.

Plain numbers and NumPy arrays go in, arrays and small frozen dataclasses come out. Nothing here knows of a person's
record. `pooling` is the intercept-only model over one or thousands of data sets, `regression` any design matrix,
subgroups and effects nested in studies, `sensitivity` what one trial changes, `small_study` what the funnel shows.
"""
