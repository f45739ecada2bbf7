"""The invented people, places and goods of the sample files, and how they are drawn."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from decimal import Decimal

KYIV = timezone(timedelta(hours=2))
LAST_DAY = datetime(2026, 11, 22, 20, 0, tzinfo=KYIV)
SHOP = "https://shop.example"


@dataclass(frozen=True)
class Goods:
    """Something the invented shop sells; price in hryvnias."""

    code: str
    english: str
    ukrainian: str
    category: str
    price: Decimal


def table(text: str) -> list[list[str]]:
    """Lines of cells between bars."""
    return [line.split("|") for line in text.strip().splitlines()]


GOODS = [
    Goods(code, english, ukrainian, category, Decimal(price))
    for code, english, ukrainian, category, price in table("""
TEA-001|Carpathian herbal tea, 100 g|Чай карпатський трав'яний, 100 г|Чай|145.00
TEA-002|Linden blossom tea, 50 g|Чай з липового цвіту, 50 г|Чай|98.50
HON-010|Buckwheat honey, 450 g|Мед гречаний, 450 г|Мед|210.00
HON-011|Acacia honey, 250 g|Мед акацієвий, 250 г|Мед|189.90
CER-104|Ceramic mug, blue|Кухоль керамічний, синій|Посуд|320.00
CER-105|Ceramic teapot, 0.8 l|Чайник керамічний, 0,8 л|Посуд|890.00
LIN-220|Linen towel, 50 × 70|Рушник лляний, 50 × 70|Текстиль|275.00
LIN-221|Linen tablecloth, 140 × 180|Скатертина лляна, 140 × 180|Текстиль|1450.00
CAN-301|Beeswax candle|Свічка з бджолиного воску|Свічки|85.00
CHO-410|Dark chocolate 70 %, 90 g|Шоколад чорний 70 %, 90 г|Солодощі|129.00
0007|Gift box, small|Коробка подарункова, мала|Пакування|60.00
0008|Gift box, large|Коробка подарункова, велика|Пакування|95.00
""")
]
UKRAINIANS = table("""
Олена|Іваненко|olena.ivanenko
Андрій|Петренко|andrii.petrenko
Марія|Коваленко|maria.kovalenko
Ігор|Бондаренко|ihor.bondarenko
Наталія|Ткачук|natalia.tkachuk
Юрій|Мельник|yurii.melnyk
Світлана|Кравчук|svitlana.kravchuk
Дмитро|Шевчук|dmytro.shevchuk
Ганна|Поліщук|hanna.polishchuk
Тарас|Савченко|taras.savchenko
Оксана|Руденко|oksana.rudenko
Василь|Гончаренко|vasyl.honcharenko
Ірина|Лисенко|iryna.lysenko
Богдан|Марченко|bohdan.marchenko
Катерина|Назаренко|kateryna.nazarenko
Михайло|Клименко|mykhailo.klymenko
Соломія|Павлюк|solomiia.pavliuk
Роман|Захарчук|roman.zakharchuk
""")
AMERICANS = table("""
Emma|Carter
Liam|Brooks
Olivia|Hughes
Noah|Bennett
Ava|Sullivan
Ethan|Price
Mia|Fletcher
Lucas|Reed
Sophia|Lane
Mason|Doyle
Isla|Marsh
Jacob|Quinn
Zoë|Müller
François|Noël
Renée|O'Neil
Oliver|Tate
Hazel|Frost
Leo|Vance
""")
CITIES = table("""
Київ|вул. Зразкова, 1
Львів|вул. Приклад, 12, кв. 3
Одеса|пров. Вигаданий, 7
Дніпро|просп. Тестовий, 101
Харків|вул. Уявна, 24
Вінниця|вул. Казкова, 5
""")
TOWNS = table("""
1 Sample Street|Springfield|97477|OR|US
22 Example Avenue|Riverton|84065|UT|US
305 Fiction Road|Fairview|37062|TN|US
7 Nowhere Lane|Greenville|29601|SC|US
""")


def phone_of(number: int) -> str:
    """A Ukrainian number that is plainly made up: 067 000 00 NN."""
    return f"3806700000{number:02}"


def moment(rng: random.Random, days: int = 60) -> datetime:
    """Some minute of the last days."""
    return LAST_DAY - timedelta(minutes=rng.randrange(days * 24 * 60))


def lines_of(rng: random.Random, most: int = 4) -> list[tuple[Goods, int]]:
    """What someone bought."""
    return [(goods, rng.choice((1, 1, 1, 2, 3))) for goods in rng.sample(GOODS, rng.randint(1, most))]


def amount(lines: list[tuple[Goods, int]]) -> Decimal:
    """Price × quantity of all lines."""
    return sum((goods.price * count for goods, count in lines), Decimal(0))
