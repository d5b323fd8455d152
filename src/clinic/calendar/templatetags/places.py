"""Places on the board as names of styles: no page carries a style of its own."""

from django import template

register = template.Library()
TENS = 10


@register.filter
def place(number: int, letter: str) -> str:
    """``24|place:"r"`` is "rt2 r4": the tens and the ones of a row (``r``) or of how many rows (``s``)."""
    tens, ones = divmod(number, TENS)
    return f"{letter}t{tens} {letter}{ones}" if tens else f"{letter}{ones}"
