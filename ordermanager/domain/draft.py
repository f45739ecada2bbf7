"""An order as a person or a file gave it: text by the API's field names, right or wrong; nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class OrderDraft:
    """Text per field. An absent key and an empty text mean the same: not given.

    `fields` and each of `items` are keyed by the API's names (`externalOrderId` …), never `items` or
    `additionalInfo`, which have places of their own. Blanks at both ends are kept; reading strips them.
    """

    fields: dict[str, str] = field(default_factory=dict)
    items: list[dict[str, str]] = field(default_factory=list)
    additional_info: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        """The text of an order field, stripped; empty where it is not given."""
        return self.fields.get(name, "").strip()

    def copy(self) -> OrderDraft:
        """A draft that can be changed without changing this one."""
        return OrderDraft(dict(self.fields), [dict(item) for item in self.items], dict(self.additional_info))

    def without_empty(self) -> OrderDraft:
        """The same without empty texts and empty items: two drafts that mean the same become equal."""
        return OrderDraft(
            {name: text for name, text in self.fields.items() if text.strip()},
            [kept for item in self.items if (kept := _without_empty(item))],
            {name: text for name, text in self.additional_info.items() if name.strip() or text.strip()},
        )


def _without_empty(item: dict[str, str]) -> dict[str, str]:
    # Asked in the window at every save, of up to thousands of items that have no empty text at all.
    if all(map(str.strip, item.values())):
        return dict(item)
    return {name: text for name, text in item.items() if text.strip()}
