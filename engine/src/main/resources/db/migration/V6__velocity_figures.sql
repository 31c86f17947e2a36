-- What a sliding window holds, kept up to date bucket by bucket, so that a purchase need not sum the window.

ALTER TABLE velocity_counter
    -- The window's seconds; null if it is one of the calendar, whose bucket is its own sum.
    ADD COLUMN slides_s integer,
    -- The figures are of all buckets from here on; null if they are to be made anew from the buckets.
    ADD COLUMN since timestamptz,
    ADD COLUMN buckets bigint NOT NULL DEFAULT 0,
    ADD COLUMN count bigint NOT NULL DEFAULT 0,
    ADD COLUMN minor bigint NOT NULL DEFAULT 0;

-- The figures are rewritten by each purchase.
ALTER TABLE velocity_counter SET (fillfactor = 60);

UPDATE velocity_counter SET slides_s = (definition -> 'window' ->> 'seconds')::integer;
