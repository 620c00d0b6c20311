"""The quick counter on the screen: how few keys a citizen costs, and that typing ahead lands where it is meant."""

from __future__ import annotations

from tests.app.conftest import press

from communedb.desk.quick import serve
from communedb.domain.certification import Request

LINES = "SELECT number, paper_name, pages, copies, fee FROM certification ORDER BY book, number"


def saved(desk) -> str:
    return str(desk.screen.query_one("#saved").content)


async def test_one_original_for_somebody_new_costs_six_keys(counter):
    async with counter("ctrl+b") as desk:
        await desk.press("enter")
        await desk.type("Hồ Thị Sen")
        await desk.press("enter")
        await desk.type("Giấy khai sinh")
        await desk.press("enter", "enter")
        await desk.type("3")
        assert "Phí 6.000 đ | Tiền mặt | trả ngay" in str(desk.screen.query_one("#summary").content)
        await desk.press("ctrl+s")

        assert desk.rows(LINES) == [(1, "Giấy khai sinh", 1, 3, 6_000)]
        assert "Số 1, quyển 01/2026 - SCT/BS | Hồ Thị Sen | 6.000 đ" in saved(desk)
        assert desk.keys <= 12
        assert desk.screen.focused.id == "id_number"
        assert desk.screen.control("name").value == ""


async def test_requests_typed_without_looking_land_one_by_one(counter):
    """All keys of a citizen in one burst with the next citizen's, while the register still saves."""
    burst: list[str] = []
    for place in range(3):
        burst += ["enter", *f"Số {place}", "enter"]
        burst += [*"Thẻ", "enter", "enter", *"2", "enter", *"Học bạ", "enter", *"9", "ctrl+s"]
    async with counter("ctrl+b") as desk:
        await press(desk.pilot, *burst, wait=False)
        await desk.until(lambda: desk.app.at_rest)
        special = [key for key in burst if len(key) > 1]
        assert len(special) / 3 <= 12

        assert desk.rows("SELECT count(*), max(number) FROM certification") == [(6, 6)]
        names = [name for (name,) in desk.rows("SELECT applicant_name FROM dossier ORDER BY code")]
        assert names == [f"Số {place}" for place in range(3)]
        assert {fee for (fee,) in desk.rows("SELECT fee_amount FROM dossier")} == {4_000 + 11_000}
        assert saved(desk).count("* Số") == 3


async def test_somebody_known_is_filled_in_by_the_number_and_the_receipt_counts_up(counter, centre):
    known = {"name": "Nguyễn Văn Đức", "id_number": "046090012345", "birth": "1990-01-01"}
    request = {"procedure_code": "2.000884", "applicant": known, "lines": [{"paper_name": "Sơ yếu lý lịch"}]}
    more = {"signer": centre.officers["leader"], "receipt_series": "AA/26", "receipt_number": "0000128"}
    centre.open("reception").write(serve, Request.model_validate(request | more))
    async with counter("ctrl+b") as desk:
        await desk.type("046090012345")
        await desk.press("enter")
        await desk.type("Giấy khai sinh")
        await desk.press("ctrl+s")
        assert desk.keys == 2

        paid = desk.rows("SELECT details FROM event WHERE kind = 'fee_paid' ORDER BY clock")[-1][0]
        assert '"receipt_number":"0000129"' in paid
        assert desk.rows("SELECT applicant_birth FROM dossier ORDER BY code")[-1] == ("1990-01-01",)
        assert desk.rows("SELECT count(*) FROM person") == [(1,)]
        assert desk.screen.control("receipt_number").value == "0000130"


async def test_what_cannot_be_saved_stays_and_says_where(counter):
    async with counter("ctrl+b") as desk:
        await desk.press("enter")
        await desk.type("Hồ Thị Sen")
        await desk.press("enter", "ctrl+s")
        assert "Chưa có giấy tờ nào" in desk.notice
        await desk.type("Học bạ")
        desk.screen.control("id_number").value = "0461900"
        await desk.press("ctrl+s")
        assert desk.screen.focused.id == "id_number"
        assert desk.rows("SELECT count(*) FROM dossier") == [(0,)]
        desk.screen.control("id_number").value = ""
        desk.screen.control("paid").value = "1000"
        await desk.press("ctrl+s")
        assert desk.screen.focused.id == "exempt_reason"
        await desk.type("Hộ nghèo")
        await desk.press("ctrl+s")

        assert desk.rows("SELECT fee_paid, fee_exempt FROM dossier_state") == [(1_000, 1_000)]


async def test_what_waits_for_a_signature_gets_its_number_later(counter):
    async with counter("ctrl+b") as desk:
        await desk.press("f7", "enter")
        assert desk.screen.control("procedure").value == "2.000884"
        await desk.type("Lê Văn Tâm")
        await desk.press("enter")
        await desk.type("Giấy ủy quyền")
        await desk.press("enter", "enter", "enter", "enter", "right", "ctrl+s")
        assert desk.rows("SELECT number FROM certification") == [(None,)]
        assert "Hẹn 17:30 23/11 (F8 in)" in saved(desk)
        await desk.press("ctrl+r", "enter", "enter")

        assert desk.rows("SELECT number, book FROM certification") == [(1, "SCT/CK")]
        assert "Số 1, quyển 01/2026 - SCT/CK" in desk.notice
        await desk.press("escape")
        assert desk.screen.NAME == "quick"


async def test_an_id_card_scanned_anywhere_names_the_requester(counter):
    """Into a half-typed paper, too: the letters of the scan do not stay there."""
    card = "046190012399||Trần Thị Hoa|05031990|Nữ|Thôn 1, Quảng Phước, Quảng Điền, Thừa Thiên Huế|01012021"
    async with counter("ctrl+b") as desk:
        await desk.press("enter", "enter")
        await desk.type("Học bạ")
        await desk.type(card)
        await desk.press("enter")
        assert "so lại với thẻ" in desk.notice
        assert desk.screen.typed.lines[0].name == "Học bạ"
        await desk.press("ctrl+s")

        found = desk.rows("SELECT applicant_name, applicant_id_number, applicant_birth, applicant_sex FROM dossier")
        assert found == [("Trần Thị Hoa", "046190012399", "1990-03-05", "female")]


async def test_leaving_and_coming_back_finds_the_form_as_it_was(counter):
    async with counter("ctrl+b") as desk:
        await desk.press("enter")
        await desk.type("Hồ Thị Sen")
        await desk.press("enter")
        await desk.type("Học bạ")
        await desk.press("f4", "ctrl+b")

        assert desk.screen.control("name").value == "Hồ Thị Sen"
        assert desk.screen.typed.lines[0].name == "Học bạ"


async def test_only_reception_opens_the_counter(counter):
    async with counter("ctrl+b", role="leader") as desk:
        assert desk.screen.NAME == "home"
        assert "tiếp nhận" in desk.notice
