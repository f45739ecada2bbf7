from __future__ import annotations

from ordermanager.domain.draft import OrderDraft


def test_reading_strips_and_keeping_does_not() -> None:
    draft = OrderDraft({"email": "  a@b.com "})
    assert draft.get("email") == "a@b.com"
    assert draft.get("phone") == ""
    assert draft.fields["email"] == "  a@b.com "


def test_a_copy_is_apart() -> None:
    draft = OrderDraft({"email": "a"}, [{"name": "x"}], {"k": "v"})
    other = draft.copy()
    other.fields["email"] = "b"
    other.items[0]["name"] = "y"
    other.additional_info["k"] = "w"
    assert draft == OrderDraft({"email": "a"}, [{"name": "x"}], {"k": "v"})


def test_drafts_that_mean_the_same_become_equal() -> None:
    full = OrderDraft(
        {"email": "a", "phone": " "}, [{"name": ""}, {"name": "x", "url": ""}], {"k": "v", " ": ""}
    )
    assert full.without_empty() == OrderDraft({"email": "a"}, [{"name": "x"}], {"k": "v"})
