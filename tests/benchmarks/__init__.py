"""How fast it is, beside what it stands on.

`uv run --group peers python -m tests.benchmarks` prints all figures, a name behind it chooses one.
Ratios to a peer that runs in the same process or in turns with it say more than seconds, so those are printed first;
no test asserts a time.
"""
