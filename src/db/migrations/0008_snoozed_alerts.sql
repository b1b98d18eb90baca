CREATE TABLE `snooze` (
	`id` integer PRIMARY KEY NOT NULL,
	`until_on` text,
	`snoozed_on` text NOT NULL,
	`snoozed_by` integer,
	`level` text NOT NULL,
	`runs_out_on` text,
	`usable` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`snoozed_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `snooze_asleep` ON `snooze` (`until_on`) WHERE "snooze"."until_on" is not null;