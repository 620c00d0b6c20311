"""Form II.06a/VPCP of the golden register, worked out by hand from `register.txt`: the dossiers of each cell.

Where it is not obvious why:
A1 promised for 04/01, ready 05/01. B2, D3: received after 15:00, so promised for the next working day, and early.
B6: ready in the last minute of its day. C1: one minute past it. C15: one minute past its hour. B12, C12, D2: withdrawn;
B8, F2: refused; B10: stopped; by the form's note on time, however late (F2). C9, C10: no time limit, so never late.
C8, C19: sent back after the result was ready: the second end counts. C19 was resolved as January saw it.
C17: ready on 28/01, entered on 01/02: on time. C22: made ready in January, taken back since: it never was. C26: entered
in February, received in January. C23 waits for a fee, C24 and E8 for papers: in progress and in time.
B14, D7: voided, nowhere.
"""

from __future__ import annotations

from typing import Final

HO_TICH, CHUNG_THUC, CU_TRU = "Hộ tịch", "Chứng thực", "Đăng ký, quản lý cư trú"
HO_KINH_DOANH = "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)"
DAT_DAI, BAO_TRO = "Đất đai", "Bảo trợ xã hội"

# By field: received online | direct or by post | carried over => early | on time | overdue => in time | overdue.
_CELLS: Final = (
    "received_online", "received_direct", "carried_over", "resolved_early", "resolved_on_time", "resolved_overdue",
    "in_progress_in_time", "in_progress_overdue",
)  # fmt: skip

_BY_PERIOD: Final = {
    "2027-01": {
        HO_TICH: "B4 B13 C1 C27 | B1 B2 B11 C3 C4 C11 C12 C17 C19 C21 C22 C24 | A1 => "
        "B2 B4 C21 | B1 B13 C3 C4 C12 C17 C19 | A1 B11 C1 => C22 C24 C27 | C11",
        CHUNG_THUC: "| B3 C2 C6 C10 | => | C2 C6 C10 | B3 => |",
        CU_TRU: "B6 B12 C14 C18 | A2 B5 B7 C5 C13 C15 C16 C20 C26 | => "
        "C5 | A2 B5 B6 B7 B12 C13 C14 | C15 => C16 C18 C20 C26 |",
        HO_KINH_DOANH: "B8 C7 C23 | B9 C8 | => C7 | B8 B9 | C8 => C23 |",
        DAT_DAI: "| B10 C25 | => | | => B10 C25 |",
        BAO_TRO: "| C9 | => | C9 | => |",
    },
    "2027-02": {
        HO_TICH: "D5 E8 E10 | D1 D6 E1 E4 E7 | C11 C19 C22 C24 C27 => "
        "C24 | C22 D1 D5 E1 E4 | C11 C19 C27 D6 => E8 E10 | E7",
        CHUNG_THUC: "| D3 | => D3 | | => |",
        CU_TRU: "D4 D8 | D2 E3 E6 | C16 C18 C20 C26 => D4 | C16 C20 C26 D2 D8 E3 | C18 => E6 |",
        HO_KINH_DOANH: "| E2 E9 | C23 => C23 | E2 | => E9 |",
        DAT_DAI: "| E5 | B10 C25 => | | => B10 C25 E5 |",
    },
    # 15/12 to 14/01: the desk opened on 11 January; B13 came in its last minute.
    "official-2027-01": {
        HO_TICH: "B4 B13 | A1 B1 B2 B11 | => B2 B4 | B1 | A1 => B11 B13 |",
        CHUNG_THUC: "| B3 | => | | B3 => |",
        CU_TRU: "B6 B12 | A2 B5 B7 | => | | => A2 B5 B6 B7 B12 |",
        HO_KINH_DOANH: "B8 | B9 | => | B8 | => B9 |",
        DAT_DAI: "| B10 | => | | => B10 |",
    },
    # 15/01 to 14/02: C1 came in its first minute, D8 in its last.
    "official-2027-02": {
        HO_TICH: "C1 C27 D5 | C3 C4 C11 C12 C17 C19 C21 C22 C24 D1 D6 | B11 B13 => "
        "C21 | B13 D5 C3 C4 C12 C17 C22 D1 | B11 C1 C27 C11 C19 => C24 D6 |",
        CHUNG_THUC: "| C2 C6 C10 D3 | => D3 | C2 C6 C10 | => |",
        CU_TRU: "C14 C18 D4 D8 | C5 C13 C15 C16 C20 C26 D2 | A2 B5 B6 B7 B12 => "
        "C5 | A2 B5 B6 B7 B12 C14 C13 C16 C20 C26 D2 | C15 C18 => D4 D8 |",
        HO_KINH_DOANH: "C7 C23 | C8 | B9 => C7 C23 | B9 | C8 => |",
        DAT_DAI: "| C25 | B10 => | | => B10 C25 |",
        BAO_TRO: "| C9 | => | C9 | => |",
    },
    # 15/02 to 14/03. The report before was sent on 15/02 at 7:50 with D7 in progress, voided on 18/02: carried
    # over is what was sent, so D7 stands there and nowhere else, and (3) is one more than (7) + (11).
    "official-2027-03": {
        HO_TICH: "E8 E10 F4 | E1 E4 E7 F2 | C24 D6 D7 => C24 | E1 E4 E10 F2 | D6 E7 => E8 F4 |",
        CHUNG_THUC: "| F1 | => | F1 | => |",
        CU_TRU: "F3 | E3 E6 | D4 D8 => D4 | D8 E3 | E6 => F3 |",
        HO_KINH_DOANH: "| E2 E9 | => | E2 | => | E9",
        DAT_DAI: "| E5 | B10 C25 => C25 | B10 | => E5 |",
    },
}  # fmt: skip

TOTALS: Final = {
    # (3) = (4) + (5) + (6); (7) = (8) + (9) + (10); (11) = (12) + (13)
    "2027-01": ((42, 11, 30, 1), (31, 5, 20, 6), (11, 10, 1)),
    "2027-02": ((29, 5, 12, 12), (21, 4, 12, 5), (8, 7, 1)),
    "official-2027-01": ((15, 5, 10, 0), (6, 2, 2, 2), (9, 9, 0)),
    "official-2027-02": ((43, 9, 25, 9), (37, 5, 24, 8), (6, 6, 0)),
    "official-2027-03": ((21, 4, 10, 7), (15, 3, 9, 3), (5, 4, 1)),
}
"""What the last line of the form says, column by column."""


def by_hand(period: str) -> dict[str, dict[str, set[str]]]:
    """By field and column, the numbers of the dossiers; empty cells left out."""
    return {field: _cells(text) for field, text in _BY_PERIOD[period].items()}


def _cells(text: str) -> dict[str, set[str]]:
    parts = [part for half in text.split("=>") for part in half.split("|")]
    assert len(parts) == len(_CELLS), text
    return {name: set(part.split()) for name, part in zip(_CELLS, parts, strict=True) if part.split()}
