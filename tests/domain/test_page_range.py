"""Pages as an officer types them."""

from __future__ import annotations

import pytest

from communedb.domain.page_range import pages_of
from communedb.domain.refusal import Reason, Refused

GOOD = [
    ("", (1, 2, 3, 4, 5, 6)),
    ("1-3,5", (1, 2, 3, 5)),
    (" 5 , 1 - 2 ", (5, 1, 2)),
    ("4-", (4, 5, 6)),
    ("6-", (6,)),
    ("2;3", (2, 3)),
    ("3-3", (3,)),
]
BAD = [
    ("0", Reason.PAGES_NOT_THERE),
    ("7", Reason.PAGES_NOT_THERE),
    ("5-9", Reason.PAGES_NOT_THERE),
    ("7-", Reason.PAGES_NOT_THERE),
    ("3-1", Reason.PAGES_UNREADABLE),
    ("1-3,2", Reason.PAGES_UNREADABLE),
    ("-3", Reason.PAGES_UNREADABLE),
    ("1,,2", Reason.PAGES_UNREADABLE),
    ("một", Reason.PAGES_UNREADABLE),
    ("１", Reason.PAGES_UNREADABLE),
    ("1-99999999999", Reason.PAGES_UNREADABLE),
]


@pytest.mark.parametrize(("typed", "pages"), GOOD)
def test_pages_are_those_that_were_typed_in_that_order(typed: str, pages: tuple[int, ...]) -> None:
    assert pages_of(typed, 6) == pages


@pytest.mark.parametrize(("typed", "reason"), BAD)
def test_what_names_no_pages_is_refused(typed: str, reason: Reason) -> None:
    with pytest.raises(Refused) as refused:
        pages_of(typed, 6)
    assert refused.value.reason is reason
