CREATE TABLE `digest` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`address` text,
	`version` integer DEFAULT 1 NOT NULL,
	`seen_to_on` text,
	`sent_on` text,
	`refused_on` text,
	`told` text DEFAULT '{}' NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
