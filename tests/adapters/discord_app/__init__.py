"""Tests of the Discord adapter.

The library still imports `audioop`, of whose end Python 3.11 and 3.12 warn; the first import is here, and it alone is
forgiven.
"""

import warnings

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", "'audioop' is deprecated", DeprecationWarning)
    import discord  # noqa: F401 - imported for its effect
