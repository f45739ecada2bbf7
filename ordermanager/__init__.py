"""Order Manager: shop orders entered or imported, checked, queued, sent to Yespo, and looked back upon."""

__version__ = "0.1.0"
