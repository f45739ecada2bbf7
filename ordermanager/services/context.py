"""What every service needs: the workspace, the listeners, the time, and the rules that an order is checked by."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ordermanager.domain.checks.rules import CheckRules, RuleSet

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from datetime import datetime

    from ordermanager.clock import Clock
    from ordermanager.services.notices import Changes, Notices
    from ordermanager.services.settings import SettingsService
    from ordermanager.store.workspace import Workspace


class Context:
    """Shared by the services of one workspace; any thread."""

    def __init__(
        self, workspace: Workspace, notices: Notices, clock: Clock, settings: SettingsService
    ) -> None:
        self.workspace = workspace
        self.notices = notices
        self.clock = clock
        self.settings = settings
        self._import_rules: dict[int, Mapping[str, object]] = {}
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """The moment, UTC."""
        return self.clock.now()

    def publish(self, changes: Changes) -> None:
        """Tell the listeners what a write has changed."""
        self.notices.publish(changes)

    def rules(self) -> CheckRules:
        """The workspace's rules. Whether a cost is per unit or per line is a setting of the default account,
        if there is one.
        """
        rules = self.settings.get().rules
        account = self.workspace.accounts.default()
        return rules if account is None else rules._replace(cost_basis=account.cost_basis)

    def rules_for(self, order_ids: Collection[int]) -> Callable[[int], CheckRules]:
        """A function that gives each of these orders its rules.

        What was said when importing (time zone, region, rule set) holds for the orders that this import brought or
        changed until another import does: a time without an offset must not change its meaning, nor a ready order
        become unready, when it is looked at again.
        """
        own = self.rules()
        imports = self.workspace.imports.latest_of(order_ids) if order_ids else {}
        special = {
            import_id: with_options(own, options)
            for import_id in set(imports.values())
            if (options := self._options_of(import_id))
        }
        if not special:
            return lambda _: own
        return lambda order_id: special.get(imports.get(order_id, 0), own)

    def _options_of(self, import_id: int) -> Mapping[str, object]:
        with self._lock:
            options = self._import_rules.get(import_id)
        if options is None:
            given = self.workspace.imports.get(import_id).details.get("rules", {})
            options = given if isinstance(given, dict) else {}
            with self._lock:
                self._import_rules[import_id] = options
        return options


def with_options(rules: CheckRules, options: Mapping[str, object]) -> CheckRules:
    """`rules` with those of `timezone`, `region` and `rule_set` that are given."""
    rule_set = options.get("rule_set")
    return rules._replace(
        timezone=str(options.get("timezone") or rules.timezone),
        region=str(options.get("region") or rules.region),
        rule_set=RuleSet(rule_set) if isinstance(rule_set, str) else rules.rule_set,
    )
