"""The same criteria over a million people: tables of people, and the verdicts of every rule for every row.

A row is one headache of one person as of a day. :func:`schema.columns` says which columns it has, :func:`rows.rows`
makes rows of a case, :class:`verdicts.Verdicts` gives the verdicts of a table in memory and
:func:`streamed.write_verdicts` those of a file of any size. Polars is imported only where it is used.
"""
