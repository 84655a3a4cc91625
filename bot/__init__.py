"""How a question becomes an answer: read, compose, word. Pure and synchronous, free of any platform."""
