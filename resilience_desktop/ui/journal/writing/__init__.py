"""Writing a note: the field, what it begins with, its pictures, and the page with nothing else."""
