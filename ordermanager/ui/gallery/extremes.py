"""Pictures of what is seldom seen and must work all the same: nothing, very much, little room, large text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ordermanager.domain.states import Folder
from ordermanager.ui.gallery.camera import PATIENCE_MS, SMALL, empty_workspace, open_window, text_of
from ordermanager.ui.gallery.dialogs import take_dialog
from ordermanager.ui.gallery.screens import take_place
from ordermanager.ui.shell.folder_list import HISTORY, INSIGHTS

if TYPE_CHECKING:
    from ordermanager.services.app import Services
    from ordermanager.ui.gallery.camera import Camera, Studio
    from ordermanager.ui.jobs import Jobs
    from ordermanager.ui.shell.main_window import MainWindow

MANY_ITEMS = 500
TWICE = 2.0


def take_empty(camera: Camera, studio: Studio) -> None:
    """The first sight of the program: a workspace with nothing in it."""
    with empty_workspace() as services, open_window(services, studio) as (window, _jobs):
        camera.shoot(window, "empty-workspace")


def take_small(camera: Camera, services: Services, studio: Studio) -> None:
    """The window on the smallest screen."""
    with open_window(services, studio, SMALL) as (window, jobs):
        for key in (Folder.ALL.value, HISTORY, INSIGHTS):
            take_place(camera, window, jobs, key, f"small-{key}")


def take_large_text(camera: Camera, services: Services, studio: Studio) -> None:
    """Text of 200 %: places, the form, and dialogs that have much to say."""
    with text_of(studio, TWICE), open_window(services, studio) as (window, jobs):
        for key in (Folder.UNCONFIRMED.value, HISTORY, INSIGHTS, Folder.ALL.value):
            take_place(camera, window, jobs, key, f"large-text-{key}")
        for action_id in ("settings", "shortcuts", "delete_at_yespo"):
            window.actions_table[action_id].trigger()
            take_dialog(camera, window, jobs, f"large-text-{action_id}")
    with text_of(studio, TWICE), open_window(services, studio, SMALL) as (window, jobs):
        take_place(camera, window, jobs, Folder.ALL.value, "large-text-small")


def take_huge(camera: Camera, studio: Studio) -> None:
    """An order of very many items and very long texts, the last of them chosen."""
    with empty_workspace() as services:
        _save_huge(services)
        with open_window(services, studio) as (window, jobs):
            window.go_to(Folder.ALL.value)
            jobs.wait_idle(PATIENCE_MS)
            camera.shoot(window, "huge-order")
            _show_last_item(window, jobs)
            camera.shoot(window, "huge-order-items")


def _save_huge(services: Services) -> None:
    draft = services.orders.new_draft()
    draft.fields |= {
        "externalOrderId": "HUGE-" + "1234567890" * 6,
        "firstName": "Wolfeschlegelsteinhausenbergerdorff",
        "lastName": "שלום עולם " * 8,
        "email": "somebody.with.a.very.long.name@a-very-long-domain-name.example.com",
        "deliveryAddress": "<b>Long street</b> " * 40,
        "currency": "UAH",
    }
    draft.items.extend(
        {
            "externalItemId": f"SKU-{number:05}",
            "name": f"Tea pot number {number} with a name that goes on for quite a while",
            "quantity": str(number % 7 + 1),
            "cost": f"{number * 1.5:.2f}",
        }
        for number in range(1, MANY_ITEMS + 1)
    )
    services.orders.save(draft)


def _show_last_item(window: MainWindow, jobs: Jobs) -> None:
    window.pane.form.jump_to(f"items[{MANY_ITEMS - 1}].cost")
    jobs.wait_idle(PATIENCE_MS)
