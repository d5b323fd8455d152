"""What an address may hold as the key of a row."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class KeyConverter(IntConverter):
    """A number that a key can be. Longer ones are nobody's, and no database has to see them."""

    regex = "[0-9]{1,18}"


register_converter(KeyConverter, "key")
