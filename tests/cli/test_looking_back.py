"""Looking back from the command line: the history as filtered, exports of it, the support bundle."""

from __future__ import annotations

import json
import shlex
import zipfile

import pytest


@pytest.fixture
def sent(shop, write_csv, row):
    """Two accepted, one refused; one of them delivered."""
    shop(
        "import", write_csv(row("1", phone="0671234567"), row("2", status="DELIVERED"), row("3", currency=""))
    )
    shop("queue")
    assert shop("send", "--json").code == 1
    return shop


@pytest.mark.parametrize(
    ("filters", "keys"),
    [
        ((), {"1", "2", "3"}),
        (("--result", "rejected"), {"3"}),
        (("--result", "accepted", "--event", "orderDELIVERED"), {"2"}),
        (("--search", "+38 067 123-45-67"), {"1"}),
        (("--account", "Sandbox"), {"1", "2", "3"}),
        (("--since", "2001-01-01"), {"1", "2", "3"}),
        (("--until", "2001-01-01"), set()),
        (("--run", "1"), {"1", "2", "3"}),
        (("--batch", "99"), set()),
        (("--email", "P2@SHOP.example"), {"2"}),
        (("--phone", "067 123 45 67"), {"1"}),
        (("--phone", "067 123 45 67", "--email", "p2@shop.example"), {"1", "2"}),
        (("--customer", "nobody"), set()),
        (("--least", "0.01", "--currency", "uah"), {"1", "2"}),
        (("--most", "0.01"), set()),
        (("--import", "1"), {"1", "2", "3"}),
        (("--import", "9"), set()),
    ],
)
def test_the_history_as_filtered(sent, filters, keys):
    done = sent("history", *filters, "--json")
    assert done.code == 0
    assert {line["eventKey"] for line in done.lines} == keys


def test_the_events_variables_by_the_names_of_the_api_and_what_is_not_known(sent):
    (line,) = sent("history", "2", "--json").lines
    assert line["event"] == "orderDELIVERED"
    assert line["params"] == {
        "eventKey": "2", "orderId": None, "contactId": None, "EmailAddress": "p2@shop.example", "SMS": None,
    }  # fmt: skip
    assert sent("contact", "--email", "p2@shop.example").code == 0
    (line,) = sent("history", "2", "--json").lines
    assert line["params"]["contactId"] == line["contact"]["id"] != ""
    said = sent("history", "3").out
    assert "no event was raised: Yespo refused the order" in said
    assert "eventKey: 3" in said
    assert "contactId: not known: ask the account for the contact" in said
    assert "SMS: none: the order had no phone" in said
    assert "currency" in said, "why it was refused"


def test_the_history_masked_for_sharing(sent):
    (line,) = sent("history", "1", "--masked", "--json").lines
    assert line["eventKey"] == line["params"]["eventKey"] == line["order"]["externalOrderId"] == "1"
    mask = line["params"]["EmailAddress"]
    assert mask == line["contact"]["email"] == line["order"]["email"] == "person1@masked.invalid"
    assert line["params"]["SMS"] == line["contact"]["phone"]
    for said in (sent("history", "1", "--masked").out, sent("history", "--masked", "--json").out):
        assert not [each for each in ("p1@shop.example", "671234567", "Ґалина") if each in said]
        assert "masked.invalid" in said


@pytest.fixture
def sent_twice(shop, write_csv, row):
    """One order, and what was sent of it later: delivered, without shipping."""
    for number, (status, shipping) in enumerate((("INITIALIZED", "10"), ("DELIVERED", "0"))):
        shop("import", write_csv(row("1", status=status, shipping=shipping), name=f"{number}.csv"))
        shop("queue")
        assert shop("send", "--json").code == 0
    return shop


@pytest.mark.parametrize("numbers", [("1", "2"), ("2", "1")])
def test_two_revisions_compared_by_field_in_words(sent_twice, numbers):
    said = sent_twice("history", "1", "--compare", *numbers).out
    assert "status INITIALIZED → DELIVERED\n" in said
    assert "shipping 10 → 0\n" in said
    found = sent_twice("history", "1", "--compare", *numbers, "--json").json
    assert (found["externalOrderId"], found["older"], found["newer"]) == ("1", 1, 2)
    assert {"what": "changed", "field": "status", "old": "INITIALIZED", "new": "DELIVERED"} in found[
        "changes"
    ]
    assert {"what": "changed", "field": "shipping", "old": 10, "new": 0} in found["changes"]
    assert len(found["changes"]) == said.count("\n")


def test_revisions_that_cannot_be_compared(sent_twice):
    assert sent_twice("history", "1", "--compare", "1", "1").out == "Revisions 1 and 1 are alike.\n"
    done = sent_twice("history", "1", "--compare", "1", "3")
    assert (done.code, "It has: 1, 2." in done.err) == (2, True)
    assert sent_twice("history", "--compare", "1", "2").code == 2
    assert sent_twice("history", "nope", "--compare", "1", "2").code == 2


