"""Which addresses an account may have."""

from __future__ import annotations

import pytest

from ordermanager.api.address import BadAddress, InsecureAddress, is_loopback, normalise_base_url
from ordermanager.api.client import YespoClient


@pytest.mark.parametrize(
    ("entered", "base"),
    [
        ("https://yespo.io", "https://yespo.io/api"),
        ("https://yespo.io/", "https://yespo.io/api"),
        ("https://yespo.io/api", "https://yespo.io/api"),
        ("https://yespo.io/api/", "https://yespo.io/api"),
        ("https://yespo.io/api/v1", "https://yespo.io/api"),
        ("https://yespo.io/api/v1/", "https://yespo.io/api"),
        (" https://esputnik.com/api/v1/orders ", "https://esputnik.com/api"),
        ("https://api.yespo.io/api/v2", "https://api.yespo.io/api"),
        ("yespo.io", "https://yespo.io/api"),
        ("HTTPS://Yespo.IO./api", "https://yespo.io/api"),
        ("https://gateway.example:8443/yespo/api/v1", "https://gateway.example:8443/yespo/api"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/api"),
        ("http://localhost:8080/api/v1", "http://localhost:8080/api"),
        ("http://[::1]:8080/api", "http://[::1]:8080/api"),
        ("http://127.5.6.7/", "http://127.5.6.7/api"),
    ],
)
def test_normalised(entered, base):
    assert normalise_base_url(entered) == base
    assert normalise_base_url(base) == base
    assert YespoClient(entered, "k").base_url == base


@pytest.mark.parametrize(
    "entered",
    [
        "http://yespo.io/api",
        "http://10.0.0.1/api",
        "http://192.168.1.5:8000",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://0.0.0.0",
        "http://[::]/",
        "http://2130706433/",
    ],
)
def test_plain_http_outside_loopback_is_refused(entered):
    with pytest.raises(InsecureAddress) as refusal:
        normalise_base_url(entered)
    assert "https://" in str(refusal.value)
    assert refusal.value.exit_code == 2


@pytest.mark.parametrize(
    "entered",
    [
        "",
        "   ",
        "https://",
        "ftp://yespo.io",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https://yespo.io:port/",
        "https://yespo.io:0/",
        "https://[::1/",
        "https://yespo.io/api?key=1",
        "https://yespo.io/api#x",
        "https://yes po.io",
        "https://yespo.io/\napi",
        "https://" + "a" * 64 + ".example",
        "https://user:secretword@yespo.io/api",
        "https://secretword@yespo.io/api",
        "http://user:secretword@yespo.io/api?x=1",
    ],
)
def test_nonsense_is_refused_and_a_password_is_not_repeated(entered):
    with pytest.raises(BadAddress) as refusal:
        normalise_base_url(entered)
    assert "secretword" not in str(refusal.value)


def test_loopback_literals():
    assert all(is_loopback(host) for host in ("127.0.0.1", "127.255.0.3", "::1", "localhost", "LOCALHOST"))
    assert not any(
        is_loopback(host) for host in ("128.0.0.1", "example.com", "0.0.0.0", "::", "127.0.0.1.nip.io", "")
    )
