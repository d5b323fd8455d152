"""The clinic's database as a problem of booking, and an answer back as hours of the clinic.

Days and minutes are those on the clocks of the clinic. The number of statements does not depend on how many rows are
read. Ids say what they are: ``c3`` a clinician, ``r3`` a room, ``p3`` a person, ``v3`` a prescribed visit, ``a3`` an
appointment.
"""
