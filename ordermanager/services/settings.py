"""The workspace's settings: read once, handed out as a value, changed only through `SettingsService.update`."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from ordermanager.domain.rules import CheckRules, CostBasis, RuleSet
from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.domain.statuses import Status
from ordermanager.services.notices import Changes

if TYPE_CHECKING:
    from ordermanager.services.notices import Notices
    from ordermanager.store import Workspace

_KEY = "settings"


class Settings(BaseModel):
    """What a person may set for a workspace. Secrets are never among them.

    `region` (ISO 3166) reads phones without a country code, `timezone` (IANA) completes dates without an
    offset, `currency` and `status` fill a new order. `cost_basis` is that of new accounts, and of checks
    while there is no account. `proxy` is an http(s) URL or empty. `view` is the window's own: texts by name
    (column widths, open panes …).
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    rule_set: RuleSet = RuleSet.FULL
    region: str = "UA"
    timezone: str = "Europe/Kyiv"
    cost_basis: CostBasis = CostBasis.UNIT
    currency: str = "UAH"
    status: str = Status.INITIALIZED.value
    proxy: str = ""
    language: str = ""
    theme: str = ""
    confirm_before_send: bool = True
    view: dict[str, str] = {}

    @property
    def rules(self) -> CheckRules:
        """What the checks need of the settings."""
        return CheckRules(self.rule_set, self.region, self.timezone, self.cost_basis)

    @field_validator("region")
    @classmethod
    def _known_region(cls, region: str) -> str:
        return known_region(region)

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, timezone: str) -> str:
        return known_timezone(timezone)

    @field_validator("currency")
    @classmethod
    def _three_letters(cls, currency: str) -> str:
        currency = currency.strip().upper()
        if currency and not (len(currency) == 3 and currency.isascii() and currency.isalpha()):
            raise WrongUse(
                QT_TRANSLATE_NOOP(
                    "Sentence", "“{value}” is not a currency code. Codes have three letters: UAH, USD, EUR."
                ),
                value=currency,
            )
        return currency

    @field_validator("status")
    @classmethod
    def _known_status(cls, status: str) -> str:
        if status not in Status.__members__:
            raise WrongUse(
                QT_TRANSLATE_NOOP("Sentence", "“{value}” is not a status. There are: {known}."),
                value=status,
                known=", ".join(Status),
            )
        return status


def known_region(region: str) -> str:
    """The region's two letters. Raises WrongUse where phone numbers of no such region are known."""
    from phonenumbers import SUPPORTED_REGIONS  # its tables take a moment to load

    wanted = region.strip().upper()
    if wanted not in SUPPORTED_REGIONS:
        raise WrongUse(
            QT_TRANSLATE_NOOP(
                "Sentence", "“{value}” is not a region. Give two letters, for example UA, PL or DE."
            ),
            value=region,
        )
    return wanted


def known_timezone(timezone: str) -> str:
    """The name of a time zone. Raises WrongUse where there is none of this name."""
    name = timezone.strip()
    try:
        ZoneInfo(name)
    except (
        ValueError,
        OSError,
    ) as error:  # ZoneInfoNotFoundError is a KeyError; a folder's name gives an OSError
        raise _no_zone(timezone) from error
    except KeyError as error:
        raise _no_zone(timezone) from error
    return name


def _no_zone(timezone: str) -> WrongUse:
    return WrongUse(
        QT_TRANSLATE_NOOP(
            "Sentence", "“{value}” is not a time zone. Give a name like Europe/Kyiv or Europe/Warsaw."
        ),
        value=timezone,
    )


class SettingsService:
    """Settings of one workspace; any thread."""

    def __init__(self, workspace: Workspace, notices: Notices) -> None:
        self._workspace = workspace
        self._notices = notices
        self._lock = threading.Lock()
        self._known: Settings | None = None

    def get(self) -> Settings:
        """The settings as they are; cached, cheap to call often."""
        with self._lock:
            if self._known is None:
                self._known = _readable(self._workspace.settings.get(_KEY, {}))
            return self._known

    def forget(self) -> None:
        """Read them anew at the next `get`: the workspace is another one now."""
        with self._lock:
            self._known = None

    def update(self, **changes: Any) -> Settings:
        """Change some and return all. Raises WrongUse with a sentence for an unknown region, time zone or value."""
        with self._lock, self._workspace.write():
            stored = self._workspace.settings.get(_KEY, {})
            before = _readable(stored)
            try:
                after = Settings.model_validate(before.model_dump() | changes)
            except ValidationError as error:
                raise _not_a_value(error) from error
            if after != before or not stored:
                self._workspace.settings.put(_KEY, after.model_dump(mode="json"))
            self._known = after
        if after != before:
            self._notices.publish(Changes(settings=True))
        return after


def _readable(stored: object) -> Settings:
    """Stored settings; what another version wrote and makes no sense here falls back to its default."""
    given = dict(stored) if isinstance(stored, dict) else {}
    while True:
        try:
            return Settings.model_validate(given)
        except ValidationError as error:
            for problem in error.errors():
                given.pop(problem["loc"][0], None)
        except WrongUse:
            return Settings.model_validate({name: given[name] for name in given if name == "view"})


def _not_a_value(error: ValidationError) -> WrongUse:
    first = error.errors()[0]
    return WrongUse(
        QT_TRANSLATE_NOOP("Sentence", "“{value}” cannot be the setting {name}: {why}."),
        value=first["input"],
        name=".".join(map(str, first["loc"])),
        why=first["msg"],
    )
