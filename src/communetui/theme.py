"""The one look: strong contrast, and nothing that only a colour tells.

The colours fall on distinct ones of the 16 of a console. The theme is never one of Textual's ANSI themes: with
NO_COLOR those are black on black, while this one turns grey.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

THEME: Final = Theme(
    name="commune",
    primary="#5fafff",
    secondary="#00afaf",
    accent="#ffd75f",
    warning="#ffd75f",
    error="#ff8787",
    success="#87d787",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1c1c5f",
    boost="#000000",
    dark=True,
    variables={
        "border": "#ffffff",
        "border-blurred": "#8a8a8a",
        "input-cursor-background": "#ffffff",
        "input-cursor-foreground": "#000000",
        "input-cursor-text-style": "none",
        "input-selection-background": "#5f5faf",
        "block-cursor-background": "#ffffff",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "none",
    },
)
