"""What `import` says to a person: nothing left out in silence, a lack of the whole file once and with what fills it."""

from __future__ import annotations

import shlex

HEADER = "Order ID,Date,Name,Phone,E-mail,Product,SKU,Qty,Price,Total,Status\n"


def write(tmp_path, *rows):
    path = tmp_path / "shop.csv"
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def row(number, email="ivan@shop.com.ua"):
    return f"{number},2026-11-23,Ivan,0671234567,{email},Tea,T-1,1,10.00,10.00,delivered"


def test_what_the_file_lacks_is_said_once_and_the_options_named_fill_it(om, tmp_path):
    path = write(tmp_path, *(row(number) for number in range(1, 31)))
    said = om("import", path, "--dry-run")
    assert said.code == 1
    assert said.out.count("imageUrl") == 2  # its line, and the option
    assert "Fill this in" not in said.out
    options = [
        line.split("  ")[0].strip().replace("…", "shop.example")
        for line in map(str.strip, said.out.splitlines())
        if line.startswith("--set")
    ]
    first_of_each = {option.partition("=")[0]: shlex.split(option) for option in options}
    assert len(first_of_each) == 4  # customer, currency, item's link and picture
    done = om("import", path, *(part for option in first_of_each.values() for part in option))
    assert done.code == 0, done.out
    assert "30 ready, 0 with problems" in done.out


def test_rows_that_are_no_orders_are_said_with_the_reason(om, tmp_path):
    done = om("import", write(tmp_path, row(1), ",,,,,,,,,,", "Total,,,,,,,,,10.00,"), "--dry-run")
    assert "2 rows not imported:\n  row 3: blank row\n  row 4: a row of totals: Total 10.00\n" in done.out


def test_problems_stand_by_kind_with_their_rows(om, tmp_path):
    rows = [
        row(number, email='"p@shop,example"' if number % 2 else "ivan@shop.com.ua") for number in range(1, 31)
    ]
    said = om("import", write(tmp_path, *rows), "--dry-run").out
    (line,) = [line for line in said.splitlines() if line.startswith("email")]
    assert line.startswith("email, 15 times – row 2 (order 1), row 4 (order 3), row 6 (order 5), ")
    assert " and 10 more: “p@shop,example” is not an e-mail address." in line


def test_people_read_the_time_of_the_workspace_and_scripts_utc(om, tmp_path):
    om("import", write(tmp_path, row(1)), "--timezone", "Europe/Kyiv")
    assert "2026-11-23 00:00" in om("orders").out
    (line,) = om("orders", "--json").lines
    assert line["date"] == "2026-11-23T00:00:00+02:00"


def test_orders_that_are_here_keep_what_a_list_of_statuses_does_not_tell(om, tmp_path):
    om("import", write(tmp_path, row(1), row(2)), "--rules", "minimum")
    (tmp_path / "statuses.csv").write_text("Order ID,Status\n1,cancelled\n2,delivered\n", "utf-8")
    done = om("import", tmp_path / "statuses.csv", "--rules", "minimum")
    assert "0 new, 1 updated, 1 unchanged." in done.out
    assert "Orders that were here keep what the file does not tell." in done.out
    assert "totalCost" not in done.out
    first, second = om("--json", "orders").lines
    assert {(each["externalOrderId"], each["status"]) for each in (first, second)} == {
        ("1", "CANCELLED"),
        ("2", "DELIVERED"),
    }
    assert first["email"] == "ivan@shop.com.ua"
    assert [item["name"] for item in first["order"]["items"]] == ["Tea"]


def test_amounts_that_read_two_ways_are_said_and_answered_by_an_option(om, tmp_path):
    path = tmp_path / "shop.csv"
    path.write_text(
        "Order ID;Email;Date;Status;Currency;Total\n1;a@shop.com.ua;20.11.2026;paid;EUR;1.234\n", "utf-8"
    )
    done = om("import", path, "--dry-run", "--rules", "no-items")
    assert "1 amounts such as 1.234 may be thousands or decimals" in done.out
    assert "--decimals" in done.out
    om("import", path, "--rules", "no-items", "--decimals", "comma")
    assert [order["totalCost"] for order in om("--json", "orders").lines] == [1234]
    om("import", path, "--like", "1")
    assert [order["totalCost"] for order in om("--json", "orders").lines] == [1234]


