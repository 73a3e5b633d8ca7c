"""Values to paper: plain data goes to a fixed Typst template and comes back as PDF or pictures.

A person's words travel as JSON data and are never markup. Nothing is read from or written to disk
but the app's own templates and fonts, and no package is ever looked up.
"""
