"""Reusable parts that know no journal: scales, chips, fields, labels.

What they all have in common: ``look`` comes first; ``name`` becomes the object name, parts inside
are named ``<name>.<part>``; ``set_...`` is silent, a signal means that the person did something.
"""
