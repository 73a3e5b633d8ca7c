"""What a person can do with a journal, one verb each; no windows and no SQL."""
