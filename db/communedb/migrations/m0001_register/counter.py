"""Travelling tables of the counter: what was certified under which number, and what was counted in the till."""

from __future__ import annotations

TABLES = """
CREATE TABLE certification (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  dossier TEXT NOT NULL,
  station TEXT NOT NULL,
  book TEXT NOT NULL,
  volume INTEGER NOT NULL,
  year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  paper_name TEXT NOT NULL,
  pages INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  fee INTEGER NOT NULL,
  signer TEXT NOT NULL,
  certified_on TEXT NOT NULL
) STRICT;
CREATE INDEX certification_dossier ON certification (dossier);
CREATE INDEX certification_book ON certification (book, year, number);
CREATE TABLE cash_close (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  officer TEXT NOT NULL,
  station TEXT NOT NULL,
  from_at TEXT,
  until_at TEXT NOT NULL,
  recorded INTEGER NOT NULL,
  counted INTEGER NOT NULL,
  explanation TEXT,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX cash_close_officer ON cash_close (officer, until_at);
"""
