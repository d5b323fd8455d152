"""Concordant: the care library for people whose headache may come from the neck.

Pure Python, no web framework, no clock and no network. Data flows one way:
facts -> criteria -> record -> safety and diagnosis -> assessment -> report and command line.
"""

__version__ = "0.1.0"
