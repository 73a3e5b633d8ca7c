"""Sums over what was written: plain numbers, no words for them and no pictures."""
