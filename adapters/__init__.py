"""Where text comes from and where replies go. Adapters decorate; they decide nothing about spending.

They do not import each other; `adapters.command_line` alone knows them all.
"""
