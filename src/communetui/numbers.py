"""Numbers as people read them: `1.234`, `81,3 %` in Vietnamese; `1.234`, `81.3%` in English."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from communetui.strings.language import Language, language


def count_text(number: int) -> str:
    """A count with its thousands apart."""
    return f"{number:,}".replace(",", ".")


def share_text(share: float, decimals: int = 1) -> str:
    """A share between 0 and 1 as a percentage, rounded half up: 113 of 139 is 81,3 %."""
    # By its shortest decimal text: 0.0625 is 6.25 % and becomes 6.3, not what the binary fraction next to it would.
    told = rounded(Decimal(repr(share)) * 100, decimals)
    return f"{told} %".replace(".", ",") if language() is Language.VI else f"{told}%"


def decimal_text(number: float, decimals: int = 2) -> str:
    """A number with decimals, rounded half up: points, days."""
    told = str(rounded(Decimal(repr(number)), decimals))
    return told.replace(".", ",") if language() is Language.VI else told


def rounded(number: Decimal, decimals: int) -> Decimal:
    """A number rounded half up, as people do."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
