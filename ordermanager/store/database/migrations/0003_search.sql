-- Full-text search over orders. Its content is not kept a second time; store/search/search.py writes it.
CREATE VIRTUAL TABLE order_search USING fts5 (
    words,
    content = '', contentless_delete = 1, detail = none,
    tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
