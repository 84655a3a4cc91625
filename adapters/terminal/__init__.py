"""The terminal: one question, many questions, a conversation, and the looks at the base."""
