"""Getting ready for a session, and what came of it."""
