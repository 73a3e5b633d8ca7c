"""The windows: with app, the only package that knows Qt."""
