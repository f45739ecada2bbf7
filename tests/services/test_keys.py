from __future__ import annotations

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest
from keyring.backends.SecretService import Keyring as SecretService

from ordermanager.services.accounts import NoKey
from ordermanager.services.app import Services
from ordermanager.services.keys import SERVICE, KeyStore, KeyUnusable, checked_key, is_safe, system_backend

KEY = "K3y-canary-123456"


class Vault(SecretService):
    """A secret service as the allow-list knows it by name, with its secrets in a dict."""

    def __init__(self, *, locked: bool = False, forgets: bool = False) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.locked = locked
        self.forgets = forgets

    def get_password(self, service, username):
        if self.locked:
            raise keyring.errors.KeyringLocked("locked")
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        if self.locked:
            raise keyring.errors.KeyringLocked("locked")
        if not self.forgets:
            self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


Vault.__module__ = SecretService.__module__
Vault.__qualname__ = SecretService.__qualname__


class PlainFile(SecretService):
    """What keyrings.alt installs: readable by anyone."""


PlainFile.__module__ = "keyrings.alt.file"


def chain(*members):
    made = keyring.backends.chainer.ChainerBackend()
    type(made).backends = property(lambda _: list(members))
    return made


@pytest.fixture
def untouched_chainer(monkeypatch):
    monkeypatch.setattr(keyring.backends.chainer.ChainerBackend, "backends", [], raising=False)


def test_a_safe_keyring_keeps_the_key():
    vault = Vault()
    store = KeyStore(vault)
    assert store.put("a@host", f"  {KEY}\n") is None
    assert vault.kept == {(SERVICE, "a@host"): KEY}
    assert (store.get("a@host"), store.place("a@host"), store.place("b@host")) == (KEY, "keyring", "none")
    store.forget("a@host")
    store.forget("a@host")
    assert (vault.kept, store.get("a@host")) == ({}, None)


@pytest.mark.parametrize(
    "backend", [PlainFile(), keyring.backends.null.Keyring(), keyring.backends.fail.Keyring(), object()]
)
def test_any_other_back_end_is_never_given_a_key(backend):
    assert not is_safe(backend)
    store = KeyStore(backend)
    notice = store.put("a@host", KEY)
    assert "no safe place for keys" in str(notice)
    assert (store.get("a@host"), store.place("a@host"), store.has_keyring) == (KEY, "memory", False)
    assert KeyStore(backend).get("a@host") is None


@pytest.mark.parametrize("vault", [Vault(locked=True), Vault(forgets=True)])
def test_a_keyring_that_does_not_take_the_key_leaves_it_in_memory_and_says_so(vault):
    store = KeyStore(vault)
    assert "did not take the key" in str(store.put("a@host", KEY))
    assert store.get("a@host") == KEY
    store.forget("a@host")
    assert store.get("a@host") is None


def test_a_chain_is_safe_only_with_safe_members(untouched_chainer):
    assert is_safe(chain(Vault(), Vault()))
    assert not is_safe(chain(Vault(), PlainFile()))
    assert not is_safe(chain())


def test_the_allow_list_names_back_ends_that_keyring_has():
    names = {
        f"{kind.__module__}.{kind.__qualname__}" for kind in keyring.backend.KeyringBackend.__subclasses__()
    }
    assert "keyring.backends.SecretService.Keyring" in names | {f"{SecretService.__module__}.Keyring"}
    assert is_safe(SecretService())


def test_without_any_service_there_is_no_keyring(monkeypatch):
    monkeypatch.setattr(keyring, "get_keyring", lambda: keyring.backends.fail.Keyring())
    assert system_backend() is None

    def explode():
        raise RuntimeError("no bus")

    monkeypatch.setattr(keyring, "get_keyring", explode)
    assert system_backend() is None


@pytest.mark.parametrize("text", ["", "  \n", "two words", "line\nbreak", "tab\tkey", "x" * 5000, "nul\0"])
def test_what_cannot_be_a_key_is_refused(text):
    with pytest.raises(KeyUnusable) as refused:
        checked_key(text)
    assert refused.value.exit_code == 2
    assert "x" * 50 not in str(refused.value)


def test_a_locked_keyring_is_not_called_an_account_without_a_key(folder, monkeypatch):
    """Or its owner makes a new key at Yespo for nothing."""
    monkeypatch.delenv("ORDERMANAGER_API_KEY", raising=False)
    vault = Vault()
    with Services.open(folder, key_store=KeyStore(vault)) as services:
        services.accounts.add("Shop", "https://yespo.io/api", key=KEY)
        record = services.accounts.record("Shop")
        vault.locked = True
        with pytest.raises(NoKey, match="keyring of this computer did not give the key of the account Shop"):
            services.sending.send()
        assert "Unlock it" in str(services.accounts.test().sentence)
        vault.locked = False
        assert services.accounts.key_of(record) == KEY
        vault.kept.clear()
        with pytest.raises(NoKey, match="has no API key on this computer"):
            services.accounts.key_of(record)
