from __future__ import annotations

import logging

import pytest

from ordermanager.log import Log
from ordermanager.services.app import Services
from ordermanager.services.upkeep.logs import redacted, start_logging, stop_logging
from tests.private import is_private


@pytest.mark.parametrize(
    "secret",
    [
        "olha.kovalenko+tag@shop.example",
        "олена@приклад.укр",
        "380671234567",
        "+380 67 123 45 67",
        "+38 (067) 123-45-67",
        "0671234567",
        "YW55b25lOnNlY3JldA==",
        "0123456789abcdef0123456789ABCDEF",
        "s3cr3t-value",
    ],
)
@pytest.mark.parametrize("text", ["sent to {}", "({})", "a {}; b"])
def test_what_must_not_be_in_a_log_is_hidden(secret, text):
    if secret.startswith("YW55"):
        text = text.replace("{}", "Authorization: Basic {}")
    if secret.startswith("s3cr"):
        text = text.replace("{}", "api_key={}")
    shown = redacted(text.format(secret))
    assert secret not in shown
    assert "[" in shown


@pytest.mark.parametrize(
    "text",
    [
        "batch 12: 1000 orders, 345678 bytes, HTTP 200",
        "run 3 ended: nothing left",
        "2026-11-23 14:05:11,123 INFO x",
    ],
)
def test_figures_stay(text):
    assert redacted(text) == text


@pytest.fixture
def log(tmp_path):
    handler = start_logging(tmp_path)
    yield tmp_path / "logs" / "ordermanager.log"
    stop_logging(handler)


def test_an_exception_is_redacted_too_and_the_file_is_private(log):
    try:
        raise ValueError("cannot read olha@shop.example")
    except ValueError:
        logging.getLogger("ordermanager.test").exception("failed for %s", "+380671234567")
    text = log.read_text("utf-8")
    assert "ValueError: cannot read [e-mail]" in text
    assert "failed for [phone]" in text
    assert is_private(log)


def test_a_log_that_cannot_be_written_breaks_nothing(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert start_logging(tmp_path / "file") is None
    handler = start_logging(tmp_path)
    (tmp_path / "logs").chmod(0o500)
    (tmp_path / "logs" / "ordermanager.log").mkdir(mode=0o700)
    logging.getLogger("ordermanager.test").warning("hello")
    stop_logging(handler)
    assert capsys.readouterr().err == ""


def test_the_log_of_a_workspace_begins_with_the_first_record_and_ends_with_it(tmp_path):
    said, silent = (Services.open(tmp_path / name) for name in ("said", "silent"))
    silent.close()
    Log("ordermanager.test").info("order %d", 1)
    said.close()
    Log("ordermanager.test").warning("order %d", 2)
    text = (tmp_path / "said" / "logs" / "ordermanager.log").read_text("utf-8")
    assert "INFO ordermanager.test: order 1" in text
    assert "order 2" not in text
    assert not (tmp_path / "silent" / "logs").exists()
