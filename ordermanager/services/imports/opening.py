"""Opens and recognises a file for an import: with what a person said, or as a file of this kind was read last time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ordermanager.domain.sentences import QT_TRANSLATE_NOOP, WrongUse
from ordermanager.importing.mapping.adjust import Adjustments, adjust
from ordermanager.importing.mapping.made_number import make_numbers
from ordermanager.importing.mapping.mapping import FieldSource, Grouping, check_field_names
from ordermanager.importing.mapping.recognise import resolve
from ordermanager.importing.prepare import prepare
from ordermanager.importing.reading.source import Source
from ordermanager.importing.tables.headers import header_key
from ordermanager.importing.tables.no_header import are_letters, fits
from ordermanager.importing.tables.table import ReadOptions
from ordermanager.services.context import with_options
from ordermanager.services.imports.prepared import PreparedImport
from ordermanager.services.imports.profiles import plan_profile
from ordermanager.services.imports.waiting_child import claim
from ordermanager.services.imports.zone_note import zone_note
from ordermanager.services.settings import known_region, known_timezone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from ordermanager.domain.checks.rules import CheckRules
    from ordermanager.importing.mapping.mapping import FieldRule
    from ordermanager.importing.mapping.profiles import Profile
    from ordermanager.importing.plan import Plan
    from ordermanager.services.context import Context
    from ordermanager.services.imports.prepared import ImportOptions
    from ordermanager.services.imports.profiles import ProfileService
    from ordermanager.services.imports.second_file import SecondFile


def open_import(
    context: Context,
    profiles: ProfileService,
    layouts_folder: Path,
    given: Path | str,
    options: ImportOptions,
) -> PreparedImport:
    """See ImportService.prepare."""
    source = Source.from_text(given) if isinstance(given, str) else Source.of(given)
    claimed = claim(source)
    try:
        return replace(_opened(context, profiles, layouts_folder, source, options), claim=claimed)
    except BaseException:
        if claimed is not None:
            claimed.close()
        raise


def _opened(
    context: Context, profiles: ProfileService, layouts_folder: Path, source: Source, options: ImportOptions
) -> PreparedImport:
    rules = _rules(options)
    language = context.settings.get().language or None

    def opened(profile: Profile | Path | None, items_profile: Profile | None) -> Plan:
        return prepare(
            source,
            layout=options.layout,
            profile=profile,
            read_options=_read_options(options, language),
            constants=dict(options.constants),
            layout_folder=layouts_folder,
            items=options.items,
            items_profile=items_profile,
        )

    plan = opened(options.profile, options.items_profile)
    kept = None
    try:
        if options.use_profiles and options.profile is None and options.layout is None:
            kept = _kept(profiles, plan)
        kept_items = _kept_items(profiles, plan, options)
        if kept is not None or kept_items is not None:
            plan.close()
            plan = opened(kept or options.profile, kept_items or options.items_profile)
        if options.items_columns and plan.items_plan is not None:
            _overrule(plan.items_plan, options.items_columns)
            _has_items_now(plan.items_plan)
        recognised = plan_profile(plan)
        _follow_wishes(plan, options)
        checked_by = _settle_rules(context, plan, options, rules)
    except BaseException:
        plan.close()
        raise
    return PreparedImport(
        file=str(plan.source.path or plan.source.name),  # of the orders, whichever was given first
        plan=plan,
        options=options,
        rules=checked_by,
        rules_given=rules,
        profile_name=kept.name if kept else "",
        profile_version=kept.version if kept else 0,
        recognised=recognised.to_json()
        if recognised and not options.constants and not options.profile
        else "",
        awaited=_awaited(profiles, plan, options) if plan.items_plan is None else None,
        zone_note=zone_note(plan, checked_by.timezone),
    )


def _follow_wishes(plan: Plan, options: ImportOptions) -> None:
    """What a person has said of this file's columns goes before what was recognised."""
    if options.columns:
        _overrule(plan, options.columns)
    if options.fields:
        adjust(plan, Adjustments(sources=_sources(plan, options.fields)))
    if options.adjustments:
        adjust(plan, options.adjustments)
    make_numbers(plan)


