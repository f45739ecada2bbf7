"""The page of insights: the RFM table, the customers of its cells, revenue over time, what is missing."""

from ordermanager.ui.insights_page.page import InsightsPage

__all__ = ["InsightsPage"]
