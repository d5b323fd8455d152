"""Static files under names that carry a hash of their content, so that browsers keep them for good."""

from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedStaticFiles(CompressedManifestStaticFilesStorage):
    """Before `collectstatic` has run (tests, a fresh checkout) the plain names are used, and work as well."""

    def url(self, name: str, force: bool = False) -> str:
        if not self.hashed_files:
            return self._plain_url(name)
        return super().url(name, force)

    def _plain_url(self, name: str) -> str:
        return f"{self.base_url}{name}"

    hashed_files: dict[str, Any]
