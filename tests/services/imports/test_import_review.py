"""The review of an import: looking, changing, undoing, and storing what is included."""

from __future__ import annotations

import json

import pytest

from ordermanager.domain.checks.findings import Severity
from ordermanager.domain.sentences import WrongUse
from ordermanager.domain.states import Folder
from ordermanager.importing.errors import ReadError
from ordermanager.services.imports.review_making import CHUNK
from ordermanager.services.imports.review_results import (
    FieldChange,
    FindText,
    Known,
    ReviewQuery,
    ReviewSort,
    Show,
)
from ordermanager.store.errors import QueryInterrupted
from ordermanager.store.orders.query import OrderQuery
from tests.private import is_private


@pytest.fixture
def open_review(services):
    """Review a file; closed at the end of the test."""
    opened = []

    def do(source, options=None, **more):
        review = services.importing.review(services.importing.prepare(source, options), **more)
        if review is not None:
            opened.append(review)
        return review

    yield do
    for review in opened:
        review.close()


@pytest.fixture
def bad_file(write_csv, row):
    return write_csv(
        row("1"),
        row("2", email="p2@shop,example"),
        row("3", email="p3@shop,example", status="WAT"),
        row("4", currency=""),
    )


def codes(review, review_id):
    return [finding.code for finding in review.order(review_id).findings]


def group(review, code):
    (found,) = [each for each in review.groups() if each.code == code]
    return found


def staged_files(folder):
    return list((folder / "staging").glob("*"))


def test_counts_groups_and_rows_tell_what_is_in_the_file(open_review, bad_file, services):
    review = open_review(bad_file)
    counts = review.counts()
    assert (counts.orders, counts.included, counts.ready, counts.errors, counts.warnings) == (4, 4, 2, 2, 3)
    assert (counts.new, counts.updated, counts.unchanged, counts.items, counts.rows_read) == (4, 0, 0, 4, 4)
    assert [
        (each.code, each.field, each.severity, each.orders, each.proposals) for each in review.groups()
    ] == [
        ("email.syntax", "email", Severity.ERROR, 2, 2),
        ("status.unknown", "status", Severity.ERROR, 1, 0),
        ("contact.unreachable", "email", Severity.WARNING, 2, 0),
        ("currency.missing", "currency", Severity.WARNING, 1, 0),
    ]
    assert str(review.groups()[0].sentence) == "The e-mail is not valid."
    first, second, *_ = review.rows(review.ids())
    assert (first.id, first.external_order_id, first.rows, first.first_finding) == (1, "1", (2, 2), None)
    assert (second.errors, second.first_finding.code) == (1, "email.syntax")
    assert services.orders.count(OrderQuery()) == 0


def test_queries_filter_sort_and_search(open_review, bad_file):
    review = open_review(bad_file)
    assert list(review.ids(ReviewQuery(show=Show.ERRORS))) == [2, 3]
    assert list(review.ids(ReviewQuery(show=Show.READY))) == [1, 4]
    assert list(review.ids(ReviewQuery(show=Show.WARNINGS))) == [2, 3, 4]
    assert list(review.ids(ReviewQuery(sort=ReviewSort.PROBLEMS))) == [3, 2, 4, 1]
    assert list(review.ids(ReviewQuery(sort=ReviewSort.ORDER, descending=True))) == [4, 3, 2, 1]
    assert list(review.ids(ReviewQuery(descending=True))) == [4, 3, 2, 1]
    assert list(review.ids(ReviewQuery(search="P1@SHOP kettle"))) == [1]
    assert list(review.ids(ReviewQuery(group=group(review, "status.unknown").key))) == [3]
    assert list(review.ids(ReviewQuery(known=Known.NEW), 2)) == [1, 2]
    assert [row.id for row in review.rows([4, 99, 1])] == [4, 1]
    for wrong in (lambda: review.order(99), lambda: review.ids(ReviewQuery(group="nonsense"))):
        with pytest.raises(WrongUse):
            wrong()


