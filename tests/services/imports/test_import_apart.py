"""Orders whose rows stand far apart in their file, more than a chunk of orders between them: imported again they are
as they were, to the last line of their history.
"""

from __future__ import annotations

import json

import pytest

from ordermanager.services.history.order_story import story_json
from tests.services.imports.small_chunks import use_chunks_of


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    use_chunks_of(20, monkeypatch)


@pytest.fixture
def story(services):
    def tell(number):
        (order_id,) = services.orders.find([number])
        return services.orders.get(order_id), json.loads(story_json(services.stories.of_order(order_id)))

    return tell


@pytest.fixture
def apart(write_csv, row):
    """A file whose orders X and Y have a row at its beginning and one at its end."""

    def write(**changes):
        others = [row(f"{number:06}") for number in range(1500)]
        ends = [row(number, externalItemId=f"i-{number}", **changes) for number in "XY"]
        return write_csv(row("X", **changes), row("Y", **changes), *others, *ends)

    return write


def test_imported_again_nothing_of_it_changes_not_even_its_history(services, bring, story, apart):
    path = apart()
    bring(path)
    before = story("X")
    assert len(before[0].draft.items) == 2
    again = bring(path)
    assert (again.unchanged, again.updated, again.new) == (1502, 0, 0)
    assert story("X") == before
    undone = services.importing.undo(again.import_id)
    assert (undone.removed, undone.kept_edited, undone.kept_sent) == (0, 0, 0)
    assert story("X")[0].draft == before[0].draft


def test_a_new_order_has_no_history_of_its_first_half(bring, story, apart):
    bring(apart())
    assert [entry["what"] for entry in story("X")[1]["timeline"]] == ["imported"]


def test_a_change_is_one_line_from_the_text_before_the_import(services, bring, story, apart):
    bring(apart())
    before = story("X")[0]
    changed = bring(apart(totalCost="77"))
    assert (changed.updated, changed.unchanged) == (2, 1500)
    now, told = story("X")
    assert now.draft.get("totalCost") == "77"
    assert [entry["what"] for entry in told["timeline"]] == ["imported", "imported"]
    services.importing.undo(changed.import_id)
    assert story("X")[0].draft == before.draft


def test_what_a_person_wrote_between_the_halves_stays_in_the_history(services, bring, story, apart):
    bring(apart())
    (order_id,) = services.orders.find(["X"])

    def edit(progress):
        draft = services.orders.get(order_id).draft
        if progress.orders == 20:
            draft.fields["firstName"] = "Olha"
            services.orders.save(draft, order_id)

    services.importing.run(services.importing.prepare(apart(totalCost="77")), on_progress=edit)
    kinds = [entry["what"] for entry in story("X")[1]["timeline"]]
    assert sorted(kinds) == ["edited", "imported", "imported", "imported"]
    assert story("X")[0].draft.get("totalCost") == "77"
