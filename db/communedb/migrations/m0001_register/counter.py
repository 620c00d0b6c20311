"""Travelling tables of the counter: what was certified under which number, and what was counted in the till.

A line of `certification` has no number, signer and day until the paper is entered in the station's book.
`cash_close.until_clock` is where the next close of that officer at that station begins.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE certification (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  dossier TEXT NOT NULL,
  position INTEGER NOT NULL,
  book TEXT NOT NULL,
  paper_name TEXT NOT NULL,
  pages INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  fee INTEGER NOT NULL,
  station TEXT,
  volume INTEGER,
  year INTEGER,
  number INTEGER,
  signer TEXT,
  certified_on TEXT
) STRICT;
CREATE INDEX certification_dossier ON certification (dossier);
CREATE INDEX certification_entered ON certification (book, certified_on, volume, number) WHERE number IS NOT NULL;
CREATE INDEX certification_waiting ON certification (dossier, position) WHERE number IS NULL;
CREATE TABLE cash_close (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  officer TEXT NOT NULL,
  station TEXT NOT NULL,
  from_at TEXT,
  until_at TEXT NOT NULL,
  until_clock INTEGER NOT NULL,
  recorded INTEGER NOT NULL,
  counted INTEGER NOT NULL,
  explanation TEXT,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX cash_close_officer ON cash_close (officer, until_clock);
"""
