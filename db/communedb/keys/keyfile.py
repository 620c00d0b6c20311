"""The key file of a register: who may open it, and how that changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.keys import storage
from communedb.keys.content import STANDARD, Content, Recovery, Slot, SlotOwner, Strength
from communedb.keys.passphrase import prepared, prepared_new

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communedb.keys.secret import DataKey

KEY_FILE: Final = storage.NAME
"""The file's name in the register's folder."""


class Created:
    """A new key file, not saved yet; the recovery text is to be printed and kept outside, and exists nowhere else."""

    __slots__ = ("data_key", "keyfile", "recovery_text")

    def __init__(self, keyfile: KeyFile, data_key: DataKey, recovery_text: str) -> None:
        self.keyfile = keyfile
        self.data_key = data_key
        self.recovery_text = recovery_text


class KeyFile:
    """The slots of one register. Changes are in memory until `save`."""

    def __init__(self, folder: Path, content: Content, read: bytes | None, from_copy: bool = False) -> None:
        self._folder = folder
        self._content = content
        self._read = read
        self.from_copy = from_copy
        """Whether the file itself was missing or damaged and its copy was read; the next `save` mends it."""

    @classmethod
    def create(
        cls,
        folder: Path,
        register_id: str,
        *,
        unit: tuple[str, str],
        station: int,
        officer: tuple[str, str],
        passphrase: str,
        strength: Strength = STANDARD,
        escrow: Sequence[str] = (),
    ) -> Created:
        """A new data key with a first slot and a recovery slot.

        `unit` is code and name, `officer` id and name, `escrow` further age recipients that may recover, such as the
        province's. Refused: PASSPHRASE_TOO_SHORT, PASSPHRASE_UNUSABLE, RECIPIENT_UNREADABLE, NOT_ENOUGH_MEMORY.
        """
        from communedb.keys import recovery, sealing

        prepared_new(passphrase)
        data_key = sealing.new_data_key()
        recovery_text, sealed = recovery.new_recovery(data_key, escrow)
        print_of_key = sealing.fingerprint(data_key, register_id)
        content = Content(register_id, unit[0], unit[1], station, print_of_key, (), sealed)
        keyfile = cls(folder, content, read=None)
        keyfile.add(officer, passphrase, data_key, strength)
        return Created(keyfile, data_key, recovery_text)

    @classmethod
    def load(cls, folder: Path) -> KeyFile:
        """The key file in a folder, or its copy where the file itself is missing or damaged.

        Refused: KEY_FILE_MISSING, KEY_FILE_DAMAGED, KEY_FILE_UNREADABLE, NEWER_KEY_FILE.
        """
        found = storage.read(folder)
        return cls(folder, found.content, found.data, found.from_copy)

    @property
    def register_id(self) -> str:
        """The register that the keys belong to."""
        return self._content.register

    @property
    def unit(self) -> tuple[str, str]:
        """Code and name of the unit."""
        return self._content.unit_code, self._content.unit_name

    @property
    def station(self) -> int:
        """The station's number."""
        return self._content.station

    @property
    def recovery(self) -> Recovery:
        """The recovery slot."""
        return self._content.recovery

    def officers(self) -> list[SlotOwner]:
        """Every officer who has or had a key, in the order of entry."""
        return [SlotOwner(slot.officer, slot.name, slot.wrapped is not None) for slot in self._content.slots]

    def open(self, officer_id: str, passphrase: str) -> DataKey:
        """The data key by an officer's passphrase.

        Refused: WRONG_PASSPHRASE, UNKNOWN_OFFICER, OFFICER_DISABLED, KEY_FILE_DAMAGED, NOT_ENOUGH_MEMORY.
        """
        from communedb.keys import sealing

        slot = self._slot(officer_id)
        if slot.wrapped is None:
            raise Refused(Reason.OFFICER_DISABLED, officer=slot.name)
        try:
            typed = prepared(passphrase)
        except Refused as fault:
            raise Refused(Reason.WRONG_PASSPHRASE, officer=slot.name) from fault
        data_key = sealing.unwrap(slot.wrapped, typed, (self.register_id, officer_id))
        if data_key is None:
            raise Refused(Reason.WRONG_PASSPHRASE, officer=slot.name)
        if not self.fits(data_key):
            raise Refused(Reason.KEY_FILE_DAMAGED, path=str(self._folder / KEY_FILE))
        return data_key

    def fits(self, data_key: DataKey) -> bool:
        """Whether a data key is this register's."""
        from communedb.keys import sealing

        return sealing.fingerprint(data_key, self.register_id) == self._content.fingerprint

    def add(self, officer: tuple[str, str], passphrase: str, data_key: DataKey, strength: Strength = STANDARD) -> None:
        """A slot for an officer (id and name) who has none.

        Refused: OFFICER_HAS_KEY, WRONG_DATA_KEY, PASSPHRASE_TOO_SHORT, PASSPHRASE_UNUSABLE, NOT_ENOUGH_MEMORY.
        """
        if any(slot.officer == officer[0] for slot in self._content.slots):
            raise Refused(Reason.OFFICER_HAS_KEY, officer=officer[1])
        slot = self._sealed(Slot(officer[0], officer[1], None), passphrase, data_key, strength)
        self._content = self._content._replace(slots=(*self._content.slots, slot))

    def change_passphrase(self, officer_id: str, old: str, new: str, strength: Strength = STANDARD) -> None:
        """A new passphrase, and a new strength, for an officer who knows the old one. Refused as `open` and `add`."""
        self.reset_passphrase(officer_id, new, self.open(officer_id, old), strength)

    def reset_passphrase(
        self, officer_id: str, passphrase: str, data_key: DataKey, strength: Strength = STANDARD
    ) -> None:
        """A new passphrase for one who forgot it, or was disabled and is back, given by one who has the register open.

        Refused: UNKNOWN_OFFICER, and as `add`.
        """
        self._put(self._sealed(self._slot(officer_id), passphrase, data_key, strength))

    def disable(self, officer_id: str) -> None:
        """Take an officer's key out of the file; the name stays. Refused: UNKNOWN_OFFICER, LAST_ACTIVE_OFFICER."""
        slot = self._slot(officer_id)
        if [owner.id for owner in self.officers() if owner.active] == [officer_id]:
            raise Refused(Reason.LAST_ACTIVE_OFFICER, officer=slot.name)
        self._put(slot._replace(wrapped=None))

    def rename(self, officer_id: str, name: str) -> None:
        """Another name for the same officer. Refused: UNKNOWN_OFFICER."""
        self._put(self._slot(officer_id)._replace(name=name))

    def save(self) -> None:
        """Write the file so that neither a crash nor another process's change can lock anybody out.

        Refused: KEY_FILE_EXISTS (a new file over an old one), KEY_FILE_CHANGED (by another process since it was read),
        KEY_FILE_BUSY, DISK_FULL, FOLDER_READ_ONLY, WRITE_FAILED.
        """
        self._read = storage.write(self._folder, self._content, self._read)
        self.from_copy = False

    def _slot(self, officer_id: str) -> Slot:
        for slot in self._content.slots:
            if slot.officer == officer_id:
                return slot
        raise Refused(Reason.UNKNOWN_OFFICER, officer=officer_id)

    def _sealed(self, slot: Slot, passphrase: str, data_key: DataKey, strength: Strength) -> Slot:
        from communedb.keys import sealing

        typed = prepared_new(passphrase)
        if not self.fits(data_key):
            raise Refused(Reason.WRONG_DATA_KEY, register=self.register_id)
        return slot._replace(wrapped=sealing.wrap(data_key, typed, (self.register_id, slot.officer), strength))

    def _put(self, changed: Slot) -> None:
        slots = tuple(changed if slot.officer == changed.officer else slot for slot in self._content.slots)
        self._content = self._content._replace(slots=slots)
