"""What this office has decided about its tasks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communedb.domain.refusal import Refused
from communedb.domain.task_period import CutOff, CutOffs
from communedb.domain.task_rules import TaskRules, rules_of
from communedb.domain.task_settings import TASK_DEFAULTS
from communedb.journal.clock import instant
from communedb.stores.settings import read_setting

if TYPE_CHECKING:
    from communedb.sqlite import Database


def read_rules(db: Database) -> TaskRules:
    """The rules in force; a setting of a newer program that cannot be read counts as its default."""
    told = {}
    for name in TASK_DEFAULTS:
        value = read_setting(db, name)
        try:
            rules_of({name: value})
        except Refused:
            continue
        told[name] = value
    rules = rules_of(told)
    weekly, monthly = rules.cut_offs.weekly, rules.cut_offs.monthly
    return replace(
        rules,
        cut_offs=CutOffs(
            _since(db, "task_cut_off_week", weekly),
            _since(db, "task_cut_off_month", monthly),
        ),
    )


def _since(db: Database, name: str, cut_off: CutOff) -> CutOff:
    """The cut-off with the instant of its last change, which the journal tells; None for the program's default."""
    (clock,) = db.conn.execute(
        "SELECT max(clock) FROM journal_line WHERE table_name = 'setting'"
        " AND row = (SELECT id FROM setting WHERE name = ? AND scope = (SELECT unit FROM installation))",
        (name,),
    ).fetchone()
    return cut_off if clock is None else replace(cut_off, since=instant(clock))
