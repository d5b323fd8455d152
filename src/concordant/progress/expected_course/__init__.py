"""The published course behind a person's own curve: limits at a few weeks, factors, chart, calendar.

From prognosis 1, 4, 5 and 8; no forecast is made, and `NO_FORECAST` says why.
The band itself is the computed fact ``trajectory_band``.
"""

from concordant.progress.expected_course.calendar import Calendar, calendar
from concordant.progress.expected_course.chart_data import ChartData, chart_data
from concordant.progress.expected_course.factors import FACTORS, FactorReading, read_factors
from concordant.progress.expected_course.limits import BEFOREHAND, LIMITS, NO_FORECAST, REVIEW_ONLY
from concordant.progress.expected_course.own_course import OwnCourse, own_course

__all__ = [
    "BEFOREHAND",
    "FACTORS",
    "LIMITS",
    "NO_FORECAST",
    "REVIEW_ONLY",
    "Calendar",
    "ChartData",
    "FactorReading",
    "OwnCourse",
    "calendar",
    "chart_data",
    "own_course",
    "read_factors",
]
