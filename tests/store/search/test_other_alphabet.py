"""Names are found in Latin and Cyrillic letters, whichever of them was typed and whichever stands in the order."""

from __future__ import annotations

import pytest

from ordermanager.domain.summary import whole_search_text
from ordermanager.store.orders.query import OrderQuery
from ordermanager.store.people.records import CustomerQuery
from ordermanager.store.search.other_alphabet import in_other_alphabet
from ordermanager.store.search.search import find_matching, order_expression

SAME_NAMES = """
    Іван Ivan
    Шевченко Shevchenko
    Олександр Oleksandr
    Сергій Serhii Serhiy Sergiy Sergey
    Сергей Sergey Sergei
    Юлія Yuliia Yulia Julia
    Наталія Nataliia Nataliya Natalia
    Тетяна Tetiana Tetyana
    Татьяна Tatiana Tatyana
    Євген Yevhen Evgen
    Михайло Mykhailo
    Ольга Olha Olga
    Київ Kyiv
    Киев Kiev
    Щербак Shcherbak
    Дмитро Dmytro
    Дмитрий Dmitry Dmitriy Dmitrii
    Юрій Yurii Yuriy Yury
    Марія Mariia Mariya Maria
    Максим Maksym Maxim
    Артём Artyom Artem
    Їжакевич Yizhakevych
    Згурський Zghurskyi Zgurskiy
    Хоменко Khomenko Homenko
    Цимбалюк Tsymbaliuk Tsymbalyuk
    Ганна Hanna Ganna
    Соловйов Soloviov
    Васильєв Vasyliev
    Лукʼяненко Lukianenko
    Ксенія Kseniia Xenia
    Вікторія Viktoriia Victoria
"""
PAIRS = [
    (cyrillic, latin)
    for cyrillic, *latins in (line.split() for line in SAME_NAMES.strip().splitlines())
    for latin in latins
]


def found(shop, text: str) -> list[int]:
    return sorted(shop.workspace.order_reads.ids(OrderQuery(search=text)))


@pytest.mark.parametrize(("cyrillic", "latin"), PAIRS)
def test_a_name_is_found_in_the_other_alphabet(shop, cyrillic: str, latin: str) -> None:
    of = {name: shop.order(name, search=name) for name in (cyrillic, latin)}
    shop.order("other", search="Bohdan Богдан")
    both = sorted(of.values())
    assert found(shop, latin) == found(shop, cyrillic) == both
    for name, other in ((cyrillic, latin), (latin, cyrillic)):
        # also as it is being typed, but not within a group of letters
        for length in range(len(name) - 1, 3, -1):
            if in_other_alphabet(shop.workspace.reader(), name[:length].lower()):
                assert of[other] in found(shop, name[:length])


def test_several_words_may_stand_in_different_alphabets(shop) -> None:
    wanted = shop.order("1", search="Іван Franko ivan@shop.example")
    shop.order("2", search="Іван Коваль")
    for text in ("ivan franko", "Іван Франко", "іван franko", "Ivan fra"):
        assert found(shop, text) == [wanted]


def test_what_is_no_name_is_not_looked_for_in_the_other_alphabet(shop) -> None:
    wanted = shop.order("com-1", search="com-1 tom@shop.com")
    shop.order("2", search="ком шоп том ком1")
    assert found(shop, "com-1") == found(shop, "tom@shop.com") == [wanted]
    assert found(shop, "co") == [wanted]  # two letters begin too many words


def test_only_what_the_index_has_is_looked_for(shop) -> None:
    shop.order("1", search="Іванна Иванов")
    assert order_expression(shop.workspace.reader(), "ivan") == '("ivan" * OR "иван" * OR "іван" *)'
    assert order_expression(shop.workspace.reader(), "ivanna") == '("ivanna" * OR "іванна" *)'


@pytest.mark.parametrize(
    "word", ["", "iv", "ivаn", "ivan1", "日本語", "a" * 41, "щ" * 40, "yi" * 20, "ʼʼʼ", "ieyiia"]
)
def test_any_word_is_looked_at(shop, word: str) -> None:
    shop.order("1", search="Іван щщщщ yiyiyi")
    assert isinstance(in_other_alphabet(shop.workspace.reader(), word), tuple)


def test_a_word_with_a_slip_is_still_put_right_beside_one_of_the_other_alphabet(shop) -> None:
    shop.order("1", search="Іван Kovalenko")
    assert [meant for _, _, meant in shop.workspace.orders.slips("ivan kovaelnko")] == ["kovalenko"]


def test_customers_are_completed_and_found_in_the_other_alphabet(shop) -> None:
    shop.order("1", firstName="Іван", lastName="Шевченко", email="a@x.example")
    shop.order("2", firstName="Olena", lastName="Koval", email="b@x.example")
    for typed, name in (
        ("shevch", "Іван Шевченко"),
        ("ivan shev", "Іван Шевченко"),
        ("Олена Ков", "Olena Koval"),
    ):
        assert [each.name for each in shop.workspace.customers.complete(typed)] == [name]
        customers = shop.workspace.customer_list
        customers.refresh()
        assert [each.name for each in customers.rows(customers.ids(CustomerQuery(search=typed)))] == [name]


def test_an_address_is_typed_to_its_end_up_to_its_last_sign(shop) -> None:
    """`ivan1@shop` is not the beginning of ivan12@shop; what stands last may still be typed."""
    wanted = shop.order("1", search="ivan1@shop.example")
    shop.order("2", search="ivan12@shop.example")
    for text in ("ivan1@shop.example", "ivan1@sho", "ivan1@shop.e"):
        assert found(shop, text) == [wanted]
    assert len(found(shop, "ivan1")) == 2


def test_a_seldom_word_is_looked_for_first_and_finds_the_same(shop) -> None:
    ids = [shop.order(str(number), search=f"ivan{number}@shop.example") for number in range(30)]
    database = shop.workspace.reader()
    expression = order_expression(database, "ivan7@shop.ex")
    assert list(find_matching(database, expression)) == [ids[7]]
    assert list(find_matching(database, order_expression(database, "ivan77@shop.ex"))) == []


APOSTROPHES = """
    Мар'яна Мар’яна Марʼяна Маряна Mariana Maryana
    Лук'яненко Лук’яненко Lukianenko Lukyanenko
    В'ячеслав Вʼячеслав Viacheslav Vyacheslav
    Дем'янчук Demianchuk
    Юр'єв Юр’єв Yuriev
"""


@pytest.mark.parametrize("line", APOSTROPHES.strip().splitlines())
def test_a_name_with_an_apostrophe_is_one_name_in_whatever_way_it_is_written(shop, line: str) -> None:
    names = line.split()
    of = {name: shop.order(name, search=whole_search_text(name.lower())) for name in names}
    shop.order("other", search=whole_search_text("яна лук вяч о'коннор"))
    cyrillic = {of[name] for name in names if not name.isascii()}
    for name in names:
        if name.isascii():
            assert cyrillic | {of[name]} <= set(found(shop, name)), name
        else:
            assert sorted(of.values()) == found(shop, name), name


def test_an_apostrophe_may_be_left_out_in_latin_letters_too(shop) -> None:
    wanted = shop.order("1", search=whole_search_text("o'neil women's 5'"))
    for text in ("oneil", "O'Neil", "o’n", "womens", "women's", "o neil", "'o'neil'"):
        assert found(shop, text) == [wanted], text
    assert not found(shop, "o'brian")
