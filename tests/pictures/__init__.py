"""What a person sees on a phone: `python -m tests.pictures FOLDER` asks questions and draws what each platform is sent.

The JSON comes from the adapters' own translators. It is drawn by renderers written from what the platforms' apps show
(width 390, sizes as on a phone), close enough to judge length, order and line breaks, not to compare single dots. A
form that no renderer knows, or a field of a known form that it would leave out, is an error: nothing that is sent goes
unseen.
"""
