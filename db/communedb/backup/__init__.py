"""A copy of a register on another disk, read back before it counts: see `back_up`."""

from communedb.backup.back_up import KEPT, Backup, back_up

__all__ = ["KEPT", "Backup", "back_up"]
