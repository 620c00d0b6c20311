"""How a rule or the register says no, without words of any language."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why something was refused; the app holds the words for each."""

    ATTACHMENT_DAMAGED = "attachment_damaged"
    ATTACHMENT_MISSING = "attachment_missing"
    BEYOND_CALENDAR = "beyond_calendar"
    DISK_FULL = "disk_full"
    FILE_CHANGED_WHILE_READ = "file_changed_while_read"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_TYPE_NOT_ACCEPTED = "file_type_not_accepted"
    FILE_UNREADABLE = "file_unreadable"
    FOLDER_READ_ONLY = "folder_read_only"
    KEY_FILE_BUSY = "key_file_busy"
    KEY_FILE_CHANGED = "key_file_changed"
    KEY_FILE_DAMAGED = "key_file_damaged"
    KEY_FILE_EXISTS = "key_file_exists"
    KEY_FILE_MISSING = "key_file_missing"
    KEY_FILE_UNREADABLE = "key_file_unreadable"
    LAST_ACTIVE_OFFICER = "last_active_officer"
    NEWER_KEY_FILE = "newer_key_file"
    NOT_ENOUGH_MEMORY = "not_enough_memory"
    OFFICER_DISABLED = "officer_disabled"
    OFFICER_HAS_KEY = "officer_has_key"
    PASSPHRASE_TOO_SHORT = "passphrase_too_short"  # noqa: S105 - the name of a reason
    PASSPHRASE_UNUSABLE = "passphrase_unusable"  # noqa: S105 - the name of a reason
    RECIPIENT_UNREADABLE = "recipient_unreadable"
    RECOVERY_FILE_EXISTS = "recovery_file_exists"
    RECOVERY_KEY_UNREADABLE = "recovery_key_unreadable"
    RECOVERY_KEY_WRONG = "recovery_key_wrong"
    RESUMED_BEFORE_PAUSE = "resumed_before_pause"
    SESSIONS_OUT_OF_ORDER = "sessions_out_of_order"
    TIME_LIMIT_OUT_OF_RANGE = "time_limit_out_of_range"
    UNKNOWN_DOSSIER = "unknown_dossier"
    UNKNOWN_OFFICER = "unknown_officer"
    WRITE_FAILED = "write_failed"
    WRONG_DATA_KEY = "wrong_data_key"
    WRONG_PASSPHRASE = "wrong_passphrase"  # noqa: S105 - the name of a reason


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not a fault of the program
    """The register says no and has left everything as it was.

    `facts` fill the message that the app shows in the officer's language.
    """

    def __init__(self, reason: Reason, **facts: object) -> None:
        super().__init__(reason.value, facts)
        self.reason = reason
        self.facts = facts

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.reason.value}({told})"
