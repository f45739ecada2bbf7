"""The window, in Qt: the only package that imports Qt, and it calls nothing but `services` (and reads
domain's values).

Panes and pages each have a folder or file with their view, model and delegate; `main_window` connects them
by signals. Everything that waits goes through `jobs`; everything visible is translated by `i18n`, plain by
`plain`, coloured by `theme`.
"""
