"""What this station alone keeps: how it is installed, its counters, and what officers have half done."""

from __future__ import annotations

TABLES = """
CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  register TEXT NOT NULL,
  replica TEXT NOT NULL,
  station TEXT NOT NULL,
  station_number INTEGER NOT NULL,
  unit TEXT NOT NULL,
  attachment_identity TEXT NOT NULL,
  attachment_secret TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE unit (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  province TEXT NOT NULL,
  province_name TEXT NOT NULL
) STRICT;
CREATE TABLE holiday (
  day TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  announced INTEGER NOT NULL,
  source TEXT NOT NULL
) STRICT;
CREATE TABLE code_counter (
  period TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;
CREATE TABLE certification_counter (
  book TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (book, year)
) STRICT;
CREATE TABLE reserved_code (
  code TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  reserved_at TEXT NOT NULL,
  officer TEXT NOT NULL,
  dossier TEXT
) STRICT;
CREATE TABLE desk_place (
  officer TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE column_match (
  name TEXT PRIMARY KEY,
  body TEXT NOT NULL
) STRICT;
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  officer TEXT NOT NULL,
  form TEXT NOT NULL,
  label TEXT NOT NULL,
  body TEXT NOT NULL,
  parked INTEGER NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX draft_officer ON draft (officer, form, saved_at);
CREATE TABLE saved_filter (
  officer TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (officer, name)
) STRICT;
CREATE TABLE station_setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE office_version (
  number INTEGER NOT NULL
) STRICT;
INSERT INTO office_version VALUES (0);
CREATE TABLE last_seen (
  officer TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;
"""


def count_changes(table: str) -> str:
    """The triggers that count the changes of one of the office's tables: see `office_memory`."""
    return "".join(
        f"CREATE TRIGGER {table}_counted_{change.lower()} AFTER {change} ON {table}"
        " BEGIN UPDATE office_version SET number = number + 1; END;\n"
        for change in ("INSERT", "UPDATE", "DELETE")
    )
