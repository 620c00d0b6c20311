"""The journal: lines, the vectors that they name, and the pen without which nothing is written."""

from __future__ import annotations

TABLES = """
CREATE TABLE journal_vector (
  id INTEGER PRIMARY KEY,
  heads TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE journal_line (
  replica TEXT NOT NULL,
  scope TEXT NOT NULL,
  number INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  officer TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row TEXT NOT NULL,
  changes TEXT NOT NULL,
  seen INTEGER NOT NULL,
  vector INTEGER NOT NULL REFERENCES journal_vector (id),
  replaces TEXT,
  PRIMARY KEY (replica, scope, number)
) STRICT;
CREATE INDEX journal_line_row ON journal_line (row);
CREATE TABLE journal_pen (
  scope TEXT PRIMARY KEY,
  replica TEXT NOT NULL,
  number INTEGER NOT NULL,
  last_clock INTEGER NOT NULL,
  current_vector INTEGER NOT NULL REFERENCES journal_vector (id),
  clock INTEGER,
  officer TEXT,
  seen INTEGER,
  vector INTEGER
) STRICT, WITHOUT ROWID;
"""
