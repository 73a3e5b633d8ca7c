"""The Toolkit page: skills for the moment and for every day."""
