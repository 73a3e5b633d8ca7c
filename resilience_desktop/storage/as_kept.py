"""Making values of what is read from the file, as fast as Python can."""

from __future__ import annotations

from dataclasses import fields, make_dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


@cache
def as_kept(kind: type[Any]) -> Callable[..., Any]:
    """Return what makes a value of a frozen class from all of its fields, in their order.

    It was checked when it was written, and the file holds each number to its bounds, so it is not
    checked again. Setting the fields of a frozen value is a call each, which takes most of the time
    of reading many: these are set while the value is still of an open class of the same shape.
    """
    names = [field.name for field in fields(kind)]
    still_open: Any = make_dataclass(kind.__name__, names, repr=False, eq=False, slots=True)

    def make(*values: object) -> Any:
        made = still_open(*values)
        made.__class__ = kind
        return made

    return make
