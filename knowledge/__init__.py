"""What is known and who said it: articles, claims, vocabulary, the readers and the store.

Nothing here knows of questions or of chat platforms; the arrow points `adapters > bot > knowledge`.
"""
