"""The report of a run speaks the language of its reader, in each of its forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.ui import i18n
from ordermanager.ui.sending.run_report import report_html, report_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ordermanager.sandbox.server import SandboxServer
    from ordermanager.services.app import Services
    from ordermanager.ui.i18n import Language


def test_in_another_language(
    services: Services,
    sandbox: SandboxServer,
    language: Language,
    add_orders: Callable[..., list[int]],
    tmp_path: Path,
) -> None:
    services.outbox.queue(add_orders(2))
    sandbox.fail("500:1")
    run_id = services.sending.send().run_id
    assert run_id is not None
    details = services.reports.details(run_id)
    english = report_text(details, "Europe/Kyiv")
    assert "Orders: 2\nAccepted: 0\nRejected: 0\nUnconfirmed: 2\nWaiting: 0" in english
    assert "Every order is accounted for." in english
    assert english.count("A-") == 2
    language.set_code("uk")
    text, html = report_text(details, "Europe/Kyiv"), report_html(details, "Europe/Kyiv")
    for words in ("Orders", "Unconfirmed", "Not accepted", "Every order", "The server had an error"):
        assert words not in text
        assert words not in html
    path = tmp_path / "run.csv"
    assert services.reports.write_csv(run_id, path, i18n.text) == 2
    assert "The server had an error" not in path.read_text("utf-8-sig")
