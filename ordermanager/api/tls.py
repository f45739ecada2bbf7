"""The secure connection: whom it trusts, and what a refusal means."""

from __future__ import annotations

import ssl
from typing import TYPE_CHECKING

from ordermanager.api.exchange import ErrorKind
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, KnownError

if TYPE_CHECKING:
    from pathlib import Path

_CERTIFICATE_KINDS = {
    9: ErrorKind.TLS_NOT_YET_VALID,
    10: ErrorKind.TLS_EXPIRED,
    2: ErrorKind.TLS_UNKNOWN_CA,  # the issuer's certificate is missing
    18: ErrorKind.TLS_UNKNOWN_CA,  # signed by itself
    19: ErrorKind.TLS_UNKNOWN_CA,  # its root is signed by itself and unknown
    20: ErrorKind.TLS_UNKNOWN_CA,
    21: ErrorKind.TLS_UNKNOWN_CA,
    27: ErrorKind.TLS_UNKNOWN_CA,
    62: ErrorKind.TLS_WRONG_HOST,
    64: ErrorKind.TLS_WRONG_HOST,  # an IP address
}
"""OpenSSL's X509_V_ERR_* numbers."""

_NOT_TLS_REASONS = (
    "WRONG_VERSION_NUMBER",
    "HTTP_REQUEST",
    "RECORD_LAYER_FAILURE",
    "PACKET_LENGTH_TOO_LONG",
    "UNKNOWN_PROTOCOL",
)


class BadAuthorities(KnownError):
    """The file of further authorities cannot be read."""

    is_of_account = True


def make_context(ca: Path | None = None) -> ssl.SSLContext:
    """TLS 1.2 or newer against the authorities that come with the program, and those in the file `ca`.

    It is not made by `ssl.create_default_context`, which obeys SSLKEYLOGFILE, nor from the system's paths,
    which SSL_CERT_FILE can replace: another program's environment must not decide who may read orders.
    Raises BadAuthorities when `ca` cannot be read.
    """
    import certifi

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # verifies the chain and the host name
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_verify_locations(cafile=certifi.where())
    if ca is not None:
        try:
            context.load_verify_locations(cafile=str(ca))
        except OSError as error:  # ssl.SSLError is one too
            raise BadAuthorities(
                QT_TRANSLATE_NOOP("Sentence", "{file} cannot be read as a file of certificates (PEM)."),
                file=ca.name,
            ) from error
    return context


def sort_tls_error(error: ssl.SSLError) -> tuple[ErrorKind, str]:
    """What a failed handshake means, and a short detail."""
    if isinstance(error, ssl.SSLCertVerificationError):
        kind = _CERTIFICATE_KINDS.get(error.verify_code, ErrorKind.TLS)
        return kind, f"certificate: {error.verify_message}"
    reason = error.reason or type(error).__name__
    kind = ErrorKind.TLS_NOT_TLS if reason in _NOT_TLS_REASONS else ErrorKind.TLS
    return kind, reason.replace("_", " ").lower()
