"""The form of a course of care."""

from typing import Any

from clinic.forms.controls import Data
from clinic.forms.form import FactForm, Headaches
from clinic.forms.fragment import Written
from clinic.history.layout import of_episode


class EpisodeForm(FactForm):
    """A payer is stated whole: what is not said anew stays as it was."""

    def __init__(self, data: Data, headaches: Headaches) -> None:
        super().__init__(of_episode(), data, headaches)
        self.payer: dict[str, Any] = {}

    def written(self) -> Written:
        written = super().written()
        episode = written.content.get("episode", {})
        if "payer" in episode:
            episode["payer"] = {**self.payer, **episode["payer"]}
            written.places.setdefault("episode.payer", "payer_kind")
        return written
