"""A rows file that somebody sends: read, computed with, and forgotten."""

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from clinic.evidence.asked import MOST_ROWS
from clinic.evidence.chosen import RATIOS, Trials
from concordant.evidence import Refused
from concordant.evidence.rows import Rows, rows_in

FARTHEST, FARTHEST_LOGARITHM = 1e6, 20.0
"""Effects further from 0 than this, and standard errors above it, no trial has: nothing could be drawn of them."""
LEAST_VARIANCE = 1e-12
MOST_BYTES = 200_000
"""Of a rows file; 200 trials take a tenth of it."""


def text_of(upload: UploadedFile | None, pasted: str) -> str:
    """What was sent. Raises Refused, with the field as its column, where nothing or too much came."""
    if upload is not None:
        if (upload.size or 0) > MOST_BYTES:
            raise Refused("the file is too large", column="file", value=upload.size, allowed=f"{MOST_BYTES} bytes")
        try:
            return upload.read().decode("utf-8-sig").replace("\x00", "")
        except UnicodeDecodeError as error:
            raise Refused("the file is not UTF-8 text", column="file") from error
    if not pasted.strip():
        raise Refused("choose a file, or paste its text", column="file")
    if len(pasted) > MOST_BYTES:
        raise Refused("the text is too long", value=len(pasted), allowed=f"{MOST_BYTES} characters")
    return pasted.lstrip("\ufeff").replace("\x00", "")


def trials_of(text: str, measure: str) -> Trials:
    """The trials of a rows file. Raises Refused with row and column for what cannot be right."""
    rows = rows_in(text, measure=measure)
    if len(rows) > MOST_ROWS:
        raise Refused("are too many rows for one picture", value=len(rows), allowed=f"{MOST_ROWS} at most")
    scale = next((cell for name in ("unit", "scale") for cell in rows.cells.get(name, ()) if cell), "")
    kept = [place for place in range(len(rows)) if rows.yi[place] == rows.yi[place]]
    left_out = [rows.labels[place] for place in range(len(rows)) if place not in kept]
    if not kept:
        raise Refused("no row gives an effect", column="yi")
    rows = rows.taken(kept)
    _refuse_beyond(rows, kept)
    cautions = (_("Left out, as they give no effect: %s.") % ", ".join(left_out),) if left_out else ()
    return Trials(rows.labels, rows.yi, rows.vi, rows.measure, scale, rows.says, cautions=cautions)


def _refuse_beyond(rows: Rows, kept: list[int]) -> None:
    farthest = FARTHEST_LOGARITHM if rows.measure in RATIOS else FARTHEST
    for place, effect, variance in zip(kept, rows.yi, rows.vi, strict=True):
        if abs(effect) > farthest:
            raise Refused(
                "is further from 0 than any trial finds", row=place + 1, column="yi", value=float(effect),
                allowed=f"{-farthest:g} to {farthest:g}",
            )  # fmt: skip
        if not LEAST_VARIANCE <= variance <= farthest**2:
            raise Refused(
                "is no variance that a trial has", row=place + 1, column="vi", value=float(variance),
                allowed=f"{LEAST_VARIANCE:g} to {farthest**2:g}",
            )  # fmt: skip
