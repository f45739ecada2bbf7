"""yespo-api.md 4.3: whom an order goes to."""

from __future__ import annotations

from ordermanager.domain.people.contact_matching import Binding, Match, MatchKind, match_contact
from ordermanager.domain.people.contacts import Channel, Contact
from ordermanager.domain.people.identity import Identity

EMAIL, PHONE = "a@b.com", "380671234567"
ME = Identity("7", EMAIL, PHONE)


def card(number: str, customer: str = "", email: str = "", phone: str = "") -> Contact:
    channels = [Channel("email", email)] * bool(email) + [Channel("sms", phone)] * bool(phone)
    return Contact(number, customer, channels=tuple(channels))


def sentences(match: Match) -> list[str]:
    return [str(match.reason), *map(str, match.conflicts)]


def test_a_bound_customer_id_wins_over_email_and_phone() -> None:
    earlier = [
        Binding(Identity("7", "old@b.com", PHONE), "100", "20.11.2026"),
        Binding(Identity("7", EMAIL, PHONE), "101", "21.11.2026"),
    ]
    match = match_contact(ME, earlier)
    assert (match.kind, match.contact) == (MatchKind.CUSTOMER_ID, None)
    assert sentences(match) == [
        "Customer 7 belongs to the contact of order 100, sent on 20.11.2026. The customer ID decides.",
        "Customer 7 was bound to old@b.com on 20.11.2026: Yespo will assign the order to that contact. "
        "An order does not change the contact.",
    ]


def test_the_card_with_the_customer_id_wins_over_the_one_with_the_email() -> None:
    mine, stranger = card("1", "7", "other@b.com", "380501234567"), card("2", "8", EMAIL, PHONE)
    match = match_contact(ME, (), [stranger, mine])
    assert (match.kind, match.contact) == (MatchKind.CUSTOMER_ID, mine)
    assert sentences(match) == [
        "The contact has the customer ID 7, and the customer ID decides.",
        "The order's e-mail is a@b.com, the contact's is other@b.com. An order does not change the contact.",
        "The order's phone is 380671234567, the contact's is 380501234567. An order does not change "
        "the contact.",
        "The e-mail a@b.com belongs to another contact, 2.",
        "The phone 380671234567 belongs to another contact, 2.",
    ]


def test_an_unknown_customer_id_is_matched_by_phone_then_email() -> None:
    by_phone, by_email = card("1", phone=PHONE), card("2", email="A@B.com")
    assert match_contact(ME, (), [by_email]).kind is MatchKind.EMAIL
    match = match_contact(ME, (), [by_email, by_phone])
    assert (match.kind, match.contact) == (MatchKind.PHONE, by_phone)
    assert "The phone belongs to contact 1, the e-mail to 2" in sentences(match)[1]


def test_a_card_with_another_customer_id_is_a_conflict() -> None:
    match = match_contact(ME, (), [card("1", "8", EMAIL, PHONE)])
    assert match.kind is MatchKind.PHONE
    assert sentences(match) == [
        "The contact has the phone 380671234567.",
        "The contact has the customer ID 8, the order has 7. Is it the same person?",
    ]


def test_earlier_orders_tell_when_the_account_was_not_asked() -> None:
    match = match_contact(Identity("", EMAIL), [Binding(Identity("8", EMAIL), "100", "20.11.2026")])
    assert (match.kind, match.contact, match.conflicts) == (MatchKind.EMAIL, None, ())
    assert str(match.reason) == "Order 100, sent on 20.11.2026, has the same e-mail."
    match = match_contact(ME, [Binding(Identity("8", "", PHONE), "100", "20.11.2026")])
    assert match.kind is MatchKind.PHONE
    assert len(match.conflicts) == 1


def test_earlier_orders_of_two_people_are_a_conflict() -> None:
    earlier = [
        Binding(Identity("8", EMAIL), "100", "20.11."),
        Binding(Identity("9", "", PHONE), "101", "21.11."),
    ]
    match = match_contact(Identity("", EMAIL, PHONE), earlier)
    assert match.kind is MatchKind.PHONE
    assert sentences(match) == [
        "Order 101, sent on 21.11., has the same phone.",
        "The phone belongs to contact 9, the e-mail to 8: it is not known which one gets the order.",
    ]
    one = [Binding(Identity("", EMAIL, PHONE), "100", ""), Binding(Identity("", EMAIL), "101", "")]
    assert match_contact(Identity("", EMAIL, PHONE), one).conflicts == ()


def test_an_order_gives_the_contact_whom_it_went_to_no_address() -> None:
    earlier = [Binding(Identity("8", "x@y.com"), "100", ""), Binding(Identity("8", EMAIL, PHONE), "101", "")]
    assert match_contact(Identity("", EMAIL, PHONE), earlier).kind is MatchKind.NEW


def test_a_customer_id_alone_binds_nobody() -> None:
    assert match_contact(Identity("7"), [Binding(Identity("7"), "100", "")]).kind is MatchKind.NONE
    assert match_contact(ME, [Binding(Identity("7"), "100", "")]).kind is MatchKind.NEW
    bound = [Binding(Identity("7"), "100", ""), Binding(Identity("7", EMAIL), "101", "")]
    assert "order 101" in sentences(match_contact(Identity("7"), bound))[0]


def test_nobody_known_means_a_new_contact_and_says_whether_the_account_was_asked() -> None:
    unasked, asked = match_contact(ME), match_contact(ME, (), [])
    assert unasked.kind is asked.kind is MatchKind.NEW
    assert "Not known here" in str(unasked.reason)
    assert "Nobody in the account" in str(asked.reason)


def test_an_order_that_names_nobody_or_only_an_unknown_id() -> None:
    assert match_contact(Identity()).kind is MatchKind.NONE
    match = match_contact(Identity("7"))
    assert match.kind is MatchKind.NONE
    assert "Customer 7 is not known yet" in str(match.reason)


def test_strangers_in_what_was_found_are_passed_over() -> None:
    assert (
        match_contact(ME, [Binding(Identity("9", "x@y.com"), "1", "")], [card("1", "9", "x@y.com")]).kind
        is MatchKind.NEW
    )
    assert match_contact(Identity("", EMAIL), (), [card("1", phone="")]).kind is MatchKind.NEW
