"""Statistics of change: has this person changed beyond chance, and does it matter (retest 1 to 6)?

Plain numbers and NumPy arrays go in and come out; nothing here knows of facts, records or people.
`scores` are questionnaires and tests, `days` headache days in two windows, `attacks` counts that can exceed one a
day, `single_case` a series of weeks, `relapse` the watch after discharge, `natural_course` what people gain anyway.

Whether treatment caused a change no function here can say: that needs a control group (retest, third question).
"""
