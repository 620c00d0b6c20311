"""`communetui feedback`: a citizen's complaint and a task's difficulty, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Desk


def test_feedback_goes_its_way_at_the_command_line(desk: Desk, tmp_path: Path) -> None:
    """Entered at the counter about a dossier, assigned by the leader, answered, published, exported."""
    dossier = desk.receive()
    added = desk.run(
        "feedback", "add", "Gọi ba lần chưa ai trả lời", "--kind", "agency_delay", "--sender", "Trần Văn Phúc",
        "--phone", "0905123456", "--dossier", dossier, "--json",
    )  # fmt: skip
    assert (added.code, added.document["code"]) == (0, "19867.01-PA26-0001"), added.err
    code = added.document["code"]
    for role, kind, flags in (
        ("leader", "assigned", ["--to", "nguyen van dung"]),
        ("specialist", "more_asked", ["--text", "Bác gọi vào số nào?"]),
        ("reception", "more_received", ["--text", "Số ghi trên giấy hẹn"]),
        ("specialist", "answered", ["--text", "Đã sửa số máy trên giấy hẹn"]),
        ("specialist", "published", ["--place", "Bảng tin của Trung tâm"]),
    ):
        ran = desk.run("feedback", "act", code, kind, *flags, "--json", as_=role)
        assert ran.code == 0, (kind, ran.err)
    shown = desk.run("feedback", "show", code.lower(), "--json").document
    assert shown["state"]["status"] == "published"
    assert shown["subject"]["code"] == dossier
    assert "Đã sửa số máy" in desk.run("feedback", "show", code).out
    assert desk.run("feedback", "list", "tran van phuc", "--json").document["count"] == 1
    assert desk.run("feedback", "list", "--open", "--json").document["count"] == 0
    out = tmp_path / "phan-anh.csv"
    assert desk.run("feedback", "export", str(out), "--json").document["count"] == 1
    assert "Trần Văn Phúc" in out.read_text(encoding="utf-8-sig")
    again = desk.run("feedback", "export", str(out))
    assert again.code == 1


def test_what_is_wrong_is_said_and_nothing_is_written(desk: Desk) -> None:
    """A sender without a name, a subject that is not there, a step that the role may not take."""
    assert "ẩn danh" in desk.run("feedback", "add", "Bụi quá").err
    assert "hồ sơ" in desk.run("feedback", "add", "Bụi quá", "--anonymous", "--dossier", "9.9-1").err
    added = desk.run("feedback", "add", "Bụi quá", "--anonymous", "--json").document
    assert desk.run("feedback", "act", added["code"], "answered", "--text", "Sẽ tưới đường").code == 1
    assert desk.run("feedback", "act", added["code"], "eaten").code == 2
    mended = desk.run("feedback", "correct", added["code"], "content", "Bụi ở cổng chợ", "--reason", "Ghi rõ nơi")
    assert mended.code == 0, mended.err
    assert desk.run("feedback", "void", added["code"], "--reason", "Nhập nhầm").code == 0
    assert desk.run("feedback", "list", "--json").document["count"] == 0
    assert desk.run("feedback", "list", "--voided", "--json").document["count"] == 1


def test_a_mark_is_given_by_one_option(desk: Desk) -> None:
    """Who types it is an officer unless it is said that the citizen chose it; a second mark corrects the first."""
    code = desk.receive()
    for role, kind, flags in (
        ("leader", "decided", []),
        ("specialist", "result_ready", []),
        ("reception", "returned", ["--recipient", "self"]),
        ("reception", "rated", ["--mark", "poor", "--marked-by", "citizen"]),
        ("reception", "rated", ["--mark", "very_good"]),
    ):
        ran = desk.run("dossier", "act", code, kind, *flags, as_=role)
        assert ran.code == 0, (kind, ran.err)
    shown = desk.run("dossier", "show", code, "--json").document
    assert [event["details"].get("marked_by") for event in shown["events"][-2:]] == ["citizen", "officer"]
    assert (shown["state"]["mark"], shown["state"]["marked_by"]) == ("very_good", "officer")
    assert "rất tốt, cán bộ ghi thay" in desk.run("dossier", "show", code).out
