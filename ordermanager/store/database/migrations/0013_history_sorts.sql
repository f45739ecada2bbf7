-- The history sorted and narrowed by the customer ID that was sent, and by the number of the revision. Both indexes are
-- written when an order is queued; most orders are sent once, and these stand in none of the second.
CREATE INDEX revision_bodies_customer ON revision_bodies (external_customer_id, revision_id) WHERE external_customer_id <> '';
CREATE INDEX revisions_later_numbers ON revisions (number, id) WHERE number > 1;
