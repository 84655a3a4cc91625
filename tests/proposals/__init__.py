"""Short articles written for these tests, with every figure in them that a curator would want; invented.

`dev` is what the proposer was built with, `aside` was written at the same time and is only measured; `phrases.yaml` has
single phrases of business news, as of one day. One figure a line:

    words | amount | subject | metric | measure | period | status

`words` stand in the text, the amount is "low-high unit bound", a subject that the vocabulary lacks is "-", and so is a
period that the text does not give. A period is a label, or "first..last" where no label tells it.
"""
