"""What is wrong with an order, in codes and sentences."""
