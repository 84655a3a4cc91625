"""How the base grows: an article is taken in once, and what is proposed of it waits for a curator."""
