CREATE TABLE `carried_in` (
	`shift_id` integer NOT NULL,
	`lot_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`shift_id`, `lot_id`),
	FOREIGN KEY (`shift_id`) REFERENCES `shift`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lot`(`id`) ON UPDATE no action ON DELETE no action
);--> statement-breakpoint
INSERT INTO `carried_in` (`shift_id`, `lot_id`, `quantity`)
WITH gone AS (
	SELECT shift_id, bag_id, min(entry.id) AS entry_id FROM entry JOIN shift ON shift.id = shift_id
	WHERE kind = 'check-out' GROUP BY shift_id),
flow AS (
	SELECT to_id AS bag_id, lot_id, entry_id, quantity FROM movement WHERE to_id IN (SELECT bag_id FROM shift)
	UNION ALL SELECT from_id, lot_id, entry_id, -quantity FROM movement WHERE from_id IN (SELECT bag_id FROM shift)),
step AS (
	SELECT bag_id, lot_id, entry_id, quantity, NULL AS shift_id FROM flow
	UNION ALL SELECT gone.bag_id, lot_id, entry_id, 0, shift_id
		FROM gone JOIN (SELECT DISTINCT bag_id, lot_id FROM flow) AS known ON known.bag_id = gone.bag_id)
SELECT shift_id, lot_id, held FROM (
	SELECT shift_id, lot_id, sum(quantity) OVER (
		PARTITION BY bag_id, lot_id ORDER BY entry_id, shift_id IS NULL ROWS UNBOUNDED PRECEDING) AS held
	FROM step)
WHERE shift_id IS NOT NULL AND held <> 0;