def test_what_is_here_already_is_said_with_the_difference(open_review, services, write_csv, row):
    services.importing.run(services.importing.prepare(write_csv(row("1"), row("2"))))
    review = open_review(
        write_csv(row("1"), row("2", totalCost="21", quantity="", firstName="Iryna"), row("3"))
    )
    assert [row.known for row in review.rows(review.ids())] == [Known.UNCHANGED, Known.UPDATED, Known.NEW]
    assert review.order(2).differences == (
        FieldChange("totalCost", "20.50", "21"),
        FieldChange("firstName", "", "Iryna"),
        FieldChange("items[0].quantity", "1", ""),
    )
    assert review.order(1).differences == review.order(3).differences == ()
    assert review.edit(2, {"totalCost": "20.50", "firstName": "", "items[0].quantity": "1"}).orders == 1
    assert review.order(2).known is Known.UNCHANGED


def test_an_edit_is_checked_at_once_and_can_be_undone_and_redone(open_review, bad_file):
    review = open_review(bad_file)
    changed = review.edit(3, {"status": "DELIVERED", "items[0].cost": "x", "additionalInfo.note": "hi"})
    assert (changed.orders, str(changed.step)) == (1, "Edit")
    assert set(codes(review, 3)) == {"email.syntax", "contact.unreachable", "money.unreadable"}
    order = review.order(3)
    assert order.is_edited
    assert (order.draft.get("status"), order.original.get("status")) == ("DELIVERED", "WAT")
    assert "money.unreadable" in {each.code for each in review.groups()}
    assert "status.unknown" not in {each.code for each in review.groups()}
    assert str(review.undo().step) == "Edit"
    assert not review.order(3).is_edited
    assert set(codes(review, 3)) == {"email.syntax", "contact.unreachable", "status.unknown"}
    assert review.redo().orders == 1
    assert review.order(3).draft.additional_info == {"note": "hi"}
    assert review.redo().orders == 0
    assert review.redo_step is None
    assert review.edit(3, {"status": "DELIVERED"}).step is None
    assert str(review.undo_step) == "Edit"
    for wrong in ({"shoeSize": "44"}, {"items[7].cost": "1"}, {"items": "1"}):
        with pytest.raises(WrongUse):
            review.edit(1, wrong)


def test_a_new_edit_ends_what_was_undone(open_review, bad_file):
    review = open_review(bad_file)
    review.edit(1, {"firstName": "A"})
    review.undo()
    review.edit(1, {"firstName": "B"})
    assert review.redo_step is None
    assert review.order(1).draft.get("firstName") == "B"


def test_all_alike_are_put_right_at_once(open_review, bad_file):
    review = open_review(bad_file)
    done = []
    key = group(review, "email.syntax").key
    assert review.apply_proposals(key, lambda now, total: done.append((now, total))).orders == 2
    assert done == [(2, 2)]
    assert [review.order(each).draft.get("email") for each in (2, 3)] == [
        "p2@shop.example",
        "p3@shop.example",
    ]
    assert review.counts().errors == 1
    assert review.set_value(group(review, "status.unknown").key, "status", "CANCELLED").orders == 1
    assert review.set_value(ReviewQuery(), "currency", "EUR").orders == 4
    assert review.counts().errors == review.counts().warnings == 0
    assert review.counts().edited == 4
    for _ in range(3):
        review.undo()
    assert review.counts().edited == 0
    assert review.counts().errors == 2


def test_a_value_for_a_group_goes_only_where_its_finding_is(open_review, write_csv, row):
    path = write_csv(row("1", imageUrl=""), row("1", externalItemId="i2"), row("2"))
    review = open_review(path)
    missing = group(review, "required")
    assert (missing.field, missing.orders) == ("items[].imageUrl", 1)
    assert review.set_value(missing.key, "imageUrl", "https://shop.example/none.png").orders == 1
    assert [item["imageUrl"] for item in review.order(1).draft.items] == [
        "https://shop.example/none.png",
        "https://shop.example/i1.png",
    ]