def test_a_trial_brings_in_the_first_orders_and_the_rest_comes_later(om, tmp_path):
    path = write(tmp_path, *map(row, range(1, 6)))
    done = om("import", path, "--rules", "minimum", "--first", "2")
    assert "Imported 2 orders with 2 items: 2 new" in done.out
    assert {order["externalOrderId"] for order in om("--json", "orders").lines} == {"1", "2"}
    assert (
        "Imported 5 orders with 5 items: 3 new, 0 updated, 2 unchanged"
        in om("import", path, "--rules", "minimum").out
    )
    assert om("import", path, "--first", "2", "--dry-run").code == 2
    assert om("import", path, "--first", "0").code == 2


def test_a_file_without_headers_is_read_by_the_letters_of_its_columns(om, tmp_path):
    path = tmp_path / "export.csv"
    path.write_text("K-1;Kettle;10,50\nK-2;Cup;2,50\n", "utf-8")
    assert om("import", path, "--dry-run").code == 3
    said = om("import", path, "--no-header", "--column", "A=externalOrderId", "--column", "C=totalCost")
    assert "Imported 2 orders" in said.out
    assert [line["totalCost"] for line in om("orders", "--json").lines] == [10.5, 2.5]


def test_columns_are_split_joined_and_added_up(om, tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(
        "Order ID,Buyer,City,Street,Goods,Courier\n1,Коваль Олена Іванівна,Київ,Хрещатик 1,10.50,2\n"
        "2,Шевчук Ігор,Львів,,7,0.25\n",
        "utf-8",
    )
    given = (
        "--split",
        "Buyer=last-first",
        "--join",
        "deliveryAddress=City",
        "--join",
        "deliveryAddress=Street",
    )
    saved = tmp_path / "mine.json"
    totals = (
        "--add",
        "totalCost=Goods",
        "--add",
        "totalCost=Courier",
        "--set",
        "description={City}: {Buyer}",
    )
    assert om("import", path, *given, *totals, "--save-profile", saved).code == 1
    first, second = (line["order"] for line in om("orders", "--json").lines)
    assert (first["firstName"], first["lastName"]) == ("Олена Іванівна", "Коваль")
    assert (second["firstName"], second["lastName"]) == ("Ігор", "Шевчук")
    assert (first["deliveryAddress"], second["deliveryAddress"]) == ("Київ, Хрещатик 1", "Львів")
    assert (first["totalCost"], second["totalCost"]) == (12.5, 7.25)
    again = om("import", path, "--profile", saved)
    assert "2 unchanged" in again.out


def test_a_column_to_join_that_is_not_there_is_said(om, tmp_path):
    path = write(tmp_path, row(1))
    assert "has no column “Town”. It has: Order ID, Date" in om("import", path, "--join", "name=Town").err
    assert "“nonsense” is not a field" in om("import", path, "--join", "nonsense=Name").err
    assert "does not end with “=first-last” or “=last-first”" in om("import", path, "--split", "Name").err


def test_what_the_whole_file_lacks_pushes_no_order_out_of_the_problems(om, tmp_path):
    """Said once under `lacks`; the one order in thousands that has a problem of its own is among the problems."""
    path = tmp_path / "orders_export.csv"
    head = "Name,Email,Financial Status,Fulfillment Status,Currency,Total,Created at,"
    head += "Lineitem quantity,Lineitem name,Lineitem price"
    rows = [
        f"#{n},{'nobody' if n == 3499 else f'a{n}@shop.ua'},paid,fulfilled,UAH,10,2026-03-04 10:00:00 +0200,1,Tea,10"
        for n in range(3500)
    ]
    path.write_text("\n".join((head, *rows)), "utf-8")
    (file,) = om("import", path, "--json").json["files"]
    assert [lack["field"] for lack in file["lacks"]] == ["externalCustomerId", "url", "imageUrl"]
    assert "--rules minimum" in file["lacks"][0]["choices"]
    own = [problem for problem in file["problems"] if problem["code"] != "required"]
    assert {(problem["row"], problem["field"]) for problem in own} == {(3501, "email")}
    assert len(file["problems"]) == 302
    assert file["with_problems"] == 3500
    assert file["notes"] == []  # its dates name their time zone


def test_the_time_zone_of_times_without_one_is_said_once(om, tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("Order ID,Date,Total\n1,2026-03-04 10:00,5\n2,2026-03-05 11:00,5\n", "utf-8")
    (file,) = om("import", path, "--json", "--dry-run").json["files"]
    assert file["notes"] == ["Times without a time zone are read as those of Europe/Kyiv."]
    said = om("import", path, "--dry-run", "--timezone", "Europe/Warsaw").out
    assert "read as those of Europe/Warsaw. (--timezone ZONE says another)" in said
    path.write_text("Order ID,Date,Total\n1,2026-03-04,5\n2,2026-03-05 11:00:00 +0200,5\n", "utf-8")
    (file,) = om("import", path, "--json", "--dry-run").json["files"]
    assert file["notes"] == []


def test_a_table_beside_the_orders_is_named_with_what_is_typed_to_take_it(om, tmp_path):
    path = tmp_path / "sheet.csv"
    path.write_text(
        "Order ID,Date,Total,,SKU,Product name,Price\n1,2026-05-01,5,,T-1,Tea,5\n2,2026-05-02,6,,T-2,Honey,6\n"
        "3,2026-05-03,7,,T-3,Mug,7\n,,,,T-4,Cup,8\n,,,,T-5,Pot,9\n",
        encoding="utf-8",
    )
    said = om("import", path, "--dry-run")
    assert "Would import 3 orders with 0 items" in said.out
    assert "columns E:G (SKU, Product name, Price), beside the orders in A:C" in said.out
    assert "(--table E:G or --table ALL)" in said.out
    assert "row 5: belongs to the table in columns E:G" in said.out
    assert "Would import 3 orders with 5 items" in om("import", path, "--table", "ALL", "--dry-run").out
    refused = om("import", path, "--table", "E:G", "--dry-run")
    assert refused.code == 3
    assert "Note: Only the table in columns E:G is read" in refused.err
    assert om("import", path, "--table", "E-G;1", "--dry-run").code == 2


def test_letters_that_were_encoded_twice_are_put_right_by_an_option(om, tmp_path):
    path = tmp_path / "twice.csv"
    path.write_text("Р—Р°РјРѕРІР»РµРЅРЅСЏ,Р†Рј'СЏ,РЎСѓРјР°\n7,Р†РІР°РЅ,5\n", encoding="utf-8")
    refused = om("import", path, "--dry-run")
    assert refused.code == 3
    assert "may be “Замовлення”" in refused.err
    assert "(--mend-letters)" in refused.err
    om("import", path, "--mend-letters")
    (order,) = om("orders", "--json").lines
    assert order["order"]["firstName"] == "Іван"


def test_one_number_of_two_shops_is_no_order_to_send_until_a_pattern_tells_them_apart(om, tmp_path):
    path = tmp_path / "shops.csv"
    path.write_text(
        "Order ID,Store,Date,Email,Total,Status,Currency\n5,Kyiv,2026-05-01,a@example.com,5,new,UAH\n"
        "6,Kyiv,2026-05-01,c@example.com,5,new,UAH\n5,Lviv,2026-05-02,b@example.com,7,new,UAH\n",
        encoding="utf-8",
    )
    said = om("import", path, "--rules", "minimum", "--dry-run").out
    assert (
        "externalOrderId, 1 time – row 2 (order 5): Rows 2 and 4 have the same order number but are of two shops"
        in said
    )
    assert "1 ready, 1 with problems" in said
    done = om("import", path, "--rules", "minimum", "--set", "externalOrderId={Store}-{Order ID}").out
    assert "Imported 3 orders" in done
    assert "3 ready, 0 with problems" in done


def test_status_words_that_nobody_knows_come_with_what_is_typed_for_them(om, tmp_path):
    path = tmp_path / "shop.csv"
    rows = ["1,a@shop.ua,10,Скасовано клієнтом", "2,b@shop.ua,20,gone fishin'", "3,c@shop.ua,30,delivered"]
    path.write_text("\n".join(["Order ID,Email,Total,Status", *rows]), "utf-8")
    said = om("import", path, "--dry-run", "--rules", "minimum").out
    assert "--status-word 'Скасовано клієнтом=CANCELLED'  as it seems" in said
    (option,) = [line.strip() for line in said.splitlines() if "gone fishin" in line and "--status" in line]
    assert shlex.split(option) == ["--status-word", "gone fishin'=STATUS"]
    assert "is not a status" not in said
    file = om("--json", "import", path, "--dry-run", "--rules", "minimum").json["files"][0]
    assert [
        (word["word"], word["orders"], word["rows"], word["probable"]) for word in file["status_words"]
    ] == [
        ("gone fishin'", 1, [3], None),
        ("Скасовано клієнтом", 1, [2], "CANCELLED"),
    ]
    answers = ["--status-word", "Скасовано клієнтом=CANCELLED", "--status-word", "gone fishin'=IN_PROGRESS"]
    done = om("import", path, "--dry-run", "--rules", "minimum", *answers)
    assert "Nobody knows" not in done.out
