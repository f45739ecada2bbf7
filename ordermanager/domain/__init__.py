"""What an order is: fields, statuses, states, checks, contact matching, events. Pure: no files, network, SQL or Qt."""
