-- The triggers of the book, dropped before and created after every migration: the only writers of the rollups.
-- They refuse what must never happen, whoever asks. A refusal begins with the code its sentence has.

-- What happened is never changed or removed; it is reversed by another entry.
CREATE TRIGGER entry_is_final BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'append_only: an entry is never changed'); END;
CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'append_only: an entry is never deleted'); END;
CREATE TRIGGER movement_is_final BEFORE UPDATE ON movement
BEGIN SELECT RAISE(ABORT, 'append_only: a movement is never changed'); END;
CREATE TRIGGER movement_is_kept BEFORE DELETE ON movement
BEGIN SELECT RAISE(ABORT, 'append_only: a movement is never deleted'); END;
CREATE TRIGGER unmet_is_final BEFORE UPDATE ON unmet
BEGIN SELECT RAISE(ABORT, 'append_only: unmet demand is never changed'); END;
CREATE TRIGGER unmet_is_kept BEFORE DELETE ON unmet
BEGIN SELECT RAISE(ABORT, 'append_only: unmet demand is never deleted'); END;
CREATE TRIGGER observation_is_final BEFORE UPDATE ON observation
BEGIN SELECT RAISE(ABORT, 'append_only: an observation is never changed'); END;
CREATE TRIGGER observation_is_kept BEFORE DELETE ON observation
BEGIN SELECT RAISE(ABORT, 'append_only: an observation is never deleted'); END;
CREATE TRIGGER recovery_is_final BEFORE UPDATE ON recovery
BEGIN SELECT RAISE(ABORT, 'append_only: what was recovered is never changed'); END;
CREATE TRIGGER recovery_is_kept BEFORE DELETE ON recovery
BEGIN SELECT RAISE(ABORT, 'append_only: what was recovered is never deleted'); END;
CREATE TRIGGER bin_event_is_final BEFORE UPDATE ON bin_event
BEGIN SELECT RAISE(ABORT, 'append_only: what was done with a bin is never changed'); END;
CREATE TRIGGER bin_event_is_kept BEFORE DELETE ON bin_event
BEGIN SELECT RAISE(ABORT, 'append_only: what was done with a bin is never deleted'); END;
CREATE TRIGGER recipe_line_is_final BEFORE UPDATE ON recipe_line
BEGIN SELECT RAISE(ABORT, 'append_only: a recipe changes by a new version'); END;

-- The container that left our stock for a bin comes back with what was done with the bin, and stays back.
CREATE TRIGGER bin_keeps_its_container BEFORE INSERT ON entry WHEN NEW.reverses_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'bin_stands: take back what was done with the bin') WHERE EXISTS (
    SELECT 1 FROM bin_event WHERE entry_id = NEW.reverses_id
      AND NOT EXISTS (SELECT 1 FROM bin_event AS undone WHERE undone.reverses_id = bin_event.id));
  SELECT RAISE(ABORT, 'bin_stands: do it again with the bin') WHERE EXISTS (
    SELECT 1 FROM bin_event JOIN entry ON entry.reverses_id = bin_event.entry_id
    WHERE entry.id = NEW.reverses_id);
END;

-- What is edited may not pull the ground from under the book: a place that holds stock is in use, the
-- days of a service stay with it, and what is counted cannot stop being counted while there is some.
CREATE TRIGGER place_in_use_stays BEFORE UPDATE OF retired_on ON location
WHEN NEW.retired_on IS NOT NULL AND OLD.retired_on IS NULL
BEGIN
  SELECT RAISE(ABORT, 'holds_stock: the place is in use')
    WHERE EXISTS (SELECT 1 FROM on_hand WHERE location_id = OLD.id)
      OR EXISTS (SELECT 1 FROM bag_out WHERE bag_id = OLD.id);
END;

CREATE TRIGGER place_keeps_its_service BEFORE UPDATE OF kind, stream ON location
WHEN (NEW.kind <> OLD.kind OR NEW.stream IS NOT OLD.stream)
  AND EXISTS (SELECT 1 FROM arrived WHERE location_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'service_fixed: something has moved there'); END;

CREATE TRIGGER counted_stock_stays_counted BEFORE UPDATE OF tracking ON item
WHEN NEW.tracking = 'rough' AND OLD.tracking = 'exact'
  AND EXISTS (SELECT 1 FROM on_hand WHERE item_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'counted: there is stock of this item'); END;

-- What a supplier was sent stays as it was sent, and what has arrived was sent.
CREATE TRIGGER sent_line_stays BEFORE DELETE ON order_line
WHEN (SELECT sent_on FROM "order" WHERE id = OLD.order_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'order_sent: the supplier has it'); END;