def test_what_was_sent_as_a_command_line(sent):
    said = sent("history", "2", "--curl").out
    assert said.startswith("curl -X POST")
    assert '"externalOrderId":"2"' in said
    assert "$YESPO_API_KEY" in said
    *_, body = shlex.split(said.replace("\\\n", ""))  # lines that a shell joins
    assert json.loads(body)["orders"][0]["externalOrderId"] == "2"
    assert shlex.split(said.replace("\\\n", "")).count(" ") == 0
    masked = sent("history", "2", "--curl", "--masked", "--json").json
    assert masked["revision"] == 1
    assert "p2@shop.example" not in masked["curl"]
    assert sent("history", "--curl").code == 2
    assert sent("history", "nope", "--curl").code == 2


def test_the_story_of_an_order_to_read_aloud_and_masked_to_share(sent):
    story = sent("history", "1", "--story", "--json").json
    assert [entry["what"] for entry in story["timeline"]] == ["imported", "queued", "sent", "accepted"]
    assert story["timeline"][-1]["event"] == "orderINITIALIZED"
    assert story["explanation"]
    said = sent("history", "3", "--story").out
    assert "refused" in said
    assert "Revision 1 sent to Sandbox, answer 200" in said
    assert said.startswith(sent("history", "3", "--story", "--json").json["explanation"][0])
    masked = sent("history", "1", "--story", "--masked").out
    assert "Revision 1 accepted, event orderINITIALIZED" in masked
    assert "p1@shop.example" not in masked
    assert sent("history", "--story").code == 2
    assert sent("history", "nope", "--story").code == 2


def test_an_export_has_what_the_filters_let_through(sent, tmp_path):
    path = tmp_path / "h.json"
    assert sent("export", "history", path, "--result", "rejected", "--json").json["rows"] == 1
    assert json.loads(path.read_text("utf-8"))[0]["eventKey"] == "3"
    assert (
        sent("export", "orders", tmp_path / "o.csv", "--search", "p2@shop.example", "--json").json["rows"]
        == 1
    )
    assert sent("export", "orders", tmp_path / "o.csv", "--status", "DELIVERED", "--json").json["rows"] == 1


@pytest.mark.parametrize(
    "wrong", [("--event", "orderEATEN"), ("--since", "yesterday"), ("--result", "maybe")]
)
def test_a_filter_that_cannot_be_is_wrong_use(sent, wrong):
    assert sent("history", *wrong).code == 2


def test_the_support_bundle(sent, tmp_path):
    path = tmp_path / "bundle.zip"
    assert sent("support-bundle", path, "1", "--json").json == {"file": str(path), "orders": 1}
    with zipfile.ZipFile(path) as bundle:
        everything = "".join(bundle.read(name).decode() for name in bundle.namelist())
    assert "orderINITIALIZED" in everything
    for person in ("p1@shop.example", "1234567", "Ґалина"):
        assert person not in everything
    assert sent("support-bundle", tmp_path / "bundle.txt").code == 2
    assert sent("support-bundle", path, "nobody").code == 2


def test_the_support_bundle_of_a_damaged_workspace(sent, tmp_path):
    for path in sent.workspace.glob("orders.db*"):
        path.unlink()
    (sent.workspace / "orders.db").write_bytes(b"damaged" * 1000)
    done = sent("support-bundle", tmp_path / "b.zip", "--json")
    assert (done.code, done.json["orders"]) == (0, 0)
    assert "damaged" in done.err
    with zipfile.ZipFile(tmp_path / "b.zip") as bundle:
        assert "[!!]" in bundle.read("doctor.txt").decode()


@pytest.mark.parametrize(
    ("what", "filters"),
    [
        ("orders", ["--email", "p2@shop.example"]),
        ("orders", ["--since", "2026-11-28"]),
        ("orders", ["--result", "accepted"]),
        ("history", ["--status", "DELIVERED"]),
        ("rejected", ["--search", "p2"]),
    ],
)
def test_an_export_passes_over_no_filter(sent, tmp_path, what, filters):
    """A file with everybody is not what was asked for."""
    path = tmp_path / "all.csv"
    done = sent("export", what, path, *filters)
    assert (done.code, path.exists()) == (2, False)
    assert f"{filters[0]} does not go with" in done.err


@pytest.mark.parametrize(
    "filters",
    [
        ["--account", "Sandbux"],
        ["--phone", "abc"],
        ["--email", "p2@shop"],
        ["--since", "2026-11-20", "--until", "2026-11-01"],
        ["--least", "10", "--most", "5"],
    ],
)
def test_a_slip_in_a_filter_does_not_look_as_if_nothing_had_been_sent(sent, tmp_path, filters):
    assert sent("history", *filters).code == 2
    assert sent("export", "history", tmp_path / "h.csv", *filters).code == 2
    assert not (tmp_path / "h.csv").exists()


def test_an_account_is_meant_in_any_case_and_after_it_was_removed(sent):
    everything = sent("history", "--json").lines
    assert sent("history", "--account", "SANDBOX", "--json").lines == everything
    assert sent("insights", "--account", "sandbox").code == 0
    sent("account", "remove", "Sandbox")
    assert sent("history", "--account", "sandbox", "--json").lines == everything
