"""What the rules point out, in words. `{name}` is filled from the finding's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.finding import FindingCode
from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.finding import Finding

FINDINGS: Final[Mapping[FindingCode, Words[str]]] = {
    FindingCode.ID_NUMBER_SEX_DIFFERS: Words(
        "Giới tính không khớp với số định danh. Hãy đối chiếu với thẻ căn cước.",
        "The sex does not fit the ID number. Compare with the ID card.",
    ),
}
"""One text per `FindingCode`; a test holds the two together."""


def finding_text(finding: Finding) -> str:
    """The finding in the language of now."""
    return FINDINGS[finding.code]().format_map(finding.facts)
