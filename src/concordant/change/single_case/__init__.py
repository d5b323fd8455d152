"""A series of weeks before (A) and during treatment (B), where lower is better (retest 5).

Values are weekly headache days or weekly mean intensity. Weeks of one person resemble each other, which makes every
p-value too small: the index is reported, not the p.
"""
