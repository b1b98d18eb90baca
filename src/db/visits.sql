-- The triggers of visits, dropped before and created after every migration like those of ledger.sql.
-- A visit that was taken back holds nothing, and whatever is recorded of it brings it back first.

CREATE TRIGGER visit_that_holds_stays BEFORE UPDATE ON visit WHEN NEW.taken_back_on IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'visit_holds: something is recorded of it')
    WHERE NEW.contacts > 0
      OR EXISTS (SELECT 1 FROM entry WHERE visit_id = NEW.id AND sign = 1
        AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.reverses_id = entry.id))
      OR EXISTS (SELECT 1 FROM unmet WHERE visit_id = NEW.id AND reverses_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM unmet AS undone WHERE undone.reverses_id = unmet.id));
END;

CREATE TRIGGER visit_is_there_for_an_entry BEFORE INSERT ON entry
WHEN NEW.visit_id IS NOT NULL AND NEW.sign = 1
BEGIN
  SELECT RAISE(ABORT, 'visit_gone: the visit was taken back')
    FROM visit WHERE id = NEW.visit_id AND taken_back_on IS NOT NULL;
END;

CREATE TRIGGER visit_is_there_for_what_was_asked BEFORE INSERT ON unmet
WHEN NEW.visit_id IS NOT NULL AND NEW.reverses_id IS NULL
BEGIN
  SELECT RAISE(ABORT, 'visit_gone: the visit was taken back')
    FROM visit WHERE id = NEW.visit_id AND taken_back_on IS NOT NULL;
END;
