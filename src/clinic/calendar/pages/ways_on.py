"""What can be done next with a visit, and what of it is one press."""

from dataclasses import dataclass

from django.utils import timezone

from clinic import clock
from clinic.calendar.actions.status import NEXT, is_late
from clinic.calendar.models import BEFORE_ARRIVAL, ENDED, Appointment, Status


@dataclass(frozen=True)
class WaysOn:
    steps: tuple[Status, ...]
    """The first is the one that is nearest."""
    may_cancel: bool
    is_late: bool
    """A cancellation now would be late."""
    may_miss: bool
    corrections: tuple[Status, ...]
    """With a reason."""

    @property
    def step(self) -> Status | None:
        return self.steps[0] if self.steps else None


def ways_on(one: Appointment) -> WaysOn:
    now, status = clock.now(), Status(one.status)
    day_has_come = timezone.localdate(one.starts_at) <= timezone.localdate(now)
    steps = [step for step in NEXT.get(status, ()) if day_has_come or step in BEFORE_ARRIVAL]
    if day_has_come:
        # On the day itself the next thing that happens is that they come.
        steps.sort(key=lambda step: step in BEFORE_ARRIVAL)
    is_before = status in BEFORE_ARRIVAL
    return WaysOn(
        steps=tuple(steps),
        may_cancel=is_before,
        is_late=is_late(one),
        may_miss=is_before and one.starts_at <= now,
        corrections=tuple(each for each in Status if _corrects(each, status, steps, day_has_come=day_has_come)),
    )


def _corrects(to: Status, status: Status, steps: list[Status], *, day_has_come: bool) -> bool:
    """Whether it is offered as a correction: not what stands, and not what is a plain way on or out."""
    if to in (status, Status.LATE_CANCELLED, *steps) or (status in BEFORE_ARRIVAL and to in ENDED):
        return False
    return day_has_come or to in BEFORE_ARRIVAL or to == Status.CANCELLED
