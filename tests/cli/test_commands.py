"""Each command by itself, and everything that can be said wrongly."""

from __future__ import annotations

import csv
import json
import signal
import sys

import pytest

KEY = "K3y-canary-5f2e"


def test_versions(om):
    done = om("--version")
    assert done.code == 0
    assert "Order Manager" in done.out
    assert "SQLite 3." in done.out


def test_help_names_every_command_and_the_exit_codes(om):
    text = om("--help").out
    for name in (
        "import", "imports", "undo-import", "orders", "check", "duplicates", "queue", "withdraw", "send", "resolve",
        "backups", "history", "account", "contact", "export", "support-bundle", "sandbox", "demo", "doctor",
    ):  # fmt: skip
        assert name in text
        assert om(name, "--help").code == 0
    assert "4 sending stopped" in text


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("import",),
        ("import", "x.csv", "--rules", "some"),
        ("import", "x.csv", "--set", "nonsense"),
        ("import", "{good}", "--set", "shoeSize=44"),
        ("import", "{good}", "--timezone", "Mars/Base"),
        ("import", "{good}", "--region", "XX"),
        ("import", "{good}", "--layout", "nonsense"),
        ("import", "{good}", "--profile", "{good}.missing"),
        ("import", "{good}", "{good}", "--rejected", "r.csv"),
        ("import", "{good}", "{good}", "--save-profile", "p.json"),
        ("undo-import", "one"),
        ("orders", "--state", "lost"),
        ("orders", "--limit", "-1"),
        ("check", "nope"),
        ("queue", "nope"),
        ("queue", "--ready", "1"),
        ("withdraw",),
        ("withdraw", "--all", "1"),
        ("resolve", "--all"),
        ("resolve", "--accepted"),
        ("resolve", "--accepted", "--send-again", "--all"),
        ("resolve", "--accepted", "nope"),
        ("send", "--account", "Nobody"),
        ("send",),
        ("history", "nope"),
        ("account",),
        ("account", "add", "Shop"),
        ("account", "add", "Shop", "--url", "http://yespo.io"),
        ("account", "add", "Shop", "--url", "ftp://yespo.io"),
        ("account", "test", "Nobody"),
        ("account", "remove", "Nobody"),
        ("contact",),
        ("contact", "--email", "nobody"),
        ("contact", "--phone", "12"),
        ("contact", "--customer", "1", "--email", "a@shop.example"),
        ("export", "orders"),
        ("export", "everything", "x.csv"),
        ("export", "orders", "x.docx"),
        ("sandbox", "--port", "http"),
        ("sandbox", "--fail", "earthquake"),
        ("demo", "--screenshots", "x"),
        ("doctor", "now"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_a_sentence_and_two(om, write_csv, row, arguments):
    good = str(write_csv(row("1")))
    done = om(*(argument.replace("{good}", good) for argument in arguments), "--json")
    assert done.code == 2, done
    assert len(done.err.strip()) > 15
    if arguments[0] != "import":
        assert done.out == ""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("missing.csv", None),
        ("empty.csv", b""),
        ("noise.csv", bytes(range(256)) * 50),
        ("broken.xlsx", b"PK\x03\x04 this is no workbook"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 nothing"),
        ("cut.json", b'{"orders": [{"externalOrderId": "1"'),
        ("text.json", b'"just a text"'),
        ("nan.json", b'[{"externalOrderId": "1", "totalCost": NaN}]'),
        ("deep.json", b"[" * 100_000),
        ("quote.csv", b'externalOrderId,totalCost\n1,"20\n2,30\n'),
        ("header.csv", b"externalOrderId,totalCost\n"),
        ("unknown.csv", b"colour,shape\nred,round\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence_and_changes_nothing(om, tmp_path, name, content):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = om("import", path, "--json")
    assert done.code == 3, done
    assert name in done.err or "JSON" in done.err
    assert done.json["files"][0]["error"] in done.err
    assert om("orders", "--json").out == ""


def test_one_unreadable_file_does_not_keep_the_others_out(om, tmp_path, write_csv, row):
    (tmp_path / "folder.csv").mkdir()
    done = om("import", tmp_path / "folder.csv", write_csv(row("1")), "--json")
    assert done.code == 3
    assert ["error" in file for file in done.json["files"]] == [True, False]
    assert len(om("orders", "--json").lines) == 1


def test_a_workspace_that_cannot_be_used_is_three(om, tmp_path, write_csv, row):
    om.workspace.mkdir()
    (om.workspace / "orders.db").write_bytes(b"this is no database" * 1000)
    done = om("orders", "--json")
    assert (done.code, done.out) == (3, "")
    assert "orders.db" in done.err
    assert om("doctor").code == 3
    assert om("doctor", "--repair").code == 3
    (tmp_path / "file").write_text("")
    assert om("orders", "--workspace", tmp_path / "file").code == 2
    assert om("orders", "--workspace", tmp_path / "file" / "below").code == 3


def test_the_workspace_may_be_named_by_the_environment_and_anywhere_on_the_line(om, tmp_path, write_csv, row):
    import subprocess

    om("import", write_csv(row("1")))
    for words, environment in (
        (["orders", "--json"], {"ORDERMANAGER_WORKSPACE": str(om.workspace)}),
        (["orders", "--json", "--workspace", str(om.workspace)], {}),
        (
            ["--json", "--workspace", str(om.workspace), "orders"],
            {"ORDERMANAGER_WORKSPACE": str(tmp_path / "other")},
        ),
    ):
        done = subprocess.run(
            [sys.executable, "-m", "ordermanager", *words],
            capture_output=True,
            encoding="utf-8",
            env=om.environment | environment,
            check=True,
        )
        assert len(done.stdout.splitlines()) == 1
    assert not (tmp_path / "other").exists()


def test_accounts(om, sandbox):
    added = om("account", "add", "Shop", "--url", sandbox.url, "--key-stdin", "--json", given=KEY + "\n")
    assert added.code == 0
    assert (added.json["name"], added.json["is_sandbox"], added.json["is_default"]) == ("Shop", True, True)
    assert om("account", "add", "Other", "--url", "yespo.io", "--cost-basis", "line", "--default").code == 0
    listed = om("account", "list", "--json").lines
    assert [(one["name"], one["base_url"], one["cost_basis"]) for one in listed] == [
        ("Other", "https://yespo.io/api", "line"),
        ("Shop", sandbox.url, "unit"),
    ]
    tested = om("account", "test", "Shop", "--json")
    assert (tested.code, tested.json["ok"], tested.json["organisation"]) == (0, True, "Sandbox (training)")
    refused = om("account", "test", "Shop", "--json", ORDERMANAGER_API_KEY="bad")
    assert (refused.code, refused.json["ok"]) == (4, False)
    without = om("account", "test", "Other", "--json")
    assert (without.code, without.json["ok"]) == (4, False)
    assert "ORDERMANAGER_API_KEY" in without.json["message"]
    assert om("account", "remove", "Other", "--json").json == {"removed": "Other"}
    assert len(om("account", "list", "--json").lines) == 1
    assert "Shop" in om("account", "list").out
    for done in (added, tested, refused):
        assert KEY not in done.out + done.err


def test_a_key_is_in_no_file_and_on_no_command_line(shop, write_csv, row):
    shop("import", write_csv(row("1")))
    shop("queue")
    assert shop("send", "--json", ORDERMANAGER_API_KEY=KEY).json["accepted"] == 1
    shop("account", "add", "More", "--url", "yespo.io", "--key-stdin", given=KEY)
    for path in shop.workspace.rglob("*"):
        assert path.is_dir() or KEY.encode() not in path.read_bytes()
    assert shop("account", "add", "X", "--url", "yespo.io", "--key", KEY).code == 2
    assert shop("account", "add", "X", "--url", "yespo.io", "--key-stdin", given="two words").code == 2
    assert shop("account", "add", "X", "--url", "yespo.io", "--key-stdin", given="").code == 2


def test_a_contact_and_its_orders(shop, write_csv, row):
    shop("import", write_csv(row("1"), row("2", externalCustomerId="C-1")))
    shop("queue", "1")
    shop("send")
    for asked in (("--customer", "C-1"), ("--email", "P1@shop.example")):
        found = shop("contact", *asked, "--json")
        assert found.code == 0
        assert found.json["card"]["externalCustomerId"] == "C-1"
        assert "1" in [order["externalOrderId"] for order in found.json["orders"]]
    nobody = shop("contact", "--phone", "+380 67 000 00 00", "--json")
    assert (nobody.code, nobody.json["card"], nobody.json["orders"]) == (0, None, [])
    refused = shop("contact", "--customer", "C-1", "--json", ORDERMANAGER_API_KEY="bad")
    assert refused.code == 4
    assert len(refused.json["orders"]) == 2
    assert refused.json["card"]["externalCustomerId"] == "C-1"
    assert (refused.json["source"], refused.json["days_old"]) == ("cache", 0)
    assert "C-1" in refused.json["reason"]
    assert "today" in shop("contact", "--customer", "C-1", ORDERMANAGER_API_KEY="bad").out
    assert refused.json["reachable"] == {"email": True, "sms": False}
    assert refused.json["totals"] == {
        "orders": 2, "delivered": 0, "amounts": {}, "average": None, "last_date": refused.json["totals"]["last_date"],
    }  # fmt: skip
    unknown = shop("contact", "--customer", "C-1", "--account", "Nobody")
    assert (unknown.code, unknown.out) == (2, "")
    assert "C-1" in shop("contact", "--customer", "C-1").out


def test_whom_an_order_goes_to_and_why_with_and_without_the_network(shop, write_csv, row):
    shop("import", write_csv(row("1", externalCustomerId="C-1"), row("2", externalCustomerId="C-1")))
    shop("queue", "1")
    shop("send")
    offline = shop("contact", "--order", "2", "--offline", "--json").json
    assert (offline["card"], offline["source"]) == (None, "local")
    assert "belongs to the contact of order 1" in offline["reason"]
    (conflict,) = offline["conflicts"]
    assert conflict.startswith("Customer C-1 was bound to p1@shop.example on ")
    assert offline["reachable"] == {"email": True, "sms": False}
    said = shop("contact", "--order", "2", "--offline").out
    assert "the account was not asked" in said
    assert "2 orders here, last order 2026-" in said
    assert "E-mail: p1@shop.example, as far as is known here. SMS: no address is known here." in said
    online = shop("contact", "--order", "2", "--json").json
    assert (online["source"], online["card"]["externalCustomerId"]) == ("account", "C-1")
    assert online["conflicts"] == [conflict]
    assert shop("contact", "--order", "nope").code == 2
    assert shop("contact", "--order", "2", "--account", "Sandbox").code == 2


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json"])
def test_an_export_imported_again_changes_nothing(om, write_csv, row, tmp_path, ending):
    om("import", write_csv(row("0007", firstName="=1+1", phone="0671234567"), row("2", status="WAT")))
    path = tmp_path / f"out.{ending}"
    done = om("export", "orders", path, "--json")
    assert (done.code, done.json) == (0, {"file": str(path), "rows": 2})
    (file,) = om("import", path, "--json").json["files"]
    assert (file["new"], file["updated"], file["unchanged"]) == (0, 0, 2)


def test_exports_of_what_happened(shop, write_csv, row, tmp_path):
    shop("import", write_csv(row("1"), row("2", currency="")))
    shop("queue")
    assert shop("send", "--json").code == 1
    assert shop("export", "history", tmp_path / "history.csv", "--json").json["rows"] == 2
    assert shop("export", "rejected", tmp_path / "rejected.csv", "--json").json["rows"] == 1
    with (tmp_path / "rejected.csv").open(encoding="utf-8-sig", newline="") as stream:
        (rejected,) = csv.DictReader(stream)
    assert "currency" in rejected["error"]
    assert shop("export", "orders", tmp_path / "no" / "folder.csv").code == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_sandbox_says_its_url_first_and_ends_well(om, write_csv, row, tmp_path, number):
    process = om.start("sandbox", "--data", tmp_path / "sandbox.db", "--fail", "503:1", "--json")
    try:
        url = json.loads(process.stdout.readline())["url"]
        assert url.startswith("http://127.0.0.1:")
        om("account", "add", "Sandbox", "--url", url)
        om("import", write_csv(row("1"), row("2")))
        om("queue")
        assert om("send", "--json").json["accepted"] == 2
        taken = om.start("sandbox", "--port", url.rsplit(":")[-1].removesuffix("/api"))
        assert taken.wait(60) == 3
        taken.communicate()
    finally:
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, "")
    assert "Traceback" not in err


def test_the_unattended_demo_closes_its_balance(om):
    done = om("demo", "--unattended", "--json")
    assert done.code == 0
    balance = done.json["balance"]
    assert balance["closes"]
    assert balance["total"] == sum(
        balance[name] for name in ("accepted", "rejected", "unconfirmed", "waiting")
    )
    assert om("orders", "--json").lines
    again = om("demo", "--unattended")
    assert again.code == 2


def test_the_doctor(om):
    assert om("doctor", "--json").json["ok"]
    assert not om.workspace.exists()
    om("orders")
    report = om("doctor", "--json").json
    assert {line["name"] for line in report["lines"]} >= {
        "versions",
        "integrity",
        "permissions",
        "keyring",
        "backups",
    }
    repaired = om("doctor", "--repair", "--json")
    assert (repaired.code, repaired.json["repaired"]) == (0, [])


def test_whoever_stops_reading_is_no_error(om, write_csv, row):
    om("import", write_csv(*(row(str(number)) for number in range(300))))
    process = om.start("orders", "--json")
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == 0
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()


def test_people_get_a_text_where_no_terminal_can_be_coloured(om, write_csv, row):
    om("import", write_csv(row("1", firstName="\x1b[31mred\x07")))
    text = om("orders").out
    assert "red" in text
    assert "\x1b" not in text
    assert "\x07" not in text


def test_a_mapping_is_saved_and_used_again(om, write_csv, row, tmp_path):
    shop = {"Order ID" if name == "externalOrderId" else name: text for name, text in row("A-1").items()}
    profile = tmp_path / "shop.json"
    first = om("import", write_csv(shop), "--set", "source=offline", "--save-profile", profile, "--json")
    assert first.json["files"][0]["ready"] == 1
    assert json.loads(profile.read_text())["constants"] == {"source": "offline"}
    om("import", write_csv({**shop, "Order ID": "A-2"}), "--profile", profile)
    second = next(line for line in om("orders", "--json").lines if line["externalOrderId"] == "A-2")
    assert second["order"]["source"] == "offline"
    om("import", write_csv({**shop, "Order ID": "A-3"}))
    third = next(line for line in om("orders", "--json").lines if line["externalOrderId"] == "A-3")
    assert "source" not in third["order"]  # only what a window has confirmed is used without asking


def test_kept_columns_and_the_rows_with_errors_of_an_import(om, tmp_path):
    path, mapping, bad = tmp_path / "shop.csv", tmp_path / "mapping.json", tmp_path / "bad.csv"
    path.write_text("Foo,Email,Total\n1,a@example.com,10\n2,b@example.com,20\n", "utf-8")
    given = {"profile": 1, "name": "weekly", "headers": ["Foo", "Email", "Total"], "layout": ""}
    fields = {"externalOrderId": {"first": ["Foo"]}, "email": {"first": ["Email"]}}
    mapping.write_text(json.dumps({**given, "fields": fields}), "utf-8")
    assert om("profiles", "add", mapping).code == 0
    assert [each["name"] for each in om("--json", "profiles").lines] == ["weekly"]
    done = om("--json", "import", path, "--profile", "weekly")
    (found,) = done.json["files"]
    assert (found["orders"], found["with_problems"]) == (2, 2)
    assert om("--json", "rejected-rows", found["import_id"], bad).json["rows"] == 2
    assert bad.read_text("utf-8-sig").splitlines()[0] == '"Foo","Email","Total","error"'
    assert om("profiles", "rename", "weekly", "monthly").code == 0
    assert om("profiles", "export", "monthly", tmp_path / "copy.json").code == 0
    assert om("profiles", "delete", "monthly").code == 0
    assert om("--json", "profiles").lines == []
    assert om("import", path, "--profile", "monthly").code == 2
    path.unlink()
    assert om("rejected-rows", found["import_id"], bad).code == 2


def test_importing_like_an_earlier_import(om, tmp_path):
    for name, number in (("first", "A-1"), ("second", "A-2")):
        (tmp_path / f"{name}.csv").write_text(f"Order ID;Total;Email\n{number};5;p@shop.example\n")
    mapping = om("--json", "import", tmp_path / "first.csv", "--set", "currency=EUR", "--rules", "minimum")
    first = mapping.json["files"][0]
    again = om("--json", "import", tmp_path / "second.csv", "--like", first["import_id"])
    assert again.json["files"][0]["new"] == 1
    (order,) = [order for order in om("--json", "orders").lines if order["externalOrderId"] == "A-2"]
    assert order["currency"] == "EUR"
    assert om("import", tmp_path / "second.csv", "--like", "99").code == 2


def test_what_the_window_asks_can_be_said_on_the_command_line(om, tmp_path):
    path = tmp_path / "shop.csv"
    path.write_text(
        "Order ID,Email,Total,Date,Status\n"
        "1,a@example.com,10,03/04/2026,gone fishing\n"
        "2,,20,05/06/2026,gone fishing\n"
        "3,c@example.com,30,05/06/2026,gone fishing\n"
        "Total,,60,,\n",
        "utf-8",
    )
    said = (
        "--status-word",
        "gone fishing=DELIVERED",
        "--dates",
        "day-first",
        "--default",
        "email=x@example.com",
    )
    done = om("--json", "import", path, *said, "--skip-row", 4, "--keep-row", 5, "--rules", "minimum")
    (found,) = done.json["files"]
    assert found["orders"] == 3
    orders = {each["externalOrderId"]: each for each in om("--json", "orders").lines}
    assert sorted(orders) == ["1", "2", "Total"]
    assert orders["1"]["status"] == "DELIVERED"
    assert orders["1"]["date"].startswith("2026-04-0")
    assert orders["2"]["email"] == "x@example.com"
    assert om("import", path, "--status-word", "gone fishing=GONE").code == 2
    assert om("import", path, "--group", "sideways").code == 2


def test_columns_of_both_files_are_said_by_their_headers(om, tmp_path):
    orders, items = tmp_path / "orders.csv", tmp_path / "items.csv"
    orders.write_text("Order ID,Email,Betrag\n1,p@shop.example,35\n")
    items.write_text("Beleg,Was,Stk\n1,Tea,2\n")
    said = [
        "--items-column",
        "Beleg=externalOrderId",
        "--items-column",
        "Was=name",
        "--items-column",
        "Stk=quantity",
    ]
    refused = om("import", orders, "--items", items)
    assert (refused.code, "items.csv has no items" in refused.err) == (3, True)
    done = om("import", orders, "--items", items, "--column", "Betrag=totalCost", *said, "--json")
    assert done.json["files"][0]["items"] == 1
    (order,) = om("orders", "--json").lines
    assert order["order"]["totalCost"] == 35
    assert order["order"]["items"][0]["name"] == "Tea"
