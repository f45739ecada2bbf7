"""Files to order drafts: readers, layouts, mapping, grouping. No Qt, no SQL, no network; workbooks are read
in a child.

`run.prepare(source)` recognises a file and gives a `Plan` to look at and change, `run.drafts(plan)` streams
its orders.
"""
