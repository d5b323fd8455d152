"""Serve the clinic on this machine with gunicorn, started from code so that one command does it all."""

from typing import Any

from gunicorn.app.base import BaseApplication


class _Served(BaseApplication):
    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.settings.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        # Imported in the worker: after the static files were collected, which the storage looks for once.
        from clinic.wsgi import application

        return application


def serve(*, port: int, workers: int) -> None:
    """Serve until stopped, to this machine only; a real clinic puts a proxy with a certificate in front."""
    _Served(
        {
            "bind": f"127.0.0.1:{port}",
            "workers": workers,
            "threads": 4,
            "worker_class": "gthread",
            "loglevel": "warning",
        }
    ).run()
