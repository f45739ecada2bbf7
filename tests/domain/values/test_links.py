from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.values.links import read_url
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    "text",
    [
        "http://example.com",
        "http://example.com/item/200600/image.png?size=200&x=[1]#top",
        "https://магазин.укр/товар",
        "https://shop.example.com:8443/x",
        "HTTPS://EXAMPLE.COM/X",
        "http://[::1]:8080/x",
        "http://127.0.0.1/x",
    ],
)
def test_full_links_are_sent_as_entered(text: str) -> None:
    assert read_url(f" {text} ") == text


@pytest.mark.parametrize(
    ("text", "code", "proposal"),
    [
        ("www.shop.com/x", "url.syntax", "https://www.shop.com/x"),
        ("shop.com", "url.syntax", "https://shop.com"),
        ("https://shop.com/a b", "url.syntax", "https://shop.com/a%20b"),
        ("/item/1", "url.syntax", None),
        ("localhost:8080/x", "url.syntax", None),
        ("n/a", "url.syntax", None),
        ("http://", "url.syntax", None),
        ("//cdn.com/x.png", "url.syntax", None),
        ("https://shop.com/" + "x" * 3000 + " y", "url.syntax", None),
        ("javascript:alert(1)", "url.scheme", None),
        ("JavaScript:alert(1)", "url.scheme", None),
        ("data:text/html,x", "url.scheme", None),
        ("file:///etc/passwd", "url.scheme", None),
        ("mailto:a@b.com", "url.scheme", None),
    ],
)
def test_what_is_no_full_link(text: str, code: str, proposal: str | None) -> None:
    with pytest.raises(Unreadable) as caught:
        read_url(text)
    assert (caught.value.code, caught.value.proposal) == (code, proposal)


@given(st.text(alphabet="htps:/.a1-?# й@[]", max_size=40))
def test_any_text_is_read_or_refused_and_proposals_read(attempt: Callable[..., Any], text: str) -> None:
    url = attempt(read_url, text)
    if isinstance(url, Unreadable):
        assert url.code.startswith("url.")
        assert url.proposal is None or read_url(url.proposal) == url.proposal
    else:
        assert url == text.strip()
