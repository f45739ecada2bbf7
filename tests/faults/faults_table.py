"""Which fault of the field (by its number in the project's list of faults) is shown by what.

`tests` are named `file::test`, from tests/; the faults of the server are shown by every mode of that number as well
(tests/faults/modes.py). A test of this package looks whether all of them are there.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shown:
    """`is_sending`: it strikes while orders are sent, or threatens what is to be sent."""

    fault: str
    tests: tuple[str, ...] = ()
    is_sending: bool = True


_TROUBLE, _PICKY, _MODES = "faults/test_trouble.py", "faults/test_picky.py", "faults/test_modes.py"
_POWER, _CLOCK, _LINE, _USER = (
    "faults/test_power.py",
    "faults/test_clock.py",
    "faults/test_line.py",
    "faults/test_user.py",
)
_OPENING, _MIGRATE, _BAD_INPUT = (
    "store/database/test_opening.py",
    "store/database/test_migrate.py",
    "importing/reading/test_bad_input.py",
)

FAULTS: dict[str, Shown] = {
    "F01": Shown(
        "connection refused",
        (
            f"{_TROUBLE}::test_offline_it_waits_longer_and_longer_and_goes_on_by_itself",
            f"{_TROUBLE}::test_the_command_line_gives_up_offline_and_the_orders_wait",
        ),
    ),
    "F02": Shown("no name service", (f"{_LINE}::test_without_a_name_service_the_orders_wait",)),
    "F03": Shown("reset or close before the request is read"),
    "F04": Shown("reset after the request is read"),
    "F05": Shown("close without a reply"),
    "F06": Shown("never answers", (f"{_USER}::test_abandon_gives_the_batch_in_flight_up_as_unconfirmed",)),
    "F07": Shown("headers drip"),
    "F08": Shown("body drips"),
    "F09": Shown("endless 100 Continue"),
    "F10": Shown("end of the stream within the headers"),
    "F11": Shown("body shorter than its length"),
    "F12": Shown("no length, cut or whole"),
    "F13": Shown("bad chunk, bad gzip"),
    "F14": Shown("a portal answers: web pages with 200"),
    "F15": Shown("200 in every shape"),
    "F16": Shown("gzip bomb, endless body"),
    "F17": Shown("a header of a megabyte, 50,000 headers"),
    "F18": Shown("redirects and wrong addresses", (f"{_TROUBLE}::test_a_redirect_is_never_followed",)),
    "F19": Shown(
        "key refused",
        (
            f"{_TROUBLE}::test_a_refused_key_stops_after_one_request_and_says_what_to_do_and_goes_on_when_asked",
        ),
    ),
    "F20": Shown(
        "429 with every Retry-After",
        (
            f"{_TROUBLE}::test_retry_after_is_kept_within_bounds",
            f"{_TROUBLE}::test_the_pause_that_a_server_asks_for_survives_a_restart",
        ),
    ),
    "F21": Shown(
        "500, 502, 504", (f"{_MODES}::test_three_requests_in_a_row_without_a_clear_answer_stop_the_run",)
    ),
    "F22": Shown(
        "503", (f"{_TROUBLE}::test_an_impatient_run_ends_although_the_server_always_asks_for_a_short_pause",)
    ),
    "F23": Shown(
        "413, early and late",
        (
            f"{_PICKY}::test_413_halves_and_learns_and_a_single_order_that_is_too_large_is_rejected",
            f"{_MODES}::test_an_answer_before_the_request_was_whole",
        ),
    ),
    "F24": Shown(
        "400 because of one, two, ten orders of 1000",
        (
            f"{_PICKY}::test_400_is_isolated_by_halving",
            f"{_PICKY}::test_many_bad_orders_of_one_full_request_are_found_in_smaller_and_smaller_ones",
        ),
    ),
    "F25": Shown("400 for everything", (f"{_PICKY}::test_400_for_everything_stops_soon_and_blames_nobody",)),
    "F26": Shown(
        "failedOrders in every shape",
        (
            f"{_MODES}::test_an_order_named_in_failed_orders_is_rejected_and_the_others_are_accepted",
            f"{_MODES}::test_all_orders_may_be_named_in_failed_orders",
            f"{_MODES}::test_an_answer_that_names_an_order_never_sent_leaves_all_in_doubt",
        ),
    ),
    "F27": Shown(
        "a secure line to somebody else",
        (
            f"{_LINE}::test_nothing_leaves_over_a_line_that_is_not_the_servers",
            "api/test_tls.py::test_old_protocol_versions_are_not_spoken",
        ),
    ),
    "F28": Shown(
        "killed at any moment",
        (
            "faults/test_kill.py::test_killed_at_random_moments_nothing_is_lost_and_nothing_silently_doubled",
            "cli/test_main_job.py::test_killed_at_any_moment_nothing_is_lost_and_nothing_goes_twice_unseen",
        ),
    ),
    "F29": Shown(
        "power cut", (f"{_POWER}::test_a_power_cut_at_any_write_loses_nothing_and_doubles_nothing",)
    ),
    "F30": Shown(
        "disk full", (f"{_POWER}::test_a_disk_that_refuses_at_any_write_loses_nothing_and_doubles_nothing",)
    ),
    "F31": Shown(
        "write and sync errors",
        (f"{_POWER}::test_a_disk_that_refuses_at_any_write_loses_nothing_and_doubles_nothing",),
    ),
    "F32": Shown(
        "read-only file or folder",
        (
            f"{_LINE}::test_from_a_workspace_that_cannot_be_written_nothing_is_sent",
            f"{_OPENING}::test_a_write_protected_folder_can_be_looked_at",
            f"{_OPENING}::test_a_file_where_the_folder_should_be",
        ),
    ),
    "F33": Shown(
        "damaged database",
        (
            f"{_OPENING}::test_damaged_names_the_newest_good_backup_and_touches_nothing",
            "store/test_check.py::test_a_broken_page",
            "services/upkeep/test_doctor.py::test_a_damaged_database_comes_back_from_its_backup_and_nothing_is_sent_by_itself",
        ),
    ),
    "F34": Shown("database of a newer program", (f"{_OPENING}::test_newer_schema_is_refused_and_untouched",)),
    "F35": Shown(
        "migration broken off",
        (
            f"{_MIGRATE}::test_a_step_that_fails_takes_itself_back",
            f"{_POWER}::test_a_migration_that_the_disk_breaks_off_leaves_the_old_schema_or_the_new_one",
        ),
    ),
    "F36": Shown(
        "two programs",
        (
            "faults/test_kill.py::test_of_three_programs_that_send_at_once_one_does",
            "faults/test_kill.py::test_two_programs_that_try_to_send_again_and_again",
            "store/database/test_threads.py::test_the_lock_falls_with_its_process",
            "ui/shell/test_app.py::test_a_second_start_wakes_the_first_window",
        ),
    ),
    "F37": Shown(
        "another program holds the database",
        (
            "faults/test_disk.py::test_nothing_is_sent_while_nothing_can_be_recorded",
            "faults/test_disk.py::test_an_answer_that_cannot_be_written_is_kept_until_it_can",
            "faults/test_disk.py::test_an_answer_that_can_never_be_written_leaves_its_orders_unconfirmed",
            "faults/test_disk.py::test_a_claim_that_fails_does_not_lose_the_answers_to_requests_on_their_way",
        ),
    ),
    "F38": Shown(
        "the clock jumps",
        (
            f"{_CLOCK}::test_the_clock_jumps_while_the_server_wants_a_pause",
            f"{_CLOCK}::test_the_clock_jumps_while_an_identical_body_must_wait",
            f"{_CLOCK}::test_the_clock_is_put_right_between_two_runs",
            f"{_CLOCK}::test_the_pause_of_an_account_from_a_wrong_clock_is_an_hour_at_most",
        ),
    ),
    "F39": Shown(
        "the computer sleeps", (f"{_CLOCK}::test_a_computer_that_sleeps_with_a_request_on_its_way",)
    ),
    "F40": Shown("the network comes and goes", (f"{_CLOCK}::test_a_network_that_comes_and_goes",)),
    "F41": Shown(
        "an old backup is restored",
        (
            "store/database/test_backups.py::test_restoring_holds_what_was_not_sent",
            "faults/test_state_machine.py::restore",
        ),
    ),
    "F42": Shown(
        "keyring missing, locked, unsafe",
        (
            "services/test_keys.py::test_any_other_back_end_is_never_given_a_key",
            "services/test_keys.py::test_a_keyring_that_does_not_take_the_key_leaves_it_in_memory_and_says_so",
            "services/sending/test_sending.py::test_without_an_account_or_a_key_nothing_begins",
        ),
    ),
    "F43": Shown("malformed and hostile files", (f"{_BAD_INPUT}::test_zip_bomb_by_ratio",), is_sending=False),
    "F44": Shown(
        "a file that changes while it is read",
        (f"{_BAD_INPUT}::test_a_file_that_vanishes",),
        is_sending=False,
    ),
    "F45": Shown(
        "an export that cannot be written",
        ("services/files/test_export.py::test_a_file_is_complete_or_as_it_was",),
        is_sending=False,
    ),
    "F46": Shown(
        "a log that cannot be written",
        ("services/upkeep/test_logs.py::test_a_log_that_cannot_be_written_breaks_nothing",),
        is_sending=False,
    ),
    "F47": Shown(
        "exit, logout, SIGTERM while sending",
        (
            f"{_USER}::test_stop_finishes_the_batch_in_flight_and_no_other",
            "cli/test_main_job.py::test_ctrl_c_finishes_the_request_and_keeps_the_rest",
            "cli/test_main_job.py::test_a_termination_signal_waits_for_ten_seconds_and_a_second_ctrl_c_for_none",
            "ui/shell/test_window.py::test_closing_while_sending_waits_for_the_request",
        ),
    ),
    "F48": Shown(
        "thousands in doubt",
        ("store/outbox/test_batches.py::test_thousands_are_decided_at_once",),
    ),
}
