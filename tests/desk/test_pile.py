"""Many at once, as an officer at the desk does it: mark or scan, one key, one question."""

from __future__ import annotations

import pytest
from tests.desk.dossier_steps import burst, done, received, said, shown

from communedb.domain.status import Status
from communedb.stores.dossier import read_dossier
from communetui.app import CommuneApp
from communetui.pile import gathering
from communetui.pile.pile import MOST, Pile
from communetui.printing import queue
from communetui.printing.spool import Sent
from communetui.screens.dossiers import DossiersScreen
from communetui.screens.home import HomeScreen
from communetui.screens.pile import PileScreen
from communetui.widgets.dialogs import Confirm
from communetui.widgets.pagedlist import PagedList

NAMES = ("Nguyễn Thị Lụa", "Trần Thị Sen", "Hồ Văn Lợi", "Lê Văn An", "Phạm Thị Hà")


@pytest.fixture
def dossiers(centre):
    """Five, the last one withdrawn already; received by Lê Thị Hoa."""
    register = centre.open("reception")
    keys = [received(register, name=name, id_number=None) for name in NAMES]
    done(register, keys[-1], "withdrawn", reason="Đổi ý")
    return keys


@pytest.fixture
def printer(monkeypatch):
    """A printer that takes everything; what it was sent."""
    sent = []
    monkeypatch.setattr(queue, "send_to", lambda _db, _printer, path, *_: sent.append(path.name) or Sent())
    return sent


async def type_keys(pilot, *keys):
    """Type ahead, all in one burst, as an officer who knows the way; a text begins with `=`."""
    await burst(pilot, *(one for key in keys for one in (key[1:] if key.startswith("=") and len(key) > 1 else (key,))))


def pile(pilot):
    return pilot.app.session.pile


def code(number):
    return f"=19867.01-261123-{number:04}"


async def test_given_marked_rows_when_handed_over_then_one_question_tells_who_cannot_and_a_list_is_printed(
    centre, desk, dossiers, printer
):
    async with desk("reception") as pilot:
        # The newest stands first: An, Lợi and Hà, who has withdrawn.
        await type_keys(pilot, "f3", "down", "space", "space", "space")
        assert "trong chồng: 3" in shown(pilot)
        assert shown(pilot).count("*19867") == 3
        await type_keys(pilot, "f7")
        assert isinstance(pilot.app.screen, PileScreen)
        await type_keys(pilot, "f7", "c", "=ng", "tab", "tab", "=Chồng sáng", "ctrl+s")

        assert isinstance(pilot.app.screen, Confirm)
        question = shown(pilot)
        assert "Chuyển xử lý cho Nguyễn Văn Dũng (giải quyết): 2 hồ sơ?" in question
        assert "1 hồ sơ không làm được" in question
        await type_keys(pilot, "enter")
        assert "để hai bên ký?" in shown(pilot)
        await type_keys(pilot, "enter")

        assert [name.split("_")[0] for name in printer] == ["mau-BG"]
        assert list(pile(pilot)) == [dossiers[4]]
        assert '! Hồ sơ đang ở trạng thái "Đã rút", không chuyển xử lý được.' in shown(pilot)
    dung = centre.officers["specialist"]
    states = [read_dossier(centre.open("leader").db, key).state for key in dossiers[2:]]
    assert [state.offered_to for state in states] == [dung, dung, ""]


async def test_given_receipts_scanned_one_after_the_other_then_each_lies_on_the_pile_once_and_unknown_ones_are_told(
    desk, dossiers
):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f7", code(2), "enter")
        assert "Thêm số 1: 19867.01-261123-0002 Trần Thị Sen" in said(pilot)
        await type_keys(pilot, code(1), "enter", code(2), "enter")
        assert "đã có trong chồng, số 1" in said(pilot)
        await type_keys(pilot, code(9), "enter")
        assert "Không có hồ sơ mã 19867.01-261123-0009" in said(pilot)

        assert list(pile(pilot)) == [dossiers[1], dossiers[0]]
        await type_keys(pilot, "delete")
        assert list(pile(pilot)) == [dossiers[1]]
        await type_keys(pilot, "ctrl+n", code(3), "enter")
        assert list(pile(pilot)) == [dossiers[1], dossiers[2]]


async def test_given_a_burst_of_scans_then_none_is_lost_and_the_order_is_theirs(desk, dossiers):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f7")
        await type_keys(pilot, *(key for number in (3, 1, 4, 2) for key in (code(number), "enter")))
        assert list(pile(pilot)) == [dossiers[2], dossiers[0], dossiers[3], dossiers[1]]


async def test_given_a_filter_when_all_are_marked_then_a_page_at_a_time_and_a_range_from_mark_to_cursor(
    desk, dossiers, monkeypatch
):
    monkeypatch.setattr(gathering, "_PAGE", 2)
    async with desk("reception") as pilot:
        await type_keys(pilot, "f3", "ctrl+f")
        assert sorted(pile(pilot)) == sorted(dossiers)
        assert "Trong chồng có 5 hồ sơ" in said(pilot)
        await type_keys(pilot, "down", "delete")
        assert len(pile(pilot)) == 0

        await type_keys(pilot, "insert")
        assert "Chưa đánh dấu dòng nào" in said(pilot)
        await type_keys(pilot, "end", "space", "home", "down", "insert")
        assert sorted(pile(pilot)) == sorted(dossiers[:4])
        # Marks stay while one searches for others.
        await type_keys(pilot, "=ha pham")
        assert "trong chồng: 4" in shown(pilot)
        assert len(pilot.app.screen.query_one(PagedList)._window.rows) == 1


