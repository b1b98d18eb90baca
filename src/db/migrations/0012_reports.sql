CREATE TABLE `kit_use_by_day` (
	`day` text NOT NULL,
	`recipe_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`day`, `recipe_id`),
	FOREIGN KEY (`recipe_id`) REFERENCES `recipe`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `loss_by_day` (
	`day` text NOT NULL,
	`place_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`day`, `place_id`, `item_id`),
	FOREIGN KEY (`place_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `export_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`exported_at` integer NOT NULL,
	`path` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `kit_use_by_day` (`day`, `recipe_id`, `quantity`)
SELECT happened_on, recipe_id, sum(iif(to_id = location.id, quantity, -quantity))
FROM lot CROSS JOIN movement ON movement.lot_id = lot.id
CROSS JOIN location ON location.id IN (from_id, to_id) AND location.kind = 'venue'
CROSS JOIN entry ON entry.id = entry_id
WHERE lot.recipe_id IS NOT NULL GROUP BY happened_on, recipe_id;
--> statement-breakpoint
INSERT INTO `loss_by_day` (`day`, `place_id`, `item_id`, `quantity`)
SELECT happened_on, place_id, item_id, sum(quantity) FROM (
	SELECT to_id AS place_id, item_id, entry_id, quantity FROM movement
		WHERE to_id IN (SELECT id FROM location WHERE kind = 'loss')
	UNION ALL SELECT from_id, item_id, entry_id, -quantity FROM movement
		WHERE from_id IN (SELECT id FROM location WHERE kind = 'loss'))
JOIN entry ON entry.id = entry_id GROUP BY happened_on, place_id, item_id;
