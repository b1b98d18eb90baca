CREATE TABLE `held_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`phone_id` integer NOT NULL,
	`received_on` text NOT NULL,
	`reason` text NOT NULL,
	`content` text,
	`decided_on` text,
	`decision` text,
	FOREIGN KEY (`phone_id`) REFERENCES `phone`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "held_entry_decision" CHECK(("held_entry"."decided_on" is null) = ("held_entry"."decision" is null))
);
--> statement-breakpoint
CREATE INDEX `held_entry_waiting` ON `held_entry` (`received_on`) WHERE "held_entry"."decided_on" is null;--> statement-breakpoint
CREATE TABLE `phone` (
	`id` integer PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`person_id` integer NOT NULL,
	`device` text NOT NULL,
	`paired_on` text NOT NULL,
	`sent_on` text,
	`revoked_on` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `phone_tokenHash_unique` ON `phone` (`token_hash`);--> statement-breakpoint
CREATE INDEX `phone_of_person` ON `phone` (`person_id`);--> statement-breakpoint
CREATE TABLE `sealing_key` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL,
	`made_on` text NOT NULL
);
