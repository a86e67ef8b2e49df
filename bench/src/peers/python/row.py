"""What a peer says of a row that it has."""

from dataclasses import dataclass
from typing import Any, Callable


@dataclass
class Row:
    """run() is timed; read(result) gives its outputs by name as NumPy arrays, channels last."""

    run: Callable[[], Any]
    read: Callable[[Any], dict]
    note: str = ""