async def test_given_hand_overs_when_home_opens_then_they_are_a_number_a_list_and_one_key_accepts_all(
    centre, desk, dossiers
):
    register = centre.open("reception")
    for key in dossiers[:3]:
        done(register, key, "handed_over", to_officer=centre.officers["specialist"])
    async with desk("specialist", size=(120, 40)) as pilot:
        assert "Chờ tôi nhận bàn giao" in shown(pilot)
        await type_keys(pilot, "down", "down", "down", "enter")
        assert isinstance(pilot.app.screen, DossiersScreen)
        assert "chờ Nguyễn Văn Dũng nhận bàn giao" in shown(pilot)
        assert "Ctrl+R: nhận hết" in said(pilot)
        assert "Thị Hoa giao Văn Dũng, chưa nhận" in shown(pilot)

        await type_keys(pilot, "ctrl+r")
        assert "nhận bàn giao: 3 hồ sơ?" in shown(pilot).lower()
        await type_keys(pilot, "enter")
        assert "xong 3 hồ sơ" in said(pilot)
        assert "Không có hồ sơ nào" in shown(pilot)
        await type_keys(pilot, "escape")
        assert isinstance(pilot.app.screen, HomeScreen)
        await type_keys(pilot, "ctrl+r")
        assert "Không có hồ sơ nào chờ bạn nhận" in said(pilot)
    dung = centre.officers["specialist"]
    assert {read_dossier(register.db, key).state.papers_with for key in dossiers[:3]} == {dung}


async def test_given_an_absent_officer_when_the_leader_passes_the_open_work_on_then_it_is_offered_to_another(
    centre, desk, dossiers
):
    async with desk("leader") as pilot:
        await type_keys(pilot, "f7", "f8", "=le", "enter")
        assert sorted(pile(pilot)) == sorted(dossiers[:4])
        await type_keys(pilot, "f7", "c", "=ng", "ctrl+s", "enter", "escape")
        assert len(pile(pilot)) == 0
    events = read_dossier(centre.open("leader").db, dossiers[0]).events
    assert events[-1].details["purpose"] == "absence"
    assert events[-1].to_officer == centre.officers["specialist"]


async def test_given_a_pile_for_the_leader_when_decided_and_ready_then_each_is(centre, desk, dossiers):
    async with desk("leader") as pilot:
        await type_keys(pilot, "f3", "=van", "ctrl+f", "f7", "f7", "q", "ctrl+s", "enter")
        assert len(pile(pilot)) == 0
        await type_keys(pilot, "escape", "ctrl+f", "f7", "f7", "k", "ctrl+s", "enter")
    register = centre.open("leader")
    assert {read_dossier(register.db, key).state.status for key in dossiers[2:4]} == {Status.RESULT_READY}


async def test_given_a_step_that_is_not_the_officers_when_chosen_then_it_says_so_and_an_empty_pile_does_nothing(
    desk, dossiers
):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f7", "f7")
        assert "Chồng trống" in said(pilot)
        await type_keys(pilot, code(1), "enter", "f7", "q")
        assert "(Ra quyết định)" in shown(pilot)
        assert "Lãnh đạo" in shown(pilot) or "lãnh đạo" in shown(pilot)
        await type_keys(pilot, "escape", "f7", "v")
        assert "không hồ sơ nào làm được" in said(pilot)
        assert len(pile(pilot)) == 1


async def test_given_a_form_when_printed_for_all_then_each_is_and_the_pile_stays(desk, dossiers, printer):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f7", code(1), "enter", code(2), "enter", "f7", "p", "2", "enter")
        assert len(printer) == 2
        assert "Đã in 2 bản" in said(pilot)
        assert len(pile(pilot)) == 2


async def test_given_a_pile_when_locked_then_nothing_of_it_is_left(centre, desk, dossiers):
    async with desk("reception") as pilot:
        await type_keys(pilot, "f7", code(1), "enter")
        first = pile(pilot)
        assert len(first) == 1
        await type_keys(pilot, "f10")
        assert pilot.app.session is None
        assert "19867.01" not in shown(pilot)


def test_a_pile_is_bounded_and_says_so():
    from communedb.domain.refusal import Reason, Refused

    full = Pile()
    for number in range(MOST):
        full.add(str(number))
    full.add("0")
    with pytest.raises(Refused) as refused:
        full.add("one more")
    assert (len(full), refused.value.reason) == (MOST, Reason.PILE_FULL)


async def test_given_an_answer_from_a_thread_when_the_screens_are_just_going_then_locking_ends_at_the_door(
    centre, desk, dossiers, monkeypatch
):
    going = CommuneApp._clear_screens

    async def answered_meanwhile(app: CommuneApp) -> None:
        app.after_key()
        await going(app)

    async with desk("reception") as pilot:
        await type_keys(pilot, "f7", code(1), "enter")
        monkeypatch.setattr(CommuneApp, "_clear_screens", answered_meanwhile)
        await type_keys(pilot, "f10")
        assert pilot.app.session is None
        assert "Mật khẩu" in shown(pilot)
