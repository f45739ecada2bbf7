-- Names are sorted as the Ukrainian alphabet goes: before, Ґ, Є, І and Ї stood behind Я. `name_key` is ours (sql_functions).
UPDATE orders SET name_key = name_key(name) WHERE name GLOB '*[ҐґЄєІіЇїЁё]*';
UPDATE products SET name_key = name_key(name) WHERE name GLOB '*[ҐґЄєІіЇїЁё]*';
