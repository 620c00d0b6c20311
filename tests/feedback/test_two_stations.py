"""Two counters work on one piece of feedback before they hear of each other: nothing is lost, and it is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.journal.foreign import Stranger
from tests.journal.stations import Stations, hand, send, travelled, waiting

from communedb.desk.conflicts import enter_value
from communedb.desk.feedback import act_on_feedback, add_feedback
from communedb.desk.feedback_mend import correct_feedback
from communedb.domain.feedback import FeedbackAct, NewFeedback
from communedb.domain.feedback_filter import FeedbackFilter
from communedb.domain.finding import FindingCode
from communedb.reports.contested import contested
from communedb.reports.contradictions import feedback_contradictions
from communedb.reports.integrity import integrity
from communedb.reports.to_review import review_count
from communedb.stores.derived import derive_everything
from communedb.stores.feedback import read_feedback
from communetui.conflicts.reading import read_conflicts
from communetui.conflicts.told import about_text, column_text, shown_value
from communetui.feedback.export import export_feedback
from communetui.feedback.lines import read_lines
from communetui.feedback.sections import event_entries, head_text, history_entries, info_entries
from communetui.feedback.view import read_view

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communedb.register import Register


@pytest.fixture
def stations(founded_centre: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[Stations]:
    """Stations of Quảng Điền, added as a test needs them."""
    made = Stations(*founded_centre, tmp_path)
    yield made
    made.close()


def act(register: Register, key: str, kind: str, **given: Any) -> None:
    register.write(act_on_feedback, key, FeedbackAct.model_validate({"kind": kind, **given}))


def test_what_two_stations_did_is_merged_listed_and_mended(stations: Stations) -> None:
    """Both answer, both escalate, both correct the content: one state at both, three things to look at."""
    one, two = stations.add("quầy 1", "leader"), stations.add("quầy 2", "leader")
    new = NewFeedback(content="Bụi đường trước cổng chợ", sender_name="Trần Văn Phúc")
    key = one.write(add_feedback, new).feedback
    send(one, two)
    stations.clock.forward(minutes=5)
    for register, place in ((one, "chợ Quảng Điền"), (two, "chợ Sịa")):
        act(register, key, "escalated", text="Đường của tỉnh", level="province")
        register.write(correct_feedback, key, "content", new.content, f"Bụi ở {place}", "Ghi rõ nơi")
        act(register, key, "answered", text=f"Sẽ tưới đường ở {place}")
        stations.clock.forward(minutes=5)
    send(one, two)
    send(two, one)

    assert travelled(one.db) == travelled(two.db)
    state = read_feedback(one.db, key).state
    assert state.status == "answered"
    assert {finding.code for finding in state.findings} == {
        FindingCode.FEEDBACK_CONTRADICTION,
        FindingCode.FEEDBACK_ESCALATED_TWICE,
    }
    (listed,) = feedback_contradictions(one.db)
    assert (listed.code, listed.more) == ("19867.01-PA26-0001", 2)
    assert waiting(one) == [("feedback", "content", ["Bụi ở chợ Quảng Điền", "Bụi ở chợ Sịa"])]
    assert [(each.code, each.dossier) for each in contested(one.db)] == [("19867.01-PA26-0001", "")]
    found = read_conflicts(one.db)
    (line,) = found.lines
    assert (about_text(line), column_text("feedback", "content")) == ("19867.01-PA26-0001", "nội dung")
    assert shown_value(found, line, "Bụi ở chợ Sịa") == "Bụi ở chợ Sịa"
    assert review_count(one.db) == 2
    heads = [(head.replica, head.number) for head in line.conflict.heads]
    one.write(enter_value, key, "content", "Bụi ở chợ Quảng Điền và chợ Sịa", heads)
    send(one, two)
    assert read_feedback(two.db, key).row["content"] == "Bụi ở chợ Quảng Điền và chợ Sịa"
    assert (waiting(two), review_count(two.db)) == ([], 1)
    assert integrity(one.db).stale == []


def test_a_register_without_a_contradiction_lists_none(stations: Stations) -> None:
    """The control: the same work, one after the other."""
    one, two = stations.add("quầy 1", "leader"), stations.add("quầy 2", "leader")
    key = one.write(add_feedback, NewFeedback(content="Bụi đường", anonymous=True)).feedback
    act(one, key, "escalated", text="Đường của tỉnh", level="province")
    send(one, two)
    act(two, key, "answered", text="Sẽ tưới đường")
    send(two, one)
    assert (review_count(one.db), read_feedback(one.db, key).state.findings) == (0, [])
    assert travelled(one.db) == travelled(two.db)


def test_a_derived_row_that_is_wrong_is_found_and_made_again(stations: Stations) -> None:
    """`communetui check` names it."""
    register = stations.add("quầy 1")
    key = register.write(add_feedback, NewFeedback(content="Bụi đường", anonymous=True)).feedback
    assert integrity(register.db).stale == []
    register.write(lambda tx: tx.db.conn.execute("UPDATE feedback_state SET status = 'closed'"))
    assert integrity(register.db).stale == [key]


def test_feedback_that_no_desk_would_write_is_shown_as_it_came(stations: Stations, tmp_path: Path) -> None:
    """Unknown codes, a time that is none, details that are no object: listed, shown, exported; made again the same."""
    register, stranger = stations.add("quầy 1"), Stranger()
    row = {
        "code": "X-1", "category": "gossip", "kind": "rumour", "topic": "", "source": "wind", "content": "Nghe nói",
        "anonymous": 7, "subject_kind": "star", "subject": "sao Mai", "level": "galaxy", "station": "s",
        "received_at": "hôm qua", "received_on": "hôm qua",
    }  # fmt: skip
    event = {
        "feedback": "bad", "clock": 1, "place": 1, "happened_at": "2026-11-23T02:00:00Z", "happened_on": "2026-11-23",
        "entered_at": "2026-11-23T02:00:00Z", "station": "s", "officer": "o", "details": "{}",
    }  # fmt: skip
    events = {
        "e1": event | {"kind": "received", "details": '{"refuse_due":"mai","ask_due":5}'},
        "e2": event | {"kind": "escalated", "details": '{"to":[1],"code":{},"place":3}', "clock": 2},
        "e3": event | {"kind": "corrected", "details": '{"field":"__class__","old":1,"new":null}', "clock": 3},
        "e4": event | {"kind": "eaten"},
        "e5": event | {"kind": "noted", "details": "[]"},
        "e6": event | {"kind": "answered", "due_at": "ngày kia"},
    }
    lines = [stranger.line("feedback", "bad", row), *(stranger.line("feedback_event", *one) for one in events.items())]
    hand(register, [stranger.segment(*lines)])

    (line,) = read_lines(register, FeedbackFilter())
    assert (line.received, line.kind, line.row.status) == ("hôm qua", "rumour (galaxy)", "received")
    view = read_view(register, "bad")
    assert head_text(view)
    assert [len(made(view)) for made in (info_entries, event_entries, history_entries)] == [6, 3, 1]
    assert [finding.code for finding in view.state.findings] == [FindingCode.FEEDBACK_EVENT_UNREADABLE] * 3
    assert export_feedback(register, tmp_path / "out.csv", FeedbackFilter()) == 1
    before = travelled(register.db)
    register.write(lambda tx: derive_everything(tx.db))
    assert travelled(register.db) == before
