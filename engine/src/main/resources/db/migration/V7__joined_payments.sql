-- A payment that was opened twice, by messages that share no name, and joined by one that has the names of both. This row
-- is a part then: its names lead to the payment that goes on, which knows its facts, too. Null for what is whole.
ALTER TABLE payment ADD COLUMN joined_to uuid;

-- Not beginning with the bucket, or it would be taken for looking payments up by id while the table is small.
CREATE INDEX payment_joined ON payment (joined_to) WHERE joined_to IS NOT NULL;
