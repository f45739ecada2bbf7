-- Names with an apostrophe are found in whatever way it is written, and in the other alphabet: Мар'яна, Марʼяна, Mariana.
-- `whole_search_text` is ours (sql_functions).
CREATE TEMP TABLE with_apostrophe AS SELECT order_id FROM order_texts WHERE words GLOB '*[''’ʼ`‘´]*';
UPDATE order_texts SET words = whole_search_text(words) WHERE order_id IN (SELECT order_id FROM with_apostrophe);
DELETE FROM order_search WHERE rowid IN (SELECT order_id FROM with_apostrophe);
INSERT INTO order_search (rowid, words)
SELECT order_id, words FROM order_texts WHERE order_id IN (SELECT order_id FROM with_apostrophe);
DROP TABLE with_apostrophe;
