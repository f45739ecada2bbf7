from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.values import emails
from ordermanager.domain.values.emails import likely_slip, read_email
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("mail@example.com", "mail@example.com"),
        ("  mail@example.com ", "mail@example.com"),
        ("User.Name+tag@Example.COM", "User.Name+tag@example.com"),
        ("mailto:a@b.com", "a@b.com"),
        ("MAILTO:a@b.com?subject=hello", "a@b.com"),
        ("o'neil@x.com", "o'neil@x.com"),
        ("user@пошта.укр", "user@xn--80a1acn3a.xn--j1amh"),
        ("a@b.co", "a@b.co"),
    ],
)
def test_reads_addresses(text: str, sent: str) -> None:
    assert read_email(text) == sent


@pytest.mark.parametrize(
    ("text", "code", "proposal"),
    [
        ("user@example,com", "email.syntax", "user@example.com"),
        ("user@example..com", "email.syntax", "user@example.com"),
        ("user @ example.com", "email.syntax", "user@example.com"),
        ("user@example.com.", "email.syntax", "user@example.com"),
        ("user@example.com;", "email.syntax", "user@example.com"),
        ("<user@example.com>", "email.syntax", "user@example.com"),
        ("Ann Smith <ann@example.com>", "email.syntax", "ann@example.com"),
        ("ann smith@example.com", "email.syntax", None),
        ("a..b@c.com", "email.syntax", None),
        ("user", "email.syntax", None),
        ("user@example", "email.syntax", None),
        ("@example.com", "email.syntax", None),
        ("a@@b.com", "email.syntax", None),
        ("user@[1.2.3.4]", "email.syntax", None),
        ("user@ab--cd.com", "email.syntax", None),
        ("x" * 400 + "@example.com", "email.syntax", None),
        ("a@b.com, c@d.com", "email.several", "a@b.com"),
        ("a@b.com c@d.com", "email.several", "a@b.com"),
        ("a@b..com; c@d.com", "email.several", "c@d.com"),
        ("іван@ukr.net", "email.letters", None),
        ("user@gmаil.com", "email.letters", None),  # the а is Cyrillic
        ("x@site.invalid", "email.reserved", None),
        ("x@shop.test", "email.reserved", None),
        ("root@localhost", "email.reserved", None),
    ],
)
def test_refuses_what_no_mail_reaches(text: str, code: str, proposal: str | None) -> None:
    with pytest.raises(Unreadable) as caught:
        read_email(text)
    assert (caught.value.code, caught.value.proposal) == (code, proposal)


@pytest.mark.parametrize(
    ("email", "meant"), [("a@gmial.com", "gmail.com"), ("a@ukr.ner", "ukr.net"), ("a@gmail.com", None)]
)
def test_knows_common_slips_of_the_keys(email: str, meant: str | None) -> None:
    assert likely_slip(email) == meant


@given(st.from_regex(emails._COMMON.__self__, fullmatch=True))
def test_the_fast_pattern_accepts_only_what_email_validator_leaves_unchanged(address: str) -> None:
    if len(address) > 64:
        return
    try:
        careful = validate_email(address, check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError as error:
        pytest.fail(f"{address!r}: {error}")
    assert careful == address == read_email(address)


@given(st.text(alphabet="abZ09.@-_+,; <>\"'()аї\u00a0", max_size=40))
def test_any_text_is_read_or_refused_and_proposals_read(attempt: Callable[..., Any], text: str) -> None:
    address = attempt(read_email, text)
    if isinstance(address, Unreadable):
        assert address.code.startswith("email.")
        if address.proposal is not None:
            assert read_email(address.proposal)
    else:
        assert read_email(address) == address
        assert address.isascii()


@pytest.mark.parametrize(
    "text", ["\u200ba@shop.ua", "a@shop.ua\u200b", "\u202aa@shop.ua\u202c", "a\u00ad@shop.ua\ufeff"]
)
def test_what_nobody_sees_is_no_part_of_an_address(text: str) -> None:
    assert read_email(text) == "a@shop.ua"
