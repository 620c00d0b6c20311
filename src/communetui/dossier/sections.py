"""What stands in the sections of a dossier: facts, and papers with their files."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.desk.attachments import RESULT
from communedb.domain.moment import parse_utc
from communedb.domain.money import format_dong
from communetui.dossier.told import field_name, limit_text, moment_text, size_text, value_text
from communetui.strings.concern import concern
from communetui.strings.conflicts import conflicts
from communetui.strings.dossier import dossier
from communetui.strings.feedback_values import feedback_values
from communetui.widgets.entries import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from communedb.stores.feedback_subject import About
    from communetui.dossier.view import View


class Section(IntEnum):
    """The sections, in the order in which Tab shows them."""

    INFO = 0
    PAPERS = 1
    EVENTS = 2
    HISTORY = 3


class Target(NamedTuple):
    """What an entry stands for: a field, a paper or a file, by its name or key."""

    kind: str
    key: str


_FACTS = (
    "applicant_name", "applicant_kind", "applicant_id_number", "applicant_old_id_number", "applicant_birth",
    "applicant_sex", "applicant_phone", "applicant_email", "applicant_address", "applicant_unit",
    "submitter_name", "submitter_id_number", "submitter_phone", "submitter_relation",
    "content", "note", "sets", "channel", "return_method", "reception_place", "official_place", "competent_agency",
)  # fmt: skip


def section_bar(view: View, chosen: Section) -> str:
    """`[Thông tin]  Giấy tờ 3/5, tệp 2   Diễn biến 6   Lịch sử`."""
    words, read = dossier(), view.dossier
    there = sum(paper["state"] == "yes" for paper in read.papers)
    needed = sum(paper["state"] != "not_applicable" for paper in read.papers)
    names = (
        words.info,
        words.papers.format(there=there, all=needed, files=len(read.attachments)),
        words.events.format(count=len(read.events)),
        words.history,
    )
    return " " + " ".join(f"[{name}]" if at == chosen else f" {name} " for at, name in enumerate(names))


def info_entries(view: View) -> list[Entry]:
    """The facts that are known; Enter on one corrects it."""
    return list(_info(view))


def _info(view: View) -> Iterator[Entry]:
    words, row = dossier(), view.dossier.row
    scanned = {f"applicant_{name}" for name in view.unchecked} | set(view.unchecked)
    for name in _FACTS:
        if row[name] not in (None, ""):
            sign = f" {words.to_check}" if name in scanned else ""
            if view.is_contested(view.dossier.id, name):
                sign += f"  {conflicts().mark}"
            yield Entry(
                _first_large(field_name(name)),
                value_text(view, "dossier", name, row[name]) + sign,
                Target("field", name),
            )
    yield Entry(_first_large(words.received), value_text(view, "dossier", "received_at", row["received_at"]))
    yield Entry(_first_large(words.limit), limit_text(view))
    if row["field"]:
        yield Entry(_first_large(words.field), row["field"])
    if view.dossier.fee_lines:
        yield Entry(_first_large(words.fee_lines), "\n".join(map(_fee_line, view.dossier.fee_lines)))
    for said in view.feedback:
        yield Entry(concern().one, _feedback_line(said), Target("feedback", said.feedback))


def _feedback_line(said: About) -> str:
    return f"{said.code}, {feedback_values().status.get(said.status, said.status).lower()}"


def _first_large(name: str) -> str:
    return name[:1].upper() + name[1:]


def _fee_line(line: dict[str, Any]) -> str:
    copies = f" x {line['copies']}" if line.get("copies", 1) != 1 else ""
    return f"{line['label']}{copies}: {format_dong(int(line['amount']))}"


def paper_entries(view: View) -> list[Entry]:
    """Every paper with its files under it, then the files of the dossier itself."""
    entries: list[Entry] = []
    for paper in view.dossier.papers:
        entries.append(_paper_entry(view, paper))
        entries += [_file_entry(view, file) for file in view.dossier.attachments if file["paper"] == paper["id"]]
    known = {paper["id"] for paper in view.dossier.papers}
    return entries + [_file_entry(view, file) for file in view.dossier.attachments if file["paper"] not in known]


def _paper_entry(view: View, paper: dict[str, Any]) -> Entry:
    words = dossier()
    kind = words.copy_kinds.get(paper["copy_kind"], paper["copy_kind"])
    copies = f" ({paper['quantity']} {kind})" if paper["state"] == "yes" else ""
    lines = [f"{paper['position']}. {paper['name']}{copies}"]
    if view.is_contested(paper["id"]):
        lines[0] += f"  {conflicts().mark}"
    if paper["condition"]:
        lines.append(words.condition.format(condition=paper["condition"]))
    if paper["note"]:
        lines.append(paper["note"])
    state = words.paper_states.get(paper["state"], paper["state"])
    return Entry(f"[{state}]", "\n".join(lines), Target("paper", paper["id"]))


def _file_entry(view: View, file: dict[str, Any]) -> Entry:
    words = dossier()
    said = words.file_line.format(
        name=file["name"], size=size_text(file["size"]), added=moment_text(parse_utc(file["added_at"]))
    )
    if file["digest"] in view.not_received:
        said += f"\n{not_received_text(file, view.not_received[file['digest']])}"
    if view.is_contested(file["id"]):
        said += f"  {conflicts().mark}"
    return Entry(words.result_file if file["kind"] == RESULT else words.file, said, Target("file", file["id"]))


def not_received_text(file: dict[str, Any], received: int) -> str:
    """That a file has not arrived, and how much of it has."""
    if not received:
        return dossier().file_not_received
    percent = min(99, received * 100 // max(file["size"], 1))
    return dossier().file_partly_received.format(percent=percent)
