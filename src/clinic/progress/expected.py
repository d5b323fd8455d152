"""The published course behind the person's own curve, in a picture, in words and as a table, with its limits."""

from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from clinic.person.look import Look
from clinic.person.told import questions
from clinic.person.where_asked import Question
from concordant.progress import NO_CAUSE, Driver
from concordant.progress.expected_course import (
    LIMITS,
    NO_FORECAST,
    REVIEW_ONLY,
    ChartData,
    OwnCourse,
    chart_data,
    own_course,
)
from concordant.progress.expected_course.published import ratios
from concordant.progress.expected_course.scatter import scatter
from concordant.progress.expected_course.svg import svg
from concordant.progress.expected_course.text import BANDS, HEADER, brief, points_are, table, title


@dataclass(frozen=True)
class Judged:
    """The newest published week that is over."""

    week: int
    band: str
    ratio: str
    interval: str
    """How far chance alone may move the ratio; empty where it cannot be told."""
    robust: bool


@dataclass(frozen=True)
class Beside:
    """One line beside the course, and where to ask what is not known."""

    says: str
    ask: tuple[Question, ...]


@dataclass(frozen=True)
class Expected:
    """All of the section."""

    start: date | None
    """None without a diary or a day on which treatment began: then there is no picture."""
    picture: SafeString
    title: str
    points_are: str
    """What one circle of the picture stands for."""
    problem: str
    """Why no limits are drawn."""
    judged: Judged | None
    header: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    sources: tuple[str, ...]
    limits: tuple[str, ...]
    no_forecast: str
    review_only: str
    beside: tuple[Beside, ...]
    no_cause: str


def expected_of(look: Look) -> Expected:
    course = own_course(look.record)
    data = chart_data(course) if course else None
    return Expected(
        start=course.start if course else None,
        picture=_picture(data) if data else SafeString(""),
        title=title(data) if data else "",
        points_are=points_are(data) if data else "",
        problem=data.problem if data else "",
        judged=_judged(look, course) if course else None,
        header=HEADER,
        table=table(data) if data else (),
        sources=tuple(map(str, ratios())),
        limits=LIMITS,
        no_forecast=NO_FORECAST,
        review_only=REVIEW_ONLY,
        beside=tuple(_beside(one, look) for one in look.assessment.progress.drivers),
        no_cause=NO_CAUSE,
    )


def _picture(data: ChartData) -> SafeString:
    # Drawn from numbers and dates alone; its words are escaped where it is made.
    return mark_safe(svg(data, name="course", title=title(data), description=brief(data)))  # noqa: S308


def _judged(look: Look, course: OwnCourse) -> Judged | None:
    newest = next((one for one in reversed(course.points) if one.word and one.ratio is not None), None)
    if newest is None or newest.limits is None or newest.ratio is None:
        return None
    chance = scatter(look.record.diary, newest)
    interval = ""
    if chance is not None:
        interval = f"{chance.low:.2f} – {chance.high:.2f}" if chance.high is not None else f"{chance.low:.2f} – …"
    return Judged(newest.limits.week, BANDS[newest.word or ""], f"{newest.ratio:.2f}", interval, bool(newest.robust))


def _beside(one: Driver, look: Look) -> Beside:
    return Beside(one.says, () if one.known else questions(one.facts, look))
