"""Digests on their way: each once, on time, whatever happens."""
