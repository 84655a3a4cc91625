"""Digests: when they are due, what they say, and that each goes out once."""
