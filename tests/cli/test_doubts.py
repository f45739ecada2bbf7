"""`resolve` as the Unconfirmed folder of the command line; accounts, held orders and backups without a window."""

from __future__ import annotations

import pytest


@pytest.fixture
def doubtful(shop, sandbox, write_csv, row):
    """Three orders in doubt in one request, one accepted."""
    assert shop("import", write_csv(row("1"), row("2"), row("3"))).code == 0
    shop("queue", "--ready")
    sandbox.fail("drop-after:1")
    sent = shop("send")
    assert (sent.code, "resolve tells" in sent.err) == (1, True)
    return shop


def test_what_is_in_doubt_is_told_per_request(doubtful):
    told = doubtful("resolve", "--json")
    (batch,) = told.lines
    assert (told.code, batch["orders"], batch["newer_sent"]) == (1, ["1", "2", "3"], 0)
    assert "may or may not have taken them" in batch["what_happened"]
    said = doubtful("resolve").out
    assert f"Batch {batch['batch']}: 3 orders sent to" in said
    assert f"resolve --send-again --batch {batch['batch']}" in said


def test_a_look_up_says_who_is_known(doubtful):
    (batch,) = doubtful("resolve", "--look-up", "--json").lines
    assert "Yespo knows all 3 new customers" in batch["clue"]


def test_one_decision_for_a_request(doubtful):
    assert doubtful("resolve", "--accepted", "--batch", "999").code == 2
    (batch,) = doubtful("resolve", "--json").lines
    number = str(batch["batch"])
    assert doubtful("resolve", "--accepted", "--batch", number, "--all").code == 2
    assert doubtful("resolve", "--accepted", "--batch", number, "--json").json == {"resolved": 3}
    nothing = doubtful("resolve")
    assert (nothing.code, "Nothing is in doubt" in nothing.out) == (0, True)


def test_what_was_marked_by_hand_does_not_look_proven(doubtful, tmp_path):
    doubtful("resolve", "--accepted", "--all")
    assert {line["result"] for line in doubtful("history", "--json").lines} == {"assumed"}
    assert "assumed" in doubtful("history").out
    assert "marked as accepted by hand, no answer proves it" in doubtful("history", "1").out
    file = tmp_path / "history.csv"
    doubtful("export", "history", file)
    assert file.read_text("utf-8-sig").count('"assumed"') == 3


def test_what_an_account_never_repeats_is_not_sent_again(doubtful):
    (account,) = doubtful("account", "list", "--json").lines
    doubtful("account", "set", account["name"], "--in-doubt", "never")
    said = doubtful("resolve").out
    assert "set to never send again" in said
    assert "resolve --accepted --batch" in said
    refused = doubtful("resolve", "--send-again", "--all", "--json")
    assert refused.json == {"resolved": 0}
    assert f"3 stay unconfirmed: {account['name']} is set to never send again" in refused.err
    doubtful("account", "set", account["name"], "--in-doubt", "ask")
    assert doubtful("resolve", "--send-again", "--all", "--json").json == {"resolved": 3}


def test_an_accounts_settings_are_changed(shop):
    (account,) = shop("account", "list", "--json").lines
    changed = shop(
        "account", "set", account["name"], "--in-doubt", "send_again", "--after", "20", "--in-flight", "4",
        "--per-minute", "30", "--only-newest", "yes", "--new-name", "Main", "--json",
    )  # fmt: skip
    names = ("name", "repeat_policy", "repeat_after", "in_flight", "per_minute", "only_newest")
    assert [changed.json[name] for name in names] == ["Main", "send_again", 20, 4, 30, True]
    assert shop("account", "set", "Main", "--only-newest", "no", "--json").json["only_newest"] is False
    assert shop("account", "set", "Main", "--in-flight", "9").code == 2
    assert shop("account", "set", "Nobody", "--default").code == 2


def test_going_back_to_a_backup_holds_what_waited_until_it_is_released(shop, write_csv, row):
    shop("import", write_csv(row("1"), row("2")))
    shop("queue", "--ready")
    made = shop("backups", "--make", "--json").json["made"]
    shop("withdraw", "--all")
    listed = shop("backups", "--json").lines
    assert listed[0]["file"] == made
    assert listed[0]["good"]
    assert shop("backups", "--restore", "nothing.db").code == 2
    restored = shop("backups", "--restore", made.rpartition("/")[2], "--json")
    assert (restored.code, restored.json["held"]) == (1, 2)
    assert "queue --held" in restored.err
    assert shop("send", "--json").json["accepted"] == 0
    assert shop("queue", "--held", "1").code == 2
    assert shop("queue", "--held", "--json").json == {"released": 2}
    sent = shop("send", "--json")
    assert sent.json["accepted"] == 2
    assert "2 of them may reach customers a second time" in sent.err
