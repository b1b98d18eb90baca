CREATE TABLE `first_visit_line` (
	`item_id` integer PRIMARY KEY NOT NULL,
	`quantity` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "first_visit_line_quantity" CHECK("first_visit_line"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE `planned_stop` (
	`id` integer PRIMARY KEY NOT NULL,
	`shift_id` integer NOT NULL,
	`venue_id` integer NOT NULL,
	`position` integer NOT NULL,
	`skipped` integer DEFAULT false NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`shift_id`) REFERENCES `shift`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `planned_stop_once` ON `planned_stop` (`shift_id`,`venue_id`);--> statement-breakpoint
CREATE TABLE `route` (
	`id` integer PRIMARY KEY NOT NULL,
	`name_fr` text,
	`name_en` text,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "route_named" CHECK("route"."name_fr" is not null or "route"."name_en" is not null)
);
--> statement-breakpoint
CREATE TABLE `route_stop` (
	`route_id` integer NOT NULL,
	`venue_id` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`route_id`, `venue_id`),
	FOREIGN KEY (`route_id`) REFERENCES `route`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `location` ADD `agreement_signed_on` text;--> statement-breakpoint
ALTER TABLE `location` ADD `agreement_review_on` text;--> statement-breakpoint
ALTER TABLE `location` ADD `starts_on` text;--> statement-breakpoint
ALTER TABLE `location` ADD `ends_on` text;--> statement-breakpoint
CREATE INDEX `shift_of_bag_by_day` ON `shift` (`bag_id`,`started_on`);--> statement-breakpoint
CREATE INDEX `entry_recorded_late` ON `entry` (`id`) WHERE "entry"."kind" = 'hand-out' and "entry"."recorded_on" > "entry"."happened_on";