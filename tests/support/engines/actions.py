"""What a hand does, in the words that WebDriver and WebDriver BiDi share."""

from __future__ import annotations

from typing import Any

CODES = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Shift": "\ue008",
    "Control": "\ue009",
    "Escape": "\ue00c",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}


def pressed(x: int, y: int) -> list[dict[str, Any]]:
    """Return the mouse going to a place and pressing there."""
    moves = [
        {"type": "pointerMove", "x": x, "y": y, "origin": "viewport"},
        {"type": "pointerDown", "button": 0},
        {"type": "pointerUp", "button": 0},
    ]
    return [{"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": moves}]


def struck(keys: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return keys going down in order, and up again. Raises KeyError for the name of no key."""
    codes = [key if len(key) == 1 else CODES[key] for key in keys]
    down = [{"type": "keyDown", "value": code} for code in codes]
    up = [{"type": "keyUp", "value": code} for code in reversed(codes)]
    return [{"type": "key", "id": "keyboard", "actions": [*down, *up]}]
