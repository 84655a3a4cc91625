"""Readers of amounts and periods as German and English text prints them.

`amounts.read_amounts` and `periods.read_periods` are the two doors; everything else here is one small step of them.
They are pure: text in, values with their exact spans out. What is not certain is not read, since a figure that is
nearly right is wrong.

The tables are written by hand: CLDR (babel) knows the official names and signs, not the inflections, bounds and
ranges of prose. A test holds the tables to CLDR, so a name that CLDR knows is never missing.
"""
