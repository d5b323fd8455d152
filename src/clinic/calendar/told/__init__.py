"""A visit keeps the hour on the clocks that people were told, also where a law changes what the clocks say."""
