"""The till on the screen: counted note by note, the difference in sight, nothing closed without a reason."""

from __future__ import annotations

from communedb.desk.quick import serve
from communedb.domain.certification import Request


def take(centre, amount_copies: int, method: str = "cash") -> None:
    """A citizen pays 2.000 đ for each copy."""
    facts = {
        "procedure_code": "2.000815",
        "applicant": {"name": "Hồ Thị Sen"},
        "lines": [{"paper_name": "Căn cước", "copies": amount_copies}],
        "signer": centre.officers["leader"],
        "method": method,
    }
    centre.open("reception").write(serve, Request.model_validate(facts))


def text(desk, name: str) -> str:
    return str(desk.screen.query_one(f"#{name}").content)


async def test_the_till_is_counted_explained_and_closed(counter, centre):
    take(centre, 40)
    take(centre, 5, "transfer")
    async with counter("ctrl+o") as desk:
        await desk.until(lambda: "80.000 đ" in text(desk, "till"))
        assert "Tiền mặt 80.000 đ | Chuyển khoản 10.000 đ | Trực tuyến 0 đ" in text(desk, "till")
        await desk.press("ctrl+s")
        assert "Chưa đếm" in desk.notice
        await desk.press(*["enter"] * 3)
        await desk.type("1")
        await desk.press("enter")
        await desk.type("1")
        assert "Đếm được 70.000 đ | theo sổ 80.000 đ | chênh lệch -10.000 đ" in text(desk, "sum")
        await desk.press("ctrl+s")
        assert "Tiền đếm lệch -10.000 đ" in desk.notice
        assert desk.screen.focused.id == "explanation"
        await desk.type("Thối nhầm")
        await desk.press("ctrl+s")
        await desk.until(lambda: "Lần chốt gần nhất 08:00 23/11/2026: 70.000 đ" in text(desk, "closed"))

        assert desk.rows("SELECT recorded, counted, explanation FROM cash_close") == [(80_000, 70_000, "Thối nhầm")]
        assert "Theo sổ" not in desk.notice
        assert "F8" in desk.notice
        await desk.until(lambda: "0 đ" in text(desk, "till"))


async def test_the_till_is_found_from_every_screen_by_name(counter):
    """On the intake Ctrl+O is the submitter: the palette has the till all the same."""
    async with counter("f2") as desk:
        await desk.press("ctrl+p")
        await desk.type("chot quy")
        await desk.press("enter")
        assert desk.screen.NAME == "cash"
