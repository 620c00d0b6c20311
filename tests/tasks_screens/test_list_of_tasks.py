"""The list of tasks and the board, as an officer walks through them on a Monday."""

from __future__ import annotations

from tests.app.in_front import name_of
from tests.desk.dossier_steps import burst, said, shown, type_keys
from tests.desk.reading import english

from communedb.stores.tasks import read_task


def lines(pilot):
    """The rows of the list, without what stands around it."""
    return [line.strip("> ") for line in shown(pilot).splitlines()[4:19] if line.strip()]


async def test_given_a_plan_then_progress_takes_three_keys_and_done_goes_through_its_result(plan, desk, centre):
    register = centre.open("specialist")
    async with desk("specialist") as pilot:
        await type_keys(pilot, "f8", "n")
        listed = lines(pilot)
        assert [line.split()[1] for line in listed[:2]] == ["NQ57-03", "NQ57-01"]
        assert listed[0].startswith("!ĐỎ")
        assert "quá 8 ngày" in listed[0]
        assert listed[-1].startswith("* ")
        assert "xong" in listed[-1]
        assert "trễ 4 ngày" in listed[-1]

        await burst(pilot, "down", "down", "f6", "4", "enter")
        assert said(pilot) == "* NQ57-01: 40 %, đang làm, còn 7 ngày."
        assert read_task(register.db, plan["NQ57-01"]).state.percent == 40

        await burst(pilot, "f6", *"45 còn 2 thôn", "enter")
        state = read_task(register.db, plan["NQ57-01"]).state
        assert (state.percent, state.last.reason) == (45, "còn 2 thôn")

        await type_keys(pilot, "f6", "=nhiều lắm")
        assert "Chưa hiểu" in shown(pilot)
        await type_keys(pilot, "enter", "escape")
        assert read_task(register.db, plan["NQ57-01"]).state.percent == 45

        await burst(pilot, "f6", *"100 Cả 12 thôn", "enter", "ctrl+s")
        state = read_task(register.db, plan["NQ57-01"]).state
        assert state.completed_on is not None
        assert state.result == "Cả 12 thôn"

        await type_keys(pilot, "end", "f6")
        assert "đã hoàn thành" in said(pilot)
    register.close()


async def test_given_a_plan_then_groups_filters_and_the_board_show_it_from_every_side(plan, desk):
    async with desk("leader") as pilot:
        await type_keys(pilot, "f8", "n", "f12", "insert")
        assert lines(pilot)[0].split(":")[0] == "+ Đảng               1"
        assert "+ Mặt trận Tổ quốc   1: chưa  0, đang  1, xong  0; ! quá hạn 1; !ĐỎ 1" in lines(pilot)
        assert "NQ57-03" not in "\n".join(lines(pilot))
        await type_keys(pilot, "down", "enter")
        assert "NQ57-04" in lines(pilot)[1]
        for heads in ("Nguyễn Văn Dũng   5:", "Công an                  1:", "02-KH/BCĐTW (19/06/2025)   3:"):
            await type_keys(pilot, "f12")
            assert heads in "\n".join(lines(pilot))
        await type_keys(pilot, "f12", "=ho tich")
        assert [line.split()[0] for line in lines(pilot)] == ["NQ57-02"]
        await type_keys(pilot, "ctrl+r", "ctrl+f", "2")
        assert all(line.startswith("!ĐỎ") for line in lines(pilot))
        assert len(lines(pilot)) == 2
        await type_keys(pilot, "f8", "tab", "right", "right", "ctrl+s")
        assert "[Chính quyền]" in shown(pilot)
        assert english(shown(pilot)) == set()

        await type_keys(pilot, "ctrl+r", "f9", "down")
        board = shown(pilot)
        assert "Chưa làm, trong hạn: 1" in board
        assert "! Đang làm, quá hạn: 1" in board
        assert "Xong trễ hạn: 1" in board
        assert ">!ĐỎ NQ57-01" in board
        assert english(board) == set()
        await type_keys(pilot, "left", "right", "down", "down", "enter")
        assert name_of(pilot) == "task"
        assert "NQ57-03" in shown(pilot)
        assert "Báo động đỏ: quá hạn mà chưa hoàn thành" in shown(pilot)
