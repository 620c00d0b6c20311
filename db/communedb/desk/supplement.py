"""Taking in the papers that a citizen was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.desk.act import act
from communedb.desk.receive import add_paper
from communedb.domain.intake import PaperState

if TYPE_CHECKING:
    from communedb.desk.act import Done
    from communedb.domain.act import Act
    from communedb.transaction import Write


def receive_supplement(tx: Write, dossier: str, asked: Act) -> Done:
    """Take the step and put its papers on the checklist as handed in; those that it does not know are added.

    Refused as `act` refuses; nothing is ticked then.
    """
    done = act(tx, dossier, asked)
    known = tx.db.conn.execute("SELECT id, name, position FROM paper WHERE dossier = ?", (dossier,)).fetchall()
    by_name = {name: key for key, name, _ in known}
    position = max((place for _, _, place in known), default=0)
    for paper in asked.papers:
        handed_in = paper.model_copy(update={"state": PaperState.YES})
        if paper.name in by_name:
            changed = {"state": handed_in.state.value, "copy_kind": paper.copy_kind.value, "quantity": paper.quantity}
            tx.update("paper", by_name[paper.name], changed)
        else:
            position += 1
            add_paper(tx, dossier, position, handed_in)
    return done
