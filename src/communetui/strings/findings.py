"""What the rules point out, in words. `{name}` is filled from the finding's facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.finding import FindingCode
from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.finding import Finding

FINDINGS: Final[Mapping[FindingCode, Words[str]]] = {
    FindingCode.ID_NUMBER_PLACE_UNKNOWN: Words(
        "Ba số đầu {place} của số định danh không phải mã tỉnh nào. Hãy đối chiếu với thẻ căn cước.",
        "The first three digits {place} of the ID number are no province. Compare with the ID card.",
    ),
    FindingCode.ID_NUMBER_SEX_DIFFERS: Words(
        "Giới tính không khớp với số định danh. Hãy đối chiếu với thẻ căn cước.",
        "The sex does not fit the ID number. Compare with the ID card.",
    ),
    FindingCode.ID_NUMBER_YEAR_DIFFERS: Words(
        "Số định danh ứng với năm sinh {number_year}, năm đã nhập là {year}. Hãy đối chiếu với thẻ căn cước.",
        "The ID number stands for the year of birth {number_year}, entered was {year}. Compare with the ID card.",
    ),
    FindingCode.ID_NUMBER_YEAR_UNLIKELY: Words(
        "Số định danh ứng với năm sinh {number_year}. Hãy kiểm tra lại chữ số thứ tư.",
        "The ID number stands for the year of birth {number_year}. Check the fourth digit.",
    ),
}
"""One text per `FindingCode`; a test holds the two together."""


def finding_text(finding: Finding) -> str:
    """The finding in the language of now."""
    return FINDINGS[finding.code]().format_map(finding.facts)
