"""Sentences to check, with the verdict that the shipped base gives them, typed as people type.

`dev` is what the reader was built with, `aside` was written before it was read and is only measured.
"""
