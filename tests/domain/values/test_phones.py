from __future__ import annotations

from typing import TYPE_CHECKING, Any

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.values.phones import are_plain, common_phone, is_doubtful, national_forms, read_phone
from ordermanager.domain.values.unreadable import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("text", "region", "sent"),
    [
        ("380942583691", "UA", "380942583691"),  # the documentation's own example
        ("0671234567", "UA", "380671234567"),
        ("671234567", "UA", "380671234567"),  # a spreadsheet took the zero
        ("+38 (067) 123-45-67", "UA", "380671234567"),
        ("067 123 45 67", "UA", "380671234567"),
        ("067\u00a0123\u00a045\u00a067", "UA", "380671234567"),
        ("'0671234567", "UA", "380671234567"),
        ("тел. 067 123 45 67", "UA", "380671234567"),
        ("00380671234567", "UA", "380671234567"),
        ("380671234567.0", "UA", "380671234567"),
        ("044 123 45 67", "UA", "380441234567"),
        ("+48 601 123 456", "UA", "48601123456"),
        ("601 123 456", "PL", "48601123456"),
        ("+380671234567", "PL", "380671234567"),
        ("380671234567", "PL", "380671234567"),  # the API's own form, whatever the region
        ("0038 067 123 45 67", "PL", "380671234567"),
        ("(212) 555-0123", "US", "12125550123"),
        ("4915112345678", "US", "4915112345678"),
        ("+380001112233", "UA", "380001112233"),  # no such range, but nothing missing either
    ],
)
def test_reads_numbers_as_digits_with_the_country_code(text: str, region: str, sent: str) -> None:
    assert read_phone(text, region) == sent


@pytest.mark.parametrize(
    ("text", "region", "code", "proposal"),
    [
        ("80671234567", "UA", "phone.invalid", "+380671234567"),
        ("8 (067) 123-45-67", "UA", "phone.invalid", "+380671234567"),
        ("80671234567", "PL", "phone.invalid", None),
        ("0671234567", "PL", "phone.invalid", None),
        ("067123456", "UA", "phone.invalid", None),
        ("06712345678", "UA", "phone.invalid", None),
        ("9312345678", "UA", "phone.invalid", None),
        ("4721234567", "UA", "phone.invalid", None),  # Norwegian with a plus, but none was written
        ("no phone", "UA", "phone.invalid", None),
        ("12345", "UA", "phone.length", None),
        ("1234567", "UA", "phone.length", None),
        ("1" * 20, "UA", "phone.length", None),
        ("1" * 300, "UA", "phone.invalid", None),
        ("3.80671E+11", "UA", "phone.shortened", None),
        ("3,80671E+11", "UA", "phone.shortened", None),
        ("0671234567, 0501234567", "UA", "phone.several", "+380671234567"),
        ("0671234567 / 0501234567", "UA", "phone.several", "+380671234567"),
        ("0671234567 0501234567", "UA", "phone.several", "+380671234567"),
        ("моб.: 067 123-45-67; роб.: 044 123 45 67", "UA", "phone.several", "+380671234567"),
        ("+48 600 700 800, +48 600 700 801", "UA", "phone.several", None),
        ("тел. 067 123 45 67 (Viber)", "UA", "phone.invalid", "+380671234567"),
        ("0671234567 Олена, дзвонити після 18", "UA", "phone.invalid", "+380671234567"),
        ("5168 7420 0671 2345", "UA", "phone.length", None),
        ("0671234567 Олена", "PL", "phone.invalid", None),
    ],
)
def test_refuses_what_is_no_number(text: str, region: str, code: str, proposal: str | None) -> None:
    with pytest.raises(Unreadable) as caught:
        read_phone(text, region)
    assert (caught.value.code, caught.value.proposal) == (code, proposal)


def test_only_numbers_outside_known_ranges_are_doubtful() -> None:
    assert is_doubtful("+380001112233", "UA")
    assert not is_doubtful("0671234567", "UA")
    assert not is_doubtful("+48 601 123 456", "UA")


def test_national_forms() -> None:
    assert national_forms("UA") == ("380", "0")
    assert national_forms("PL") == ("48", "")
    assert national_forms("ZZ") == ("", "")


_mobile = st.tuples(
    st.sampled_from(["+380", "380", "0"]),
    st.sampled_from(
        ["39", "50", "63", "66", "67", "68", "73", "91", "92", "93", "94", "95", "96", "97", "98", "99"]
    ),
    st.from_regex(r"[0-9]{7}", fullmatch=True),
)


@given(_mobile)
def test_the_fast_pattern_agrees_with_phonenumbers(parts: tuple[str, str, str]) -> None:
    text = "".join(parts)
    careful = phonenumbers.parse(text, "UA")
    assert phonenumbers.is_valid_number(careful)
    assert "+" + read_phone(text, "UA") == phonenumbers.format_number(
        careful, phonenumbers.PhoneNumberFormat.E164
    )
    assert not is_doubtful(text, "UA")


@given(
    st.text(alphabet="0123456789+ ()-.,eE/xтел", max_size=30), st.sampled_from(["UA", "PL", "US", "ZZ", ""])
)
def test_any_text_is_read_or_refused_and_what_is_sent_reads_again(
    attempt: Callable[..., Any], text: str, region: str
) -> None:
    digits = attempt(read_phone, text, region)
    if isinstance(digits, Unreadable):
        assert digits.code.startswith("phone.")
        if digits.proposal is not None:
            read_phone(digits.proposal, region)
    else:
        assert digits.isascii()
        assert digits.isdigit()
        assert read_phone("+" + digits, region) == digits


def test_what_is_said_of_ukraine_is_what_the_library_says() -> None:
    metadata = phonenumbers.PhoneMetadata.metadata_for_region("UA")
    assert metadata is not None
    assert national_forms("UA") == (str(metadata.country_code), metadata.national_prefix)


@given(
    st.lists(
        st.from_regex(r"\+?(38)?0[3569][0-9]{8}\n?", fullmatch=True)
        | st.sampled_from(["380671234567", "380671234567\n380671234567", "", "38067123456"])
    ),
    st.sampled_from(["UA", "PL"]),
)
def test_plain_phones_are_those_that_are_left_as_they_are(texts: list[str], region: str) -> None:
    if are_plain(texts):
        assert [common_phone(text, region) for text in texts] == texts
    assert are_plain(texts) == (bool(texts) and all(map(_is_plain, texts)))


def _is_plain(text: str) -> bool:
    return text.startswith("380") and common_phone(text, "PL") == text
