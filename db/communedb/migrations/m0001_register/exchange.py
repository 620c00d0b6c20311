"""What the exchange keeps at this station: segments, heads, forks, keys, peers, what was parked or quarantined.

None of it travels as rows: segments travel as they were signed, keys as signed lists. `chain` is the name under which a
replica's lines lie in the journal: the replica itself, or, after a fork, the replica and the digest of the branch.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE journal_segment (
  digest TEXT PRIMARY KEY,
  replica TEXT NOT NULL,
  scope TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  chain TEXT NOT NULL,
  previous TEXT NOT NULL,
  header BLOB NOT NULL,
  signature BLOB NOT NULL,
  seed BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_segment_replica ON journal_segment (scope, replica, last);
CREATE TABLE journal_head (
  scope TEXT NOT NULL,
  chain TEXT NOT NULL,
  replica TEXT NOT NULL,
  number INTEGER NOT NULL,
  digest TEXT NOT NULL,
  clock INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (scope, chain)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_fork (
  scope TEXT NOT NULL,
  chain TEXT NOT NULL,
  replica TEXT NOT NULL,
  parent TEXT NOT NULL,
  number INTEGER NOT NULL,
  noticed_at TEXT NOT NULL,
  settled_at TEXT,
  PRIMARY KEY (scope, chain)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_ahead (
  replica TEXT PRIMARY KEY,
  clock INTEGER NOT NULL,
  noticed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_parked (
  digest TEXT PRIMARY KEY,
  replica TEXT NOT NULL,
  scope TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  previous TEXT NOT NULL,
  size INTEGER NOT NULL,
  body BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX journal_parked_previous ON journal_parked (previous);
CREATE TABLE journal_unfolded (
  replica TEXT NOT NULL,
  scope TEXT NOT NULL,
  number INTEGER NOT NULL,
  reason TEXT NOT NULL,
  detail TEXT NOT NULL,
  PRIMARY KEY (replica, scope, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE journal_applying (
  on_this_connection INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE quarantine (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  facts TEXT NOT NULL,
  replica TEXT,
  scope TEXT,
  first INTEGER,
  last INTEGER,
  body BLOB,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE station_key (
  sign_public TEXT PRIMARY KEY,
  sign_secret TEXT NOT NULL,
  recipient TEXT NOT NULL,
  identity TEXT NOT NULL,
  created_at TEXT NOT NULL,
  active INTEGER NOT NULL,
  retired_at TEXT
) STRICT;
CREATE TABLE key_issuer (
  sign_public TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  since TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
CREATE TABLE key_list (
  issuer TEXT NOT NULL,
  version INTEGER NOT NULL,
  envelope TEXT NOT NULL,
  adopted_at TEXT NOT NULL,
  PRIMARY KEY (issuer, version)
) STRICT;
CREATE TABLE peer (
  sign_public TEXT PRIMARY KEY,
  statement TEXT NOT NULL DEFAULT '',
  as_of TEXT NOT NULL DEFAULT '',
  heard_at TEXT NOT NULL DEFAULT '',
  way TEXT NOT NULL DEFAULT '',
  receipt TEXT NOT NULL DEFAULT '',
  receipt_at TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE bundle (
  digest TEXT PRIMARY KEY,
  direction TEXT NOT NULL,
  kind TEXT NOT NULL,
  size INTEGER NOT NULL,
  peer TEXT NOT NULL,
  way TEXT NOT NULL,
  state TEXT NOT NULL,
  facts TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE INDEX bundle_at ON bundle (at);
CREATE TABLE file_wanted (
  digest TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  received INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE durable (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  vector TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;
"""
