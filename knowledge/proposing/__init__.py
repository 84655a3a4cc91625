"""Claims proposed from an article: read sentence by sentence, proved like any other claim, kept for a curator.

`port` says what a proposer is, `proposer` is the one that reads with the base's own readers and vocabulary; whatever
proposes, `proof` alone decides what may be kept.
"""
