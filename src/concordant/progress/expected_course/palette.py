"""Colours of the charts: one palette for a light page, a dark page and paper.

Each has a contrast of at least 3:1 with white and with the dark surface of the pages (WCAG 2.2, 1.4.11). Words and axes
take the colour of the text around them. Nothing is told by colour alone: limits differ by dash, weeks by filled and
hollow circle, events by letter.
"""

TEXT = "currentColor"
OWN = "#2a86b8"
"""The person's own days."""
LIMIT = "#a3722a"
"""The published limits."""

SURFACES = ("#ffffff", "#fbfaf8", "#1d2428", "#14191c")
"""What the charts are laid on: the light and the dark pages."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours written as #rrggbb, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
