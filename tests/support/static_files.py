"""What the static files are is found out once in a process, not anew for every test client.

Each client has a chain of middleware of its own, and WhiteNoise goes through all files when it is made: more time than
most requests take. A server is made once, so nothing of the kind is slow there.
"""

from typing import Any

from whitenoise.middleware import WhiteNoiseMiddleware

_go_through = WhiteNoiseMiddleware.add_files_from_finders
_found: dict[tuple[str, str | None], dict[str, Any]] = {}


def _once(middleware: Any) -> None:
    where = (middleware.static_prefix, str(middleware.static_root))
    if where not in _found:
        _go_through(middleware)
        _found[where] = dict(middleware.files)
    middleware.files.update(_found[where])


WhiteNoiseMiddleware.add_files_from_finders = _once
