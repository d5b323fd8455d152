from datetime import UTC, datetime

import pytest

from clinic import clock

PAST = datetime(2025, 3, 1, 9, tzinfo=UTC)


def test_time_stands_where_it_was_put_and_goes_on_afterwards() -> None:
    with clock.set_to(PAST):
        assert clock.now() == PAST
    assert clock.now() > PAST


def test_a_moment_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"), clock.set_to(PAST.replace(tzinfo=None)):
        pass