CREATE TRIGGER sent_order_gains_no_line BEFORE INSERT ON order_line
WHEN (SELECT sent_on FROM "order" WHERE id = NEW.order_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'order_sent: the supplier has it'); END;

CREATE TRIGGER received_order_stays_sent BEFORE UPDATE OF sent_on, cancelled_on ON "order"
WHEN (NEW.sent_on IS NULL OR (NEW.cancelled_on IS NOT NULL AND OLD.cancelled_on IS NULL))
  AND (SELECT coalesce(sum(sign), 0) FROM entry WHERE order_id = OLD.id) > 0
BEGIN SELECT RAISE(ABORT, 'order_received: some of it has arrived'); END;

-- A reversal undoes exactly one entry of its own kind and day, with the opposite sign.
CREATE TRIGGER entry_reverses_its_kind BEFORE INSERT ON entry WHEN NEW.reverses_id IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'reversal: of another kind, day or sign') WHERE NOT EXISTS (
    SELECT 1 FROM entry AS reversed WHERE reversed.id = NEW.reverses_id AND reversed.kind = NEW.kind
      AND reversed.happened_on = NEW.happened_on AND reversed.sign = -NEW.sign);
END;

-- A bag is out from its check-out to its return, once. Taking back a return takes the bag out again.
CREATE TRIGGER bag_leaves AFTER INSERT ON entry
WHEN (NEW.kind = 'check-out' AND NEW.sign = 1) OR (NEW.kind = 'return' AND NEW.sign = -1)
BEGIN
  SELECT RAISE(ABORT, 'bag_out: the bag is out already') WHERE EXISTS (
    SELECT 1 FROM bag_out JOIN shift ON shift.bag_id = bag_out.bag_id WHERE shift.id = NEW.shift_id);
  INSERT INTO bag_out (bag_id, shift_id) SELECT bag_id, id FROM shift WHERE id = NEW.shift_id;
END;

-- What the bag held before the check-out filled it; a check-out that only opens a shift again is not its start.
CREATE TRIGGER bag_carries_in AFTER INSERT ON entry
WHEN NEW.kind = 'check-out' AND NEW.sign = 1 AND NOT EXISTS (
  SELECT 1 FROM entry WHERE shift_id = NEW.shift_id AND kind = 'check-out' AND id < NEW.id)
BEGIN
  INSERT INTO carried_in (shift_id, lot_id, quantity)
    SELECT shift.id, on_hand.lot_id, on_hand.quantity
    FROM shift JOIN on_hand ON on_hand.location_id = shift.bag_id WHERE shift.id = NEW.shift_id;
END;

CREATE TRIGGER bag_comes_back AFTER INSERT ON entry
WHEN (NEW.kind = 'return' AND NEW.sign = 1) OR (NEW.kind = 'check-out' AND NEW.sign = -1)
BEGIN
  SELECT RAISE(ABORT, 'bag_in: the bag is not out') WHERE NOT EXISTS (
    SELECT 1 FROM bag_out WHERE shift_id = NEW.shift_id);
  SELECT RAISE(ABORT, 'bag_negative: the bag owes units') WHERE EXISTS (
    SELECT 1 FROM on_hand JOIN shift ON shift.bag_id = on_hand.location_id
    WHERE shift.id = NEW.shift_id AND on_hand.quantity < 0);
  DELETE FROM bag_out WHERE shift_id = NEW.shift_id;
END;

-- Where an item may not go. Taking something back is always allowed.
CREATE TRIGGER movement_is_allowed BEFORE INSERT ON movement
BEGIN
  SELECT RAISE(ABORT, 'rough: a rough item has observations, not movements')
    FROM item WHERE id = NEW.item_id AND tracking = 'rough';
  SELECT RAISE(ABORT, 'not_allowed: this item may not go there')
    FROM item, location, entry
    WHERE item.id = NEW.item_id AND location.id = NEW.to_id AND entry.id = NEW.entry_id AND entry.reverses_id IS NULL
      AND ((location.kind = 'bag' AND NOT item.allowed_in_bags)
        OR (location.kind = 'venue' AND location.role = 'drop-in-floor' AND NOT item.allowed_at_drop_in));
END;