def test_find_and_replace_shows_what_it_would_do(open_review, bad_file):
    review = open_review(bad_file)
    what = FindText("url", "SHOP.example", "shop.ua")
    found = review.find(what)
    assert (found.orders, found.texts) == (4, 4)
    assert found.samples[0] == (
        1,
        FieldChange("items[0].url", "https://shop.example/i1", "https://shop.ua/i1"),
    )
    assert review.counts().edited == 0
    assert review.replace(what, ReviewQuery(show=Show.ERRORS)).orders == 2
    assert review.order(2).draft.items[0]["url"] == "https://shop.ua/i1"
    assert review.find(FindText("url", "SHOP.example", "x", match_case=True)).texts == 0
    assert review.find(FindText("currency", "", "UAH", whole=True)).orders == 1
    assert review.values("currency") == [("UAH", 3), ("", 1)]
    for wrong in (FindText("url", "", "x"), FindText("shoeSize", "a", "b")):
        with pytest.raises(WrongUse):
            review.find(wrong)


def test_a_bulk_edit_that_is_cancelled_changes_nothing(open_review, write_csv, row):
    review = open_review(write_csv(*(row(f"{number:05}") for number in range(CHUNK + 1))))
    asked = []

    def cancel() -> bool:
        asked.append(True)
        return len(asked) == 2

    changed = review.set_value(ReviewQuery(), "currency", "EUR", cancel=cancel)
    assert (changed.orders, len(asked)) == (0, 2)
    assert review.counts().edited == 0
    assert review.undo_step is None


def test_orders_are_left_out_and_a_trial_takes_the_first(open_review, services, write_csv, row):
    review = open_review(write_csv(*(row(str(number)) for number in range(1, 6))))
    assert review.set_limit(3).orders == 2
    assert (review.limit, review.counts().included) == (3, 3)
    assert review.include([2], included=False).orders == 1
    assert list(review.ids(ReviewQuery(show=Show.EXCLUDED))) == [2, 4, 5]
    review.undo()
    review.undo()
    assert (review.limit, review.counts().included) == (None, 5)
    review.redo()
    assert (review.limit, review.counts().included) == (3, 3)
    assert review.include(ReviewQuery(), included=True).orders == 2
    review.undo()
    result = review.store()
    assert (result.orders, result.new, result.items, result.rows_read) == (3, 3, 3, 5)
    assert services.orders.counts()[Folder.ALL] == 3


def test_storing_writes_what_was_edited_and_says_exact_counts(
    open_review, services, bad_file, changes, tmp_path
):
    review = open_review(bad_file)
    review.apply_proposals(group(review, "email.syntax").key)
    review.include([4], included=False)
    progress = []
    result = review.store(progress.append, rejected=tmp_path / "rejected.csv")
    assert (result.orders, result.ready, result.with_problems) == (3, 2, 1)
    assert [problem.finding.code for problem in result.problems] == ["status.unknown"]
    assert progress[-1].share == 1.0
    assert services.orders.get(services.orders.find(["2"])[0]).draft.get("email") == "p2@shop.example"
    assert services.orders.count(OrderQuery()) == 3
    assert (tmp_path / "rejected.csv").read_text("utf-8-sig").count("WAT") == 2
    assert len(changes) == 1
    assert services.importing.get(result.import_id).counts["orders"] == 3
    assert services.importing.undo(result.import_id).removed == 3


def test_storing_that_is_cancelled_keeps_nothing_and_may_be_done_again(open_review, services, bad_file):
    review = open_review(bad_file)
    assert review.store(cancel=lambda: True).cancelled
    assert services.orders.count(OrderQuery()) == 0
    assert review.store().orders == 4


def test_one_id_twice_in_json_and_conflicts_within_the_file(open_review, draft):
    orders = [draft("1"), draft("1", status="DELIVERED"), draft("2", externalCustomerId="C-1")]
    text = json.dumps({"orders": [{**one.fields, "items": one.items} for one in orders]})
    review = open_review(text)
    assert [row.known for row in review.rows(review.ids())] == [Known.NEW, Known.UPDATED, Known.NEW]
    assert codes(review, 3) == ["customer.other_email"]
    review.edit(3, {"externalCustomerId": "C-2"})
    assert codes(review, 3) == []
    assert review.edit(3, {"email": "other@shop.example"}).orders == 1
    assert codes(review, 3) == []  # nothing is said against what it was itself before
    result = review.store()
    assert (result.orders, result.new, result.updated) == (3, 2, 1)