def _settle_rules(context: Context, plan: Plan, options: ImportOptions, rules: dict[str, str]) -> CheckRules:
    """By which rules the orders are checked; the time zone of a kept mapping holds where none is given."""
    if options.timezone:
        plan.mapping.timezone = rules["timezone"]
    elif plan.mapping.timezone:
        rules["timezone"] = known_timezone(plan.mapping.timezone)
    checked_by = with_options(context.rules(), rules)
    plan.mapping.region = checked_by.region
    return checked_by


def _rules(options: ImportOptions) -> dict[str, str]:
    """What is remembered with the import. Raises WrongUse for an unknown time zone or region."""
    given = {
        "timezone": known_timezone(options.timezone) if options.timezone else "",
        "region": known_region(options.region) if options.region else "",
        "rule_set": options.rule_set.value if options.rule_set else "",
    }
    return {name: value for name, value in given.items() if value}


def _read_options(options: ImportOptions, language: str | None) -> ReadOptions:
    return ReadOptions(
        options.encoding,
        options.delimiter,
        options.sheet,
        options.header_row,
        options.part,
        options.mend_letters,
        language,
    )


def _kept(profiles: ProfileService, plan: Plan) -> Profile | None:
    """The mapping that was kept for these headers; where there are none, only one that the cells bear out."""
    header = plan.table.header
    kept = profiles.of_headers(header)
    if kept is not None and are_letters(header) and not fits(resolve(kept.fields, header), plan.sample):
        return None
    return kept


def _kept_items(profiles: ProfileService, plan: Plan, options: ImportOptions) -> Profile | None:
    """The mapping that was kept for the headers of the second file. Which file is which was told by what they are
    called; a mapping by hand does not change that.
    """
    if plan.items_plan is None or not options.use_profiles or options.items_profile is not None:
        return None
    header, second = plan.items_plan.table.header, options.second
    if second is not None and second.profile is not None and second.is_alike(header):
        return second.profile
    return profiles.of_headers(header)


def _awaited(profiles: ProfileService, plan: Plan, options: ImportOptions) -> SecondFile | None:
    """The second file that orders like these had, last time or in the import that is done again."""
    if options.second is not None or not options.use_profiles:
        return options.second
    return profiles.second_of(plan.table.header)


def _has_items_now(plan: Plan) -> None:
    """A file that looked like one of orders is one of items, a row an item, when its columns were given so."""
    if plan.mapping.has_items and plan.mapping.grouping is Grouping.SINGLE:
        plan.mapping.grouping = Grouping.REPEATED


def _by_index(plan: Plan, columns: Mapping[int | str, str]) -> dict[int, str]:
    """The columns by their place. Raises WrongUse for a header that is not there."""
    keys = [header_key(title) for title in plan.table.header]
    found = {}
    for column, name in columns.items():
        if isinstance(column, str):
            if header_key(column) not in keys:
                raise WrongUse(
                    QT_TRANSLATE_NOOP("Sentence", "{file} has no column “{column}”. It has: {columns}."),
                    file=plan.source.name,
                    column=column,
                    columns=", ".join(plan.table.header),
                )
            column = keys.index(header_key(column))
        found[column] = name
    return found


def _sources(plan: Plan, fields: Mapping[str, FieldRule]) -> dict[str, FieldSource]:
    """The columns of fields by their place. Raises WrongUse for a header that is not there."""
    return {
        name: FieldSource(tuple(_by_index(plan, dict.fromkeys(rule.titles, name))), rule.how, rule.separator)
        for name, rule in fields.items()
    }


def _overrule(plan: Plan, given: Mapping[int | str, str]) -> None:
    """Give columns to other fields than were recognised; a column belongs to one field."""
    columns = _by_index(plan, given)
    check_field_names({name: name for name in columns.values() if name})
    fields = plan.mapping.fields
    for name, source in list(fields.items()):
        kept = tuple(index for index in source.columns if index not in columns)
        if not kept:
            del fields[name]
        elif kept != source.columns:
            fields[name] = replace(source, columns=kept)
    for index, name in sorted(columns.items()):
        if name:
            before = fields.get(name)
            fields[name] = (
                replace(before, columns=(*before.columns, index)) if before else FieldSource((index,))
            )
    plan.columns = tuple(
        replace(view, field=columns[view.index], evidence="person") if view.index in columns else view
        for view in plan.columns
    )
