"""Headache days in two windows (retest 2, 3): x of n answered days, at baseline (1) and at follow-up (2).

A day is yes or no, so its count is binomial, and days cluster, which a design effect allows for. The verdict is
`fall` and `category`; the exact tests stand beside it as checks and are for counts of attacks.
"""