def test_rows_that_stand_apart_are_one_order_in_the_review_too(open_review, write_csv, row):
    others = [row(f"{number:06}") for number in range(CHUNK * 3)]
    apart = [row("X", totalCost="41"), *others, row("X", totalCost="41", externalItemId="i2")]
    review = open_review(write_csv(*apart))
    assert review.counts().orders == len(others) + 1
    (found,) = review.ids(ReviewQuery(search="i2"))
    assert len(review.order(found).draft.items) == 2
    assert review.order(found).rows == (2, len(apart) + 1)
    assert review.store().orders == len(others) + 1


def test_ignored_rows_are_said_by_reason(open_review, tmp_path):
    path = tmp_path / "orders.csv"
    path.write_text("My shop\n\nexternalOrderId,totalCost,status\n1,5,DELIVERED\n\nTotal:,5,\n")
    review = open_review(path)
    assert sum(reason.count for reason in review.ignored()) == review.counts().rows_ignored >= 2
    assert any(6 in reason.rows for reason in review.ignored())


def test_stopping_leaves_nothing_behind(services, open_review, write_csv, row, folder):
    path = write_csv(*(row(f"{number:06}") for number in range(CHUNK * 3)))
    seen = []
    assert open_review(path, on_progress=seen.append, cancel=lambda: bool(seen)) is None
    assert len(seen) == 1
    assert 0 < seen[0].share < 1
    assert staged_files(folder) == []
    assert services.importing.list() == []


def test_a_file_that_breaks_off_leaves_nothing_behind(open_review, write_csv, row, folder):
    path = write_csv(*(row(f"{number:06}") for number in range(2500)))
    with path.open("a", encoding="utf-8") as stream:
        stream.write('1,"never closed\n')
    with pytest.raises(ReadError):
        open_review(path)
    assert staged_files(folder) == []


def test_scratch_files_are_private_and_what_a_crash_left_is_removed(open_review, bad_file, folder):
    review = open_review(bad_file)
    assert all(is_private(path) for path in staged_files(folder))
    (path,) = (folder / "staging").glob("*.staging")
    left = path.with_name("crash.staging")
    left.write_bytes(path.read_bytes())
    other = open_review(bad_file)
    assert not left.exists()
    assert review.counts() == other.counts()
    review.close()
    review.close()
    other.close()
    assert staged_files(folder) == []


def test_an_undo_that_is_cancelled_leaves_the_change_and_can_be_asked_again(open_review, write_csv, row):
    review = open_review(write_csv(*[row(str(number)) for number in range(1, CHUNK + 10)]))
    review.set_value(ReviewQuery(), "currency", "EUR")
    seen = []
    assert review.undo(lambda done, of: seen.append((done, of)), lambda: bool(seen)).orders == 0
    assert review.values("currency")[0][0] == "EUR"
    assert seen == [(CHUNK, CHUNK + 9)]
    assert review.undo().orders == CHUNK + 9
    assert review.values("currency")[0][0] != "EUR"


def test_every_field_is_searched_and_searching_can_be_stopped(open_review, write_csv, row):
    review = open_review(write_csv(row("1", email="tea@shop.example"), row("2"), row("3", firstName="Tea")))
    found = review.find(FindText("", "TEA", "coffee"))
    assert found is not None
    places = {change.field: change.new for _, change in found.samples}
    assert found.orders >= 2
    assert places["email"] == "coffee@shop.example"
    assert review.find(FindText("", "TEA", "coffee"), cancel=lambda: True) is None
    review.replace(FindText("", "tea@", "coffee@", match_case=True))
    assert review.order(1).draft.get("email") == "coffee@shop.example"
    assert review.order(3).draft.get("firstName") == "Tea"
    # a sign that LIKE would take for any letter
    assert review.find(FindText("", "t_a", "x")).orders == 0


def test_what_is_asked_of_a_closed_review_is_given_up(open_review, bad_file):
    review = open_review(bad_file)
    (first, *_) = review.ids(ReviewQuery())
    review.close()
    for ask in (
        review.counts,
        review.groups,
        lambda: review.ids(ReviewQuery()),
        lambda: review.order(first),
    ):
        with pytest.raises(QueryInterrupted):
            ask()