-- Balances. A stockroom is never below zero; a bag only while it is out, only in its unknown or untracked
-- lot, and only by a hand-out, because what was given in the street is a fact; or because what had
-- explained such a hand-out is taken back.
CREATE TRIGGER movement_leaves AFTER INSERT ON movement
WHEN (SELECT kind FROM location WHERE id = NEW.from_id) IN ('stockroom', 'bag')
BEGIN
  INSERT INTO on_hand (location_id, lot_id, item_id, quantity)
    VALUES (NEW.from_id, NEW.lot_id, NEW.item_id, -NEW.quantity)
    ON CONFLICT (location_id, lot_id) DO UPDATE SET quantity = quantity - NEW.quantity;
  SELECT RAISE(ABORT, 'overdraft: more leaves than is there')
    FROM on_hand JOIN location ON location.id = on_hand.location_id
    WHERE on_hand.location_id = NEW.from_id AND on_hand.lot_id = NEW.lot_id AND on_hand.quantity < 0
      AND (location.kind = 'stockroom'
        OR (location.kind = 'bag'
          AND ((SELECT kind FROM lot WHERE id = NEW.lot_id) = 'real'
            OR NOT EXISTS (SELECT 1 FROM bag_out WHERE bag_id = NEW.from_id)
            OR NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.entry_id
              AND (kind = 'hand-out' OR (kind = 'lot-correction' AND sign = -1))))));
  DELETE FROM on_hand WHERE location_id = NEW.from_id AND lot_id = NEW.lot_id AND quantity = 0;
END;

CREATE TRIGGER movement_came_there AFTER INSERT ON movement
BEGIN INSERT INTO arrived (location_id, item_id) VALUES (NEW.to_id, NEW.item_id) ON CONFLICT DO NOTHING; END;
CREATE TRIGGER movement_arrives AFTER INSERT ON movement
WHEN (SELECT kind FROM location WHERE id = NEW.to_id) IN ('stockroom', 'bag')
BEGIN
  INSERT INTO on_hand (location_id, lot_id, item_id, quantity)
    VALUES (NEW.to_id, NEW.lot_id, NEW.item_id, NEW.quantity)
    ON CONFLICT (location_id, lot_id) DO UPDATE SET quantity = quantity + NEW.quantity;
  DELETE FROM on_hand WHERE location_id = NEW.to_id AND lot_id = NEW.lot_id AND quantity = 0;
END;

-- What reached a venue, less what was taken back from it; of kits also by the recipe of their lot, where it is
-- known. What was lost, less what was found again. In one trigger, because most movements do neither.
CREATE TRIGGER movement_leaves_for_good AFTER INSERT ON movement
WHEN EXISTS (SELECT 1 FROM location WHERE id IN (NEW.from_id, NEW.to_id) AND kind IN ('venue', 'loss'))
BEGIN
  INSERT INTO consumption_by_day (day, stream, item_id, venue_id, quantity)
    SELECT entry.happened_on, place.stream, NEW.item_id, place.id, iif(place.id = NEW.to_id, NEW.quantity, -NEW.quantity)
      FROM entry, location AS place WHERE entry.id = NEW.entry_id
        AND place.id IN (NEW.from_id, NEW.to_id) AND place.kind = 'venue'
    ON CONFLICT (item_id, day, venue_id) DO UPDATE SET quantity = quantity + excluded.quantity;
  INSERT INTO kit_use_by_day (day, recipe_id, quantity)
    SELECT entry.happened_on, lot.recipe_id, iif(place.id = NEW.to_id, NEW.quantity, -NEW.quantity)
      FROM lot CROSS JOIN location AS place CROSS JOIN entry
      WHERE lot.id = NEW.lot_id AND lot.recipe_id IS NOT NULL AND entry.id = NEW.entry_id
        AND place.id IN (NEW.from_id, NEW.to_id) AND place.kind = 'venue'
    ON CONFLICT (day, recipe_id) DO UPDATE SET quantity = quantity + excluded.quantity;
  INSERT INTO loss_by_day (day, place_id, item_id, quantity)
    SELECT entry.happened_on, place.id, NEW.item_id, iif(place.id = NEW.to_id, NEW.quantity, -NEW.quantity)
      FROM location AS place CROSS JOIN entry WHERE entry.id = NEW.entry_id
        AND place.id IN (NEW.from_id, NEW.to_id) AND place.kind = 'loss'
    ON CONFLICT (day, place_id, item_id) DO UPDATE SET quantity = quantity + excluded.quantity;
END;

