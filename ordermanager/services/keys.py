"""API keys: in the system's keyring where it is one that keeps secrets, else in memory until the program ends.

faults.md 4.1: keyring falls back to a file that anyone can read if such a back end is installed, so only the
back ends named here are used. A key's name binds it to its account and host: a changed address never gets the
old key.
"""

from __future__ import annotations

import os
import threading
from typing import Any, Protocol

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError, Sentence
from ordermanager.log import Log

_log = Log(__name__)

SERVICE = "OrderManager"
ENVIRONMENT = "ORDERMANAGER_API_KEY"

SAFE_BACKENDS = frozenset(
    (
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",  # KWallet 5 and 6
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.libsecret.Keyring",
    )
)
_CHAINER = "keyring.backends.chainer.ChainerBackend"

KEPT_IN_MEMORY = QT_TRANSLATE_NOOP(
    "Sentence",
    "This computer has no safe place for keys, so the key is kept only until the program ends. "
    "For the command line, give it in the environment variable ORDERMANAGER_API_KEY.",
)
KEYRING_FAILED = QT_TRANSLATE_NOOP(
    "Sentence",
    "The system's keyring did not take the key (it may be locked), so the key is kept only until the "
    "program ends.",
)


class Backend(Protocol):
    """What is used of a keyring back end."""

    def get_password(self, service: str, username: str) -> str | None:
        """The secret, or None."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep it."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget it; raises where there is none."""


class KeyUnusable(KnownError):
    """The text cannot be a key."""

    is_of_account = True
    exit_code = 2


def is_safe(backend: object) -> bool:
    """Whether a back end is on the list; a chain only if each of its members is."""
    kind = f"{type(backend).__module__}.{type(backend).__qualname__}"
    if kind == _CHAINER:
        members = list(getattr(backend, "backends", ()))
        return bool(members) and all(is_safe(member) for member in members)
    return kind in SAFE_BACKENDS


def system_backend() -> Backend | None:
    """The keyring of this computer, if it is one that keeps secrets."""
    try:
        import keyring  # reads the entry points of every installed package

        backend: Any = keyring.get_keyring()
    except Exception as error:  # back ends fail in their own ways while they look for their service
        _log.warning("no keyring: %s", type(error).__name__)
        return None
    return backend if is_safe(backend) else None


def checked_key(text: str) -> str:
    """The key without blanks around it. Raises KeyUnusable where it is empty or could not stand in a header."""
    key = text.strip()
    if not key:
        raise KeyUnusable(
            QT_TRANSLATE_NOOP("Sentence", "The API key is empty. Copy it from Yespo: Settings → API.")
        )
    if len(key) > 4096 or not key.isprintable() or any(sign.isspace() for sign in key):
        raise KeyUnusable(
            QT_TRANSLATE_NOOP(
                "Sentence",
                "This does not look like an API key: it has blanks or line breaks in it. Copy it again.",
            )
        )
    return key


class KeyStore:
    """Keys by name; any thread. `backend` is looked for when first needed, because that takes a moment."""

    def __init__(self, backend: Backend | None = None, *, look_for_backend: bool = True) -> None:
        self._backend = backend if backend is not None and is_safe(backend) else None
        self._looked = backend is not None or not look_for_backend
        self._memory: dict[str, str] = {}
        self._lock = threading.RLock()
        self.gives_nothing = False
        """Whether the keyring is there but did not answer when a key was last asked of it: it is locked, most often."""

    @classmethod
    def in_memory(cls) -> KeyStore:
        """A store that never touches the system: for the demo and for tests."""
        return cls(look_for_backend=False)

    @property
    def has_keyring(self) -> bool:
        """Whether a safe keyring is there."""
        return self._keyring() is not None

    @property
    def description(self) -> str:
        """The back end's name for the doctor, or "memory"."""
        backend = self._keyring()
        return type(backend).__module__ if backend is not None else "memory"

    def get(self, name: str) -> str | None:
        """The key kept under `name`; a key given for this run comes first."""
        with self._lock:
            kept = self._memory.get(name)
            backend = None if kept else self._keyring()
            if backend is None:
                return kept
            try:
                found = backend.get_password(SERVICE, name)
                self.gives_nothing = False
                return found
            except (
                Exception
            ) as error:  # each back end has its own errors: locked, no bus, refused by the user
                _log.warning("the keyring gave no key: %s", type(error).__name__)
                self.gives_nothing = True
                return None

    def put(self, name: str, key: str) -> Sentence | None:
        """Keep a key; None where the keyring took it, else the notice that it is in memory only."""
        key = checked_key(key)
        with self._lock:
            backend = self._keyring()
            if backend is not None and self._kept_by(backend, name, key):
                self._memory.pop(name, None)
                return None
            self._memory[name] = key
            return Sentence(KEPT_IN_MEMORY if backend is None else KEYRING_FAILED)

    def forget(self, name: str) -> None:
        """Remove a key from memory and keyring; harmless where there is none."""
        with self._lock:
            self._memory.pop(name, None)
            backend = self._keyring()
            if backend is None:
                return
            try:
                if backend.get_password(SERVICE, name) is not None:
                    backend.delete_password(SERVICE, name)
            except Exception as error:  # as in `get`
                _log.warning("the keyring did not remove a key: %s", type(error).__name__)

    def place(self, name: str) -> str:
        """Where the key of this name is: "memory", "keyring" or "none"."""
        with self._lock:
            if name in self._memory:
                return "memory"
            return "keyring" if self.get(name) else "none"

    def _keyring(self) -> Backend | None:
        with self._lock:
            if not self._looked:
                self._looked = True
                self._backend = system_backend()
            return self._backend

    @staticmethod
    def _kept_by(backend: Backend, name: str, key: str) -> bool:
        try:
            backend.set_password(SERVICE, name, key)
            return backend.get_password(SERVICE, name) == key
        except Exception as error:  # as in `get`
            _log.warning("the keyring took no key: %s", type(error).__name__)
            return False


def environment_key() -> str | None:
    """The key of ORDERMANAGER_API_KEY, for computers without a keyring."""
    return os.environ.get(ENVIRONMENT, "").strip() or None
