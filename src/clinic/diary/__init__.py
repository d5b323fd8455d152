"""One day after the other: was there a headache, and how was it?"""
