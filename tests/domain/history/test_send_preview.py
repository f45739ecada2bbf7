"""What sending would do, by contact."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ordermanager.domain.history.send_preview import Became, KnownPeople, Sendable, Topic, foretell
from ordermanager.domain.people.identity import Identity
from ordermanager.domain.statuses import Status
from ordermanager.sandbox.people import People

A, B, C = Identity("1", "a@x.example"), Identity("", "b@x.example", "380671112233"), Identity("3")
KNOWN = KnownPeople(frozenset({"1"}), frozenset(), frozenset(), {"1": frozenset({"other@x.example"})})


def order(
    number: int, who: Identity, status: Status = Status.DELIVERED, date: str = "2026-11-01T00:00:00Z"
) -> Sendable:
    return Sendable(number, f"O{number}", status, date, who)


def test_nothing_to_send() -> None:
    found = foretell([], KNOWN)
    assert (found.total, found.contacts, found.events) == (0, 0, ())


def test_by_event_and_by_contact() -> None:
    orders = [order(1, A), order(2, A, Status.CANCELLED), order(3, B), order(4, C)]
    found = foretell(orders, KNOWN)
    assert dict(found.events) == {Status.DELIVERED: 3, Status.CANCELLED: 1}
    assert (found.contacts, found.new, found.unreachable, found.elsewhere) == (
        3,
        1,
        1,
        1,
    )  # an ID alone makes no contact


def test_old_orders_and_carts_that_were_bought() -> None:
    cart = Status.ABANDONED_SHOPPING_CART
    orders = [order(1, A, cart), order(2, B, cart, "2020-01-01T00:00:00Z"), order(3, C, date="")]
    found = foretell(
        orders, KNOWN, "2026-01-01T00:00:00Z", dict.fromkeys((2, 3), Became(9, "O9", "", "email"))
    )
    assert (found.carts, found.bought, found.old) == ((1, 2), (2,), 1)


def test_whoever_is_reached_by_one_of_their_orders_is_reached() -> None:
    found = foretell([order(1, Identity("7")), order(2, Identity("7", "x@x.example"))], KNOWN)
    assert (found.contacts, found.unreachable) == (1, 0)


PEOPLE = st.builds(
    Identity,
    st.sampled_from(["", "1", "2"]),
    st.sampled_from(["", "a@x.example", "b@x.example"]),
    st.sampled_from(["", "380671112233"]),
)


@given(people=st.lists(PEOPLE, max_size=12), status=st.sampled_from(list(Status)))
def test_counts_stay_within_one_another(people: list[Identity], status: Status) -> None:
    found = foretell([order(n, who, status) for n, who in enumerate(people)], KNOWN)
    assert found.total == len(people)
    assert max(found.new, found.unreachable, found.elsewhere) <= found.contacts <= found.total
    assert len(found.named.get(Topic.NEW, ())) >= found.new


@given(people=st.lists(PEOPLE, max_size=12))
def test_new_contacts_are_those_that_the_sandbox_makes(people: list[Identity]) -> None:
    contacts = People()
    made = [contacts.assign(*who, "", "") for who in people]
    found = foretell([order(n, who) for n, who in enumerate(people)], KnownPeople())
    assert found.new == len({contact for contact in made if contact is not None})
    assert {each.order_id for each in found.named.get(Topic.NEW, ())} >= {
        number for number, contact in enumerate(made) if contact is not None
    }


def test_one_person_who_orders_by_email_and_phone_is_one_contact() -> None:
    both, mail, phone = Identity("", "b@x.example", "380671112233"), Identity("", "b@x.example"), Identity()
    found = foretell([order(1, both), order(2, mail), order(3, phone._replace(phone=both.phone))], KNOWN)
    assert (found.contacts, found.new) == (1, 1)


def test_who_may_get_a_message_twice_is_named() -> None:
    again = Sendable(2, "O2", Status.DELIVERED, "", B, again=True)
    assert foretell([order(1, A), again, order(3, C)], KNOWN).twice == ("O2",)
