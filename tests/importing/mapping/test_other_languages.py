"""Tables of no known layout in languages of neighbours: headers and status words are data (resources/layouts)."""

from __future__ import annotations

import pytest

from tests.importing.files import read, unknown_statuses

TABLES = {
    "pl": (
        "Numer zamówienia;Data zamówienia;Imię i nazwisko;Adres e-mail;Numer telefonu;Wartość zamówienia;Waluta;"
        "Status zamówienia;Nazwa produktu;Ilość sztuk;Cena jednostkowa;Sposób dostawy",
        "W realizacji",
    ),
    "de": (
        "Bestellnummer;Bestelldatum;Kundenname;E-Mail-Adresse;Telefonnummer;Gesamtbetrag;Währung;Bestellstatus;"
        "Artikelbezeichnung;Menge;Einzelpreis;Versandart",
        "In Bearbeitung",
    ),
    "fr": (
        "N° de commande;Date de commande;Nom et prénom;Courriel;Téléphone;Montant total;Devise;État de la commande;"
        "Nom du produit;Quantité;Prix unitaire;Mode de livraison",
        "En cours de préparation",
    ),
    "es": (
        "Número de pedido;Fecha;Nombre completo;Correo electrónico;Teléfono;Total del pedido;Moneda;Estado;Producto;"
        "Cantidad;Precio unitario;Método de envío",
        "En camino",
    ),
    "it": (
        "Numero ordine;Data ordine;Nome e cognome;Indirizzo email;Cellulare;Totale ordine;Valuta;Stato;Nome prodotto;"
        "Quantità;Prezzo unitario;Corriere",
        "Spedito",
    ),
    "cs": (
        "Číslo objednávky;Datum objednávky;Jméno a příjmení;E-mail;Telefon;Celková cena;Měna;Stav objednávky;"
        "Název produktu;Počet kusů;Jednotková cena;Způsob dopravy",
        "Odesláno",
    ),
    "tr": (
        "Sipariş No;Sipariş Tarihi;Ad Soyad;E-posta;Cep Telefonu;Toplam Tutar;Para Birimi;Sipariş Durumu;Ürün Adı;"
        "Adet;Birim Fiyatı;Kargo Firması",
        "İşleniyor",
    ),
}


@pytest.mark.parametrize("language", TABLES)
def test_a_table_is_mapped_without_asking(language: str) -> None:
    header, status = TABLES[language]
    row = f"1001;2026-11-23;Anna Novak;anna@example.com;+48601234567;30,00;EUR;{status};Tea;2;15,00;Post"
    plan, (order,) = read(f"{header}\n{row}\nTotal;;;;;30,00;;;;;;\n")
    assert order.draft.fields == {
        "externalOrderId": "1001",
        "date": "2026-11-23",
        "firstName": "Anna",
        "lastName": "Novak",
        "email": "anna@example.com",
        "phone": "+48601234567",
        "totalCost": "30,00",
        "currency": "EUR",
        "status": "IN_PROGRESS",
        "deliveryMethod": "Post",
    }
    assert order.draft.items == [{"name": "Tea", "quantity": "2", "cost": "15,00"}]
    assert unknown_statuses(plan) == {}


NUMBERED = [
    "Товар №{n};К-сть №{n};Ціна №{n}",
    "Товар {n};Кількість {n};Ціна {n}",
    "Позиція {n}: назва;Позиція {n}: кількість;Позиція {n}: ціна",
    "Produkt {n};Ilość {n};Cena {n}",
    "Nazwa #{n};Ilość #{n};Cena #{n}",
    "Artikel {n} Bezeichnung;Artikel {n} Menge;Artikel {n} Einzelpreis",
    "Produit {n} nom;Produit {n} quantité;Produit {n} prix",
    "Producto_{n}_nombre del producto;Producto_{n}_cantidad;Producto_{n}_precio",
]


@pytest.mark.parametrize("titles", NUMBERED)
def test_items_in_numbered_columns(titles: str) -> None:
    header = ";".join(("Order ID;Total", titles.format(n=1), titles.format(n=2)))
    _, found = read(f"{header}\n1;40;Tea;2;10;Mug;1;20\n2;5;Pot;1;5;;;\n")
    assert [order.draft.items for order in found] == [
        [
            {"name": "Tea", "quantity": "2", "cost": "10"},
            {"name": "Mug", "quantity": "1", "cost": "20"},
        ],
        [{"name": "Pot", "quantity": "1", "cost": "5"}],
    ]
