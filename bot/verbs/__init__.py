"""Verbs: what the bot does besides answering questions, told by the first word and alike at every door.

`grammar` reads the words, `commands` what they name, `lists` and `settings` say what comes of it.
"""
