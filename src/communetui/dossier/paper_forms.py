"""The forms of papers and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.desk.attachments import RESULT, SCAN, attach
from communedb.desk.papers import append_paper, set_paper
from communedb.domain.intake import PaperEntry
from communetui.dossier.parts import count, hint, label, line, one_of, one_of_named
from communetui.dossier.path_picker import PathPicker, typed_path
from communetui.screens.entry import EntryForm, Part
from communetui.strings.dossier import dossier
from communetui.strings.dossier_forms import form_texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from communedb.domain.refusal import Refused
    from communedb.register import Register
    from communetui.dossier.view import View
    from communetui.strings.language import Text

_NAME_LIMIT: Final = 2_000
_PAGES_LIMIT: Final = 200


def paper_form(
    title: Text, view: View, register: Register, paper: str | None, refused: Callable[[Refused], object]
) -> EntryForm[str]:
    """Change a paper of the checklist, or add one; the answer is its name."""
    present = next((row for row in view.dossier.papers if row["id"] == paper), None) or {
        "name": "",
        "state": "yes",
        "copy_kind": "original",
        "quantity": 1,
        "condition": None,
        "note": None,
    }

    def work(given: dict[str, Any]) -> str:
        entry = PaperEntry.model_validate(
            {
                "name": given["paper_name"] or "",
                "state": given["state"],
                "copy_kind": given["copy_kind"],
                "quantity": given["quantity"],
                "condition": present["condition"],
                "note": given["note"],
            }
        )
        if paper is None:
            register.write_as_shown(view.dossier.shown, append_paper, view.dossier.id, entry)
        else:
            register.write_as_shown(view.dossier.shown, set_paper, paper, entry)
        return entry.name

    # The state comes first: that a paper has come is what is noted nine times in ten.
    rest = [
        one_of("state", lambda: dossier().paper_states, present["state"]),
        one_of("copy_kind", lambda: dossier().copy_kinds, present["copy_kind"]),
        count("quantity", present["quantity"]),
        line("note", present["note"] or "", limit=_NAME_LIMIT),
    ]
    name = line("paper_name", present["name"], limit=_NAME_LIMIT)
    return EntryForm(title, [name, *rest] if paper is None else [*rest, name], work, refused=refused)


def attach_form(
    title: Text, view: View, register: Register, paper: str | None, refused: Callable[[Refused], object]
) -> EntryForm[str]:
    """Attach a file to the dossier or one of its papers; the answer is the file's name."""

    def work(given: dict[str, Any]) -> str:
        path = typed_path(given["path"])
        stored = register.files.store(_pages(path, given["pages"]) if given["pages"] else path)
        belongs = given["paper"] or None
        register.write(attach, view.dossier.id, stored, path.name, paper=belongs, kind=given["kind"])
        return path.name

    kinds = (SCAN, RESULT)
    papers = [("", form_texts().dossier_itself), *((row["id"], row["name"]) for row in view.dossier.papers)]
    parts = [
        Part("path", label("path"), PathPicker(hint=hint("path"))),
        one_of("kind", lambda: {kind: form_texts().kinds[kind] for kind in kinds}, SCAN),
        one_of_named("paper", papers, paper or ""),
        line("pages", limit=_PAGES_LIMIT, aside=True),
    ]
    return EntryForm(title, parts, work, about=lambda: form_texts().about["attach"], refused=refused)


def _pages(path: Path, typed: str) -> bytes:
    """Some pages of a PDF, as a PDF."""
    from communedb.files.pdf_pages import take_pages

    return take_pages([(path, typed)])
