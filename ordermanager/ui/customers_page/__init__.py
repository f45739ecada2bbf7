"""The page of customers: who has ordered, how often, for how much; their orders, their card, and forgetting them."""

from ordermanager.ui.customers_page.page import CustomersPage

__all__ = ["CustomersPage"]
