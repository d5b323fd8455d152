"""Watching for relapse after discharge: cumulative sums (retest 6; Page 1954, doi:10.1093/biomet/41.1-2.100).

An alarm asks for a check-in. It is not a diagnosis.
"""
