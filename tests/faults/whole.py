"""What must be true of a register after any fault: nothing half there, nothing twice, nothing damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communedb.sqlite import Database


def codes(db: Database) -> list[str]:
    """The codes of all dossiers, in the order of entry."""
    return [code for (code,) in db.conn.execute("SELECT code FROM dossier ORDER BY id")]


def assert_whole(db: Database) -> None:
    """Each dossier has its first event, its promise, its list row, its search text and its lines in the journal."""

    def one(sql: str) -> int:
        (number,) = db.conn.execute(sql).fetchone()
        return int(number)

    dossiers = one("SELECT count(*) FROM dossier")
    assert one("SELECT count(DISTINCT code) FROM dossier") == dossiers
    assert one("SELECT count(DISTINCT dossier) FROM event WHERE kind = 'received'") == dossiers
    assert one("SELECT count(*) FROM event WHERE kind = 'received'") == dossiers
    assert (
        one("SELECT count(*) FROM dossier d JOIN dossier_state s ON s.dossier = d.id AND s.code = d.code") == dossiers
    )
    assert one("SELECT count(*) FROM dossier_state WHERE place IN (SELECT rowid FROM dossier_search)") == dossiers
    for table in ("dossier", "event", "paper", "person"):
        lines = one(f"SELECT count(DISTINCT row) FROM journal_line WHERE table_name = '{table}'")
        assert one(f"SELECT count(*) FROM {table}") == lines
    assert one(
        "SELECT count(*) FROM journal_line JOIN journal_pen USING (replica, scope) WHERE scope = '19867'"
    ) == one("SELECT number FROM journal_pen WHERE scope = '19867'")
    assert one("SELECT coalesce(sum(last), 0) FROM code_counter") == dossiers
    assert one("SELECT count(*) FROM journal_pen WHERE clock IS NOT NULL") == 0
    assert db.conn.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    assert db.conn.execute("PRAGMA cipher_integrity_check").fetchall() == []
