"""Pictures of what asks a person to decide: orders that may be one, and the question before a delicate send. In
workspaces of their own, where there is something to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ordermanager.domain.states import Folder
from ordermanager.ui.gallery.camera import PATIENCE_MS, empty_workspace, open_window
from ordermanager.ui.gallery.dialogs import take_dialog
from ordermanager.ui.sending.question import SendQuestion

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.ui.gallery.camera import Camera, Studio

LOOK_EVERY_MS = 20
_PEOPLE = (("Olena", "Shevchenko"), ("Ivan", "Franko"), ("Lesia", "Kosach"))


def take_questions(camera: Camera, studio: Studio) -> None:
    """Both, in every theme and language."""
    with empty_workspace() as services:
        _save_twins(services)
        with open_window(services, studio) as (window, jobs):
            window.go_to(Folder.ALL.value)
            jobs.wait_idle(PATIENCE_MS)
            window.actions_table["duplicates"].trigger()
            take_dialog(camera, window, jobs, "duplicates")
    with empty_workspace() as services:
        _queue_delicate(services)
        with open_window(services, studio) as (window, jobs):
            look = QTimer(window)  # the question runs a loop of its own

            def shoot() -> None:
                question = QApplication.activeModalWidget()
                if isinstance(question, SendQuestion):
                    look.stop()
                    camera.shoot(question, "send-question")
                    question.reject()

            look.timeout.connect(shoot)
            look.start(LOOK_EVERY_MS)
            window.actions_table["send"].trigger()
            jobs.wait_idle(PATIENCE_MS)


def _save_twins(services: Services) -> None:
    """The same orders twice: by the ID as two programs write it, and by customer, day, sum and items."""
    for number, (first, last) in enumerate(_PEOPLE):
        for name, status in ((f"#{1001 + number}", "INITIALIZED"), (f"{1001 + number}", "DELIVERED")):
            _save(services, name, number, status=status, firstName=first, lastName=last)
    _save(services, "WEB-77", 9, firstName="Taras", lastName="Koval", deliveryAddress="Kyiv, Khreshchatyk 1")
    _save(services, "SHOP-12", 9, firstName="Taras", lastName="Koval")


def _queue_delicate(services: Services) -> None:
    """Old orders, carts, somebody whom no message reaches, and an account that is not for practice."""
    services.accounts.add("Shop", "https://yespo.invalid/api", key="k", is_sandbox=False, default=True)
    for number in range(12):
        status = "ABANDONED_SHOPPING_CART" if number % 5 == 0 else "DELIVERED"
        date = "2024-03-01 12:00" if number % 4 == 0 else "2026-11-20 12:00"
        _save(services, f"A-{number}", number, status=status, date=date)
    services.outbox.queue()


def _save(services: Services, name: str, number: int, **fields: str) -> None:
    draft = services.orders.new_draft()
    draft.fields |= {
        "externalOrderId": name,
        "externalCustomerId": f"C-{number}",
        "totalCost": "250.50",
        "currency": "UAH",
        "status": "INITIALIZED",
        "date": "2026-11-20 12:00",
        "email": f"client{number}@shop.example",
        "phone": f"0671{number:06d}",
        **fields,
    }
    draft.items.append(
        {
            "externalItemId": "SKU-1",
            "name": "Tea pot",
            "quantity": "1",
            "cost": "250.50",
            "url": "https://shop.example/p/1",
            "imageUrl": "https://shop.example/p/1.png",
        }
    )
    services.orders.save(draft)