-- Stock by day of what each service can give from. A movement inside one service changes nothing.
-- A late entry moves the days after it too: they are few, because lateness is days, not years.
CREATE TRIGGER movement_lowers_the_day AFTER INSERT ON movement
WHEN (SELECT stream FROM location WHERE id = NEW.from_id AND kind IN ('stockroom', 'bag'))
  IS NOT (SELECT stream FROM location WHERE id = NEW.to_id AND kind IN ('stockroom', 'bag'))
  AND (SELECT stream FROM location WHERE id = NEW.from_id AND kind IN ('stockroom', 'bag')) IS NOT NULL
BEGIN
  INSERT INTO stock_by_day (item_id, stream, day, opening, closing)
    SELECT NEW.item_id, place.stream, entry.happened_on, coalesce(before.closing, 0), coalesce(before.closing, 0)
      FROM location AS place JOIN entry ON entry.id = NEW.entry_id
      LEFT JOIN stock_by_day AS before ON before.item_id = NEW.item_id AND before.stream = place.stream
        AND before.day = (SELECT max(day) FROM stock_by_day WHERE item_id = NEW.item_id
          AND stream = place.stream AND day < entry.happened_on)
      WHERE place.id = NEW.from_id
    ON CONFLICT (item_id, stream, day) DO NOTHING;
  UPDATE stock_by_day SET closing = closing - NEW.quantity, ran_out = ran_out OR closing - NEW.quantity <= 0
    WHERE item_id = NEW.item_id AND stream = (SELECT stream FROM location WHERE id = NEW.from_id)
      AND day = (SELECT happened_on FROM entry WHERE id = NEW.entry_id);
  UPDATE stock_by_day SET opening = opening - NEW.quantity, closing = closing - NEW.quantity
    WHERE item_id = NEW.item_id AND stream = (SELECT stream FROM location WHERE id = NEW.from_id)
      AND day > (SELECT happened_on FROM entry WHERE id = NEW.entry_id);
END;

CREATE TRIGGER movement_raises_the_day AFTER INSERT ON movement
WHEN (SELECT stream FROM location WHERE id = NEW.to_id AND kind IN ('stockroom', 'bag'))
  IS NOT (SELECT stream FROM location WHERE id = NEW.from_id AND kind IN ('stockroom', 'bag'))
  AND (SELECT stream FROM location WHERE id = NEW.to_id AND kind IN ('stockroom', 'bag')) IS NOT NULL
BEGIN
  INSERT INTO stock_by_day (item_id, stream, day, opening, closing)
    SELECT NEW.item_id, place.stream, entry.happened_on, coalesce(before.closing, 0), coalesce(before.closing, 0)
      FROM location AS place JOIN entry ON entry.id = NEW.entry_id
      LEFT JOIN stock_by_day AS before ON before.item_id = NEW.item_id AND before.stream = place.stream
        AND before.day = (SELECT max(day) FROM stock_by_day WHERE item_id = NEW.item_id
          AND stream = place.stream AND day < entry.happened_on)
      WHERE place.id = NEW.to_id
    ON CONFLICT (item_id, stream, day) DO NOTHING;
  UPDATE stock_by_day SET closing = closing + NEW.quantity
    WHERE item_id = NEW.item_id AND stream = (SELECT stream FROM location WHERE id = NEW.to_id)
      AND day = (SELECT happened_on FROM entry WHERE id = NEW.entry_id);
  UPDATE stock_by_day SET opening = opening + NEW.quantity, closing = closing + NEW.quantity
    WHERE item_id = NEW.item_id AND stream = (SELECT stream FROM location WHERE id = NEW.to_id)
      AND day > (SELECT happened_on FROM entry WHERE id = NEW.entry_id);
END;

CREATE TRIGGER unmet_counts AFTER INSERT ON unmet
BEGIN
  INSERT INTO stock_by_day (item_id, stream, day, opening, closing)
    SELECT NEW.item_id, place.stream, NEW.happened_on, coalesce(before.closing, 0), coalesce(before.closing, 0)
      FROM location AS place
      LEFT JOIN stock_by_day AS before ON before.item_id = NEW.item_id AND before.stream = place.stream
        AND before.day = (SELECT max(day) FROM stock_by_day WHERE item_id = NEW.item_id
          AND stream = place.stream AND day < NEW.happened_on)
      WHERE place.id = NEW.venue_id
    ON CONFLICT (item_id, stream, day) DO NOTHING;
  UPDATE stock_by_day
    SET unmet = unmet + CASE WHEN NEW.reverses_id IS NULL THEN NEW.quantity ELSE -NEW.quantity END
    WHERE item_id = NEW.item_id AND stream = (SELECT stream FROM location WHERE id = NEW.venue_id)
      AND day = NEW.happened_on;
END;
