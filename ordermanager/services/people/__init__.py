"""Who the customers are: here, at Yespo, and what the shop owes them."""
