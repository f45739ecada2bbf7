"""Pictures of every step of an import: nothing chosen yet, a shop's export, a messy report, orders that are here."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ordermanager.resources import resource
from ordermanager.services.app import Services
from ordermanager.services.imports.prepared import ImportOptions
from ordermanager.services.imports.review_results import Known, ReviewQuery
from ordermanager.services.keys import KeyStore
from ordermanager.ui.import_dialog import ImportDialog
from ordermanager.ui.import_dialog.profiles_dialog import ProfilesDialog
from ordermanager.ui.jobs import Jobs

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    Shoot = Callable[[QWidget, str], None]

WIDTH, HEIGHT = 1040, 720
PATIENCE_MS = 20_000
TABS = ("file", "columns", "fields", "questions", "orders", "problems")
_WORDS = ("Виконано", "Новий", "Скасовано", "В дорозі", "Чекає")


def take_import(shoot: Shoot) -> None:
    """Shoot the steps in a workspace of their own."""
    with (
        tempfile.TemporaryDirectory() as name,
        Services.open(Path(name) / "workspace", key_store=KeyStore.in_memory()) as services,
    ):
        jobs = Jobs()
        jobs.listen(services)
        try:
            studio = _Studio(shoot, services, jobs, Path(name))
            studio.take_empty()
            studio.take_tabs("shop", resource("samples") / "shopify_orders.csv")
            studio.take_messy()
            studio.take_known()
            studio.take_profiles()
        finally:
            jobs.shut_down()


class _Studio:
    """One dialog after the other, each closed behind its pictures."""

    def __init__(self, shoot: Shoot, services: Services, jobs: Jobs, folder: Path) -> None:
        self._shoot = shoot
        self._services = services
        self._jobs = jobs
        self._folder = folder

    def take_empty(self) -> None:
        """Which orders do you want to import?"""
        dialog = self._open(None)
        self._shoot(dialog, "import-empty")
        self._close(dialog)

    def take_tabs(self, name: str, path: Path) -> None:
        """How a file is understood, tab by tab."""
        dialog = self._open(path)
        for number, tab in enumerate(TABS):
            dialog.work.tabs.setCurrentIndex(number)
            self._jobs.wait_idle(PATIENCE_MS)
            self._shoot(dialog, f"import-{name}-{tab}")
        self._close(dialog)

    def take_messy(self) -> None:
        """A report with titles, totals, blank rows and wrong e-mails, then its orders one by one."""
        path = self._folder / "звіт.csv"
        path.write_bytes(_messy().encode("cp1251"))
        self.take_tabs("messy", path)
        dialog = self._open(path)
        page = dialog.review
        dialog.work.review_button.click()
        self._jobs.wait_idle(PATIENCE_MS)
        self._shoot(dialog, "import-review")
        page.find_bar.open("email")
        page.find_bar.wanted.setText(",ua")
        page.find_bar.new.setText(".ua")
        self._jobs.wait_idle(PATIENCE_MS)
        self._shoot(dialog, "import-review-replace")
        dialog.reviewing.store()
        self._jobs.wait_idle(PATIENCE_MS)
        self._shoot(dialog, "import-result")
        self._close(dialog)

    def take_known(self) -> None:
        """Orders that are here already: what the import would change in them."""
        sample = resource("samples") / "orders_full.csv"
        importing = self._services.importing
        importing.run(importing.prepare(sample))
        path = self._folder / "changed.csv"
        text = sample.read_text("utf-8").replace("INITIALIZED", "DELIVERED").replace("@", "@mail.")
        path.write_text(text, "utf-8")
        dialog = self._open(path)
        dialog.work.review_button.click()
        self._jobs.wait_idle(PATIENCE_MS)
        dialog.review.groups.choose(ReviewQuery(known=Known.UPDATED))
        self._jobs.wait_idle(PATIENCE_MS)
        self._shoot(dialog, "import-review-changes")
        self._close(dialog)

    def take_profiles(self) -> None:
        """The columns that were kept."""
        path = self._folder / "weekly report.csv"
        path.write_text("Foo,Email,Total\n1,a@example.com,10\n", "utf-8")
        importing = self._services.importing
        importing.run(importing.prepare(path, ImportOptions(columns={0: "externalOrderId"})))
        dialog = ProfilesDialog(self._services, self._jobs)
        dialog.show()
        self._jobs.wait_idle(PATIENCE_MS)
        self._shoot(dialog, "import-saved-columns")
        self._close(dialog)

    def _open(self, path: Path | None) -> ImportDialog:
        dialog = ImportDialog(self._services, self._jobs, path)
        dialog.resize(WIDTH, HEIGHT)
        dialog.show()
        self._jobs.wait_idle(PATIENCE_MS)
        return dialog

    def _close(self, dialog: QWidget) -> None:
        while dialog.isVisible():
            dialog.close()  # a review is given up first, then its dialog
            self._jobs.wait_idle(PATIENCE_MS)
        dialog.deleteLater()
        QApplication.sendPostedEvents(dialog)


def _messy() -> str:
    """As an accountant sends it: titles above, a total below, decimal commas, days and months in doubt."""
    rows = [
        "Звіт про замовлення;;;;;;;;",
        "Магазин «Чайник»;;;;;;;;",
        ";;;;;;;;",
        "Номер;Дата;Клієнт;E-mail;Телефон;Статус;Товар;К-сть;Ціна",
    ]
    for number in range(1, 60):
        mail = f"c{number}@shop,ua" if number % 4 == 0 else f"c{number}@shop.ua"
        day = f"{number % 12 + 1:02}/{number % 9 + 1:02}/2026"
        rows.append(
            f"{1000 + number};{day};Олена Коваль;{mail};380670000{number:03};{_WORDS[number % 5]};"
            f"Чай зелений № {number % 7 + 1};{number % 3 + 1};{number * 7},50"
        )
        if number % 20 == 0:
            rows.append(";;;;;;;;")
    rows += ["Разом;;;;;;;;12345,00", "59 record(s) downloaded;;;;;;;;"]
    return "\n".join(rows)
