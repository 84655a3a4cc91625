"""Digests: from what is news in the base to what a channel is told of it.

`stories` tells each figure once, however many articles print it; `changes` sets it against what was known before;
`content` chooses, `wording` words. All of it is pure: the same window of changes gives the same digest in any process.
"""
