"""A PDF for someone the person trusts."""
