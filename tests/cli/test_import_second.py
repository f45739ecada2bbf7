"""`import --like` and `--profile`, where the items stood in a second file."""

from __future__ import annotations


def test_like_an_import_with_a_second_file_asks_for_this_times(om, tmp_path):
    for month, number in (("09", 1), ("10", 2)):
        (tmp_path / f"Orders{month}.csv").write_text(f"Order ID,Email,Total\n{number},p@shop.example,10\n")
        items = f"Order ID,Item ID,Item name,Quantity,Price\n{number},S1,Tea,1,10\n"
        (tmp_path / f"Items{month}.csv").write_text(items)
    first = om("--json", "import", tmp_path / "Orders09.csv", "--items", tmp_path / "Items09.csv")
    like = ("import", tmp_path / "Orders10.csv", "--like", first.json["files"][0]["import_id"])
    (line,) = om("imports", "--json").lines
    assert (line["items_file"]["name"], len(line["items_file"]["sha256"])) == ("Items09.csv", 64)
    asked = om(*like)
    assert asked.code == 2
    assert "second file, Items09.csv: name this time's with --items FILE (Items10.csv beside it" in asked.err
    assert len(om("imports", "--json").lines) == 1
    assert om("--json", *like, "--items", tmp_path / "Items10.csv").json["files"][0]["items"] == 1
    (tmp_path / "Items10.csv").unlink()
    assert "with --items FILE, or say --no-items" in om(*like).err
    assert om("--json", *like, "--no-items").json["files"][0]["items"] == 0


def test_a_kept_profile_without_a_second_file_asks_for_none(om, tmp_path):
    orders, mapping = tmp_path / "orders.csv", tmp_path / "mapping.json"
    orders.write_text("Order ID,Email,Total\n1,p@shop.example,10\n")
    assert om("import", orders, "--save-profile", mapping).code < 3
    assert om("profiles", "add", mapping).code == 0
    assert om("import", orders, "--profile", mapping).code < 2
