"""The key file: a random data key, wrapped once for each officer and once for recovery.

Importing this package and listing officers loads no cryptography, so that the Unlock screen shows at once.
"""

from communedb.keys.content import LIGHT, STANDARD, SlotOwner, Strength
from communedb.keys.keyfile import KEY_FILE, Created, KeyFile
from communedb.keys.secret import DataKey

__all__ = ["KEY_FILE", "LIGHT", "STANDARD", "Created", "DataKey", "KeyFile", "SlotOwner", "Strength"]
