"""The records, in memory and on both engines."""
