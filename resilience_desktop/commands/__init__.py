"""What the command line can do: a subject in each file, and what they all ask for in ``asking``."""
