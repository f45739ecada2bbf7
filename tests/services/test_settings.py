from __future__ import annotations

import pytest

from ordermanager.domain.checks.rules import CostBasis, RuleSet
from ordermanager.domain.sentences import WrongUse
from ordermanager.services.app import Services
from ordermanager.services.keys import KeyStore
from ordermanager.services.notices import Changes


def test_settings_survive_the_program(services, folder):
    services.settings.update(
        rule_set=RuleSet.MINIMUM, timezone="Europe/Warsaw", region="pl", view={"columns": "1,2"}
    )
    services.close()
    with Services.open(folder, key_store=KeyStore.in_memory()) as again:
        found = again.settings.get()
    assert (found.rule_set, found.timezone, found.region) == (RuleSet.MINIMUM, "Europe/Warsaw", "PL")
    assert found.view == {"columns": "1,2"}


def test_a_change_is_told_once_and_no_change_is_not_told(services, changes):
    services.settings.update(currency="eur")
    services.settings.update(currency="EUR")
    assert changes == [Changes(settings=True)]


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("timezone", "Mars/Base", "“Mars/Base” is not a time zone"),
        ("timezone", "Europe", "“Europe” is not a time zone"),
        ("timezone", "../etc/passwd", "is not a time zone"),
        ("region", "ZZ", "“ZZ” is not a region"),
        ("currency", "Гривня", "is not a currency code"),
        ("status", "SHIPPED", "There are: INITIALIZED"),
        ("cost_basis", "both", "cannot be the setting cost_basis"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_with_a_sentence(services, name, value, said):
    before = services.settings.get()
    with pytest.raises(WrongUse, match=said):
        services.settings.update(**{name: value})
    assert services.settings.get() == before


def test_what_another_version_stored_and_makes_no_sense_falls_back_to_its_default(services, folder):
    services.settings.update(region="PL", cost_basis=CostBasis.LINE)
    services._workspace.settings.put(
        "settings", {"region": "PL", "rule_set": "from the future", "theme": "dark", "unheard_of": 1}
    )
    services.close()
    with Services.open(folder, key_store=KeyStore.in_memory()) as again:
        assert again.settings.get().rule_set is RuleSet.FULL
        assert again.settings.get().region == "PL"
        assert again.settings.get().theme == "dark"
