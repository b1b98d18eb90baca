CREATE TABLE `arrived` (
	`location_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	PRIMARY KEY(`location_id`, `item_id`),
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `arrived` (`location_id`, `item_id`) SELECT DISTINCT `to_id`, `item_id` FROM `movement`;--> statement-breakpoint
CREATE TABLE `__new_consumption_by_day` (
	`day` text NOT NULL,
	`stream` text NOT NULL,
	`item_id` integer NOT NULL,
	`venue_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`item_id`, `day`, `venue_id`),
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_consumption_by_day` (`day`, `stream`, `item_id`, `venue_id`, `quantity`) SELECT `day`, `location`.`stream`, `item_id`, `venue_id`, sum(`quantity`) FROM `consumption_by_day` JOIN `location` ON `location`.`id` = `venue_id` GROUP BY `item_id`, `day`, `venue_id`;--> statement-breakpoint
DROP TABLE `consumption_by_day`;--> statement-breakpoint
ALTER TABLE `__new_consumption_by_day` RENAME TO `consumption_by_day`;--> statement-breakpoint
CREATE INDEX `consumption_of_venue` ON `consumption_by_day` (`venue_id`,`day`);--> statement-breakpoint
DROP INDEX `movement_of_item`;--> statement-breakpoint
DROP INDEX `movement_to`;--> statement-breakpoint
DROP INDEX `lot_of_item`;--> statement-breakpoint
CREATE UNIQUE INDEX `lot_of_item` ON `lot` (`item_id`,`id`);
