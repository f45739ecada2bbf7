"""What an import remembers is a mapping, in memory or not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ordermanager.store.imports.scratch import Remembered

_KEYS = st.integers(0, 9) | st.sampled_from(["1", "a", "Ж", "\ud800", "", "0"])
_STEPS = st.lists(
    st.tuples(st.just("put"), _KEYS, st.none() | st.sampled_from(["", "x", "nU"]))
    | st.tuples(st.just("fetch"), st.lists(_KEYS.filter(lambda key: isinstance(key, str))), st.none()),
    max_size=40,
)


@given(_STEPS, st.integers(0, 3))
def test_it_is_a_dictionary(steps: list[tuple[str, object, str | None]], in_memory: int) -> None:
    remembered, model = Remembered(in_memory), {}
    for step, key, text in steps:
        if step == "fetch":
            remembered.fetch(key)  # type: ignore[arg-type]
        else:
            remembered.put(key, text)  # type: ignore[arg-type]
            model[key] = text
        assert all(remembered.get_text(one) == found for one, found in model.items())  # type: ignore[arg-type]
    kept = {key: text for key, text in model.items() if text is not None}
    assert all(key in remembered for key in kept)
    assert len(remembered) == len(kept)
    assert bool(remembered) == bool(kept)
    remembered.close()
    assert remembered.get_text("a") is None
