"""Reports: what goes in, the sums it takes, and the finished pages."""
