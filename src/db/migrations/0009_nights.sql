CREATE TABLE `night_session` (
	`id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`visit_id` integer NOT NULL,
	`opened_by_id` integer NOT NULL,
	`started_at` integer NOT NULL,
	`device` text NOT NULL,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`opened_by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `night_session_tokenHash_unique` ON `night_session` (`token_hash`);--> statement-breakpoint
CREATE INDEX `night_session_of_visit` ON `night_session` (`visit_id`);--> statement-breakpoint
ALTER TABLE `visit` ADD `closed_on` text;