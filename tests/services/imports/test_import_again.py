"""After an import: its record, the mapping kept for the next file, doing it the same way again, rejected rows."""

from __future__ import annotations

import getpass
import hashlib

import pytest

from ordermanager.domain.checks.rules import RuleSet
from ordermanager.domain.sentences import KnownError, WrongUse
from ordermanager.services.imports.prepared import ImportOptions

SHOP = {"Nr": "A-1", "Sum": "5", "Who": "p1@shop.example", "Note": "call me"}
COLUMNS = {0: "externalOrderId", 1: "totalCost", 2: "email", 3: "statusDescription"}


def test_the_record_says_what_was_imported_how_and_by_whom(services, bring, write_csv, row):
    path = write_csv(row("1"), row("2"))
    record = services.importing.get(bring(path).import_id)
    details = record.details
    assert details["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert details["size"] == path.stat().st_size
    assert details["user"] == getpass.getuser()
    assert (record.layout, details["layout_version"] > 0) == ("api", True)
    assert (details["encoding"], details["delimiter"], details["format"]) == ("utf-8", ",", "csv")
    assert record.counts["orders"] == 2


def test_a_changed_mapping_is_used_again_without_asking(services, bring, write_csv):
    first = bring(write_csv(SHOP, name="till.csv"), ImportOptions(columns=COLUMNS))
    assert (first.profile, first.profile_saved) == ("", "till")
    again = bring(write_csv({**SHOP, "Nr": "A-2"}, name="other.csv"))
    assert (again.profile, again.profile_saved, again.new) == ("till", "", 1)
    draft = services.orders.get(services.orders.find(["A-2"])[0]).draft
    assert (draft.get("email"), draft.get("statusDescription")) == ("p1@shop.example", "call me")
    assert services.importing.get(again.import_id).details["profile"] == "till"
    assert [info.version for info in services.importing.profiles.list()] == [1]
    without = services.importing.prepare(write_csv(SHOP), ImportOptions(use_profiles=False))
    without.close()
    assert without.profile_name == ""
    assert "statusDescription" not in without.plan.mapping.fields


def test_a_mapping_that_was_only_recognised_is_not_kept(services, bring, write_csv, row):
    assert bring(write_csv(row("1"))).profile_saved == ""
    bring(write_csv(SHOP), ImportOptions(columns=COLUMNS, remember=False))
    bring(write_csv(SHOP), ImportOptions(columns=COLUMNS), dry_run=True)
    assert services.importing.profiles.list() == []


def test_a_correction_is_the_next_version(services, bring, write_csv):
    bring(write_csv(SHOP, name="till.csv"), ImportOptions(columns=COLUMNS))
    assert bring(write_csv(SHOP), ImportOptions(columns={3: "storeId"})).profile_saved == "till"
    (info,) = services.importing.profiles.list()
    assert (info.name, info.version) == ("till", 2)
    assert "storeId" in info.fields


def test_profiles_are_renamed_exported_deleted_and_brought_back(
    services, bring, write_csv, tmp_path, changes
):
    profiles = services.importing.profiles
    bring(write_csv(SHOP), ImportOptions(columns=COLUMNS))
    (info,) = profiles.list()
    profiles.rename(info.id, " Till ")
    profiles.export(info.id, tmp_path / "till.json")
    assert changes[-1].settings
    profiles.delete(info.id)
    assert profiles.list() == []
    assert profiles.add(tmp_path / "till.json").name == "Till"
    assert services.importing.prepare(write_csv(SHOP)).profile_name == "Till"
    (tmp_path / "broken.json").write_text("{}")
    with pytest.raises(KnownError):
        profiles.add(tmp_path / "broken.json")
    for wrong in (
        lambda: profiles.delete("nonsense"),
        lambda: profiles.rename(info.id, " "),
        lambda: profiles.export("nonsense", tmp_path / "x.json"),
    ):
        with pytest.raises(WrongUse):
            wrong()


def test_importing_the_same_way_again(services, bring, write_csv, row):
    options = ImportOptions(
        columns=COLUMNS,
        constants={"currency": "EUR"},
        timezone="Europe/Warsaw",
        region="PL",
        rule_set=RuleSet.MINIMUM,
        remember=False,
    )
    first = bring(write_csv(SHOP), options)
    again = services.importing.same_way(first.import_id)
    assert (again.timezone, again.region, again.rule_set) == ("Europe/Warsaw", "PL", RuleSet.MINIMUM)
    bring(write_csv({**SHOP, "Nr": "A-2"}), again)
    draft = services.orders.get(services.orders.find(["A-2"])[0]).draft
    assert (draft.get("currency"), draft.get("statusDescription")) == ("EUR", "call me")
    plain = services.importing.same_way(bring(write_csv(row("1"))).import_id)
    assert bring(write_csv(row("2")), plain).ready == 1
    with pytest.raises(WrongUse):
        services.importing.same_way(99)


def test_what_undo_would_do_is_said_before(services, bring, write_csv, row):
    first = bring(write_csv(row("1"), row("2")))
    second = bring(write_csv(row("2", totalCost="99"), row("3"), row("4"), row("5")))
    services.orders.save(
        services.orders.get(services.orders.find(["4"])[0]).draft.copy(),
        services.orders.find(["4"])[0],
    )
    draft = services.orders.get(services.orders.find(["5"])[0]).draft
    draft.fields["firstName"] = "Olha"
    services.orders.save(draft, services.orders.find(["5"])[0])
    told = services.importing.undo_preview(second.import_id)
    assert (told.removed, told.restored, told.kept_edited, told.kept_sent) == (2, 1, 1, 0)
    assert services.importing.undo(second.import_id) == told
    with pytest.raises(WrongUse):
        services.importing.undo_preview(second.import_id)
    assert services.importing.undo_preview(first.import_id).removed == 2


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("cp1251", ";"), ("utf-16", "\t"), ("utf-8", "|"), ("koi8-u", ",")],
)
def test_rejected_rows_keep_columns_encoding_and_delimiter(
    services, bring, row, tmp_path, encoding, delimiter
):
    rows = [{**row(str(n)), "firstName": "Їжак Ґудзик", "name": "Чайник електричний"} for n in range(20)]
    rows[3]["status"] = "НЕВІДОМО"
    text = "\r\n".join(delimiter.join(cells) for cells in ([*rows[0]], *(one.values() for one in rows)))
    path = tmp_path / "orders.csv"
    path.write_bytes(text.encode(encoding))
    rejected = tmp_path / "rejected.csv"
    first = bring(path, ImportOptions(encoding=encoding, delimiter=delimiter), rejected=rejected)
    assert first.with_problems == 1
    given = rejected.read_bytes().decode("utf-8-sig" if encoding == "utf-8" else encoding)
    head, line, *rest = given.splitlines()
    assert rest == []
    assert head.split(delimiter) == [f'"{title}"' for title in (*rows[0], "error")]
    assert "Їжак Ґудзик" in line
    assert "status: " in line
    fixed = rejected.with_name("fixed.csv")
    fixed.write_bytes(given.replace("НЕВІДОМО", "DELIVERED").encode(encoding))
    again = bring(fixed, ImportOptions(encoding=encoding))
    assert (again.orders, again.ready, again.updated) == (1, 1, 1)


def test_the_rows_with_errors_never_replace_the_file_that_they_come_from(services, write_csv, row):
    path = write_csv(row("1"), row("2", email="no mail", phone=""))
    before = path.read_bytes()
    with pytest.raises(KnownError, match="is the file that is imported"):
        services.importing.run(services.importing.prepare(path), rejected=path)
    assert path.read_bytes() == before
    assert services.importing.list() == []


def test_rows_with_errors_of_two_joined_files(services, bring, tmp_path):
    orders, items = tmp_path / "orders.csv", tmp_path / "items.csv"
    orders.write_text(
        "Order ID,Email,Total,Date,Status\n1,p@shop.example,10,2026-01-02,paid\n2,no mail,5,2026-01-02,paid\n"
    )
    items.write_text("Order ID,Item ID,Item name,Quantity,Price\n1,S1,Tea,1,10\n2,S2,Cup,1,5\n")
    done = bring(orders, ImportOptions(items=items))
    assert done.items == 2
    assert services.importing.same_way(done.import_id).items is None  # another file has other items
    target = tmp_path / "rejected.csv"
    assert services.importing.save_rejected(done.import_id, target) > 0
    assert "no mail" in target.read_text(encoding="utf-8-sig")
