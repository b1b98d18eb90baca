CREATE TABLE `bin` (
	`id` integer PRIMARY KEY NOT NULL,
	`venue_id` integer NOT NULL,
	`type_id` integer NOT NULL,
	`swap_every_days` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`type_id`) REFERENCES `bin_type`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bin_swap_every" CHECK("bin"."swap_every_days" is null or "bin"."swap_every_days" > 0)
);
--> statement-breakpoint
CREATE INDEX `bin_of_venue` ON `bin` (`venue_id`);--> statement-breakpoint
CREATE TABLE `bin_event` (
	`id` integer PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`bin_id` integer NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`entry_id` integer,
	`recovery_id` integer,
	`reverses_id` integer,
	FOREIGN KEY (`bin_id`) REFERENCES `bin`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recovery_id`) REFERENCES `recovery`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_id`) REFERENCES `bin_event`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bin_event_recovers" CHECK("bin_event"."kind" <> 'placed' or "bin_event"."recovery_id" is null)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bin_event_requestId_unique` ON `bin_event` (`request_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `bin_event_reversesId_unique` ON `bin_event` (`reverses_id`);--> statement-breakpoint
CREATE INDEX `bin_event_of_bin` ON `bin_event` (`bin_id`);--> statement-breakpoint
CREATE INDEX `bin_event_of_entry` ON `bin_event` (`entry_id`) WHERE "bin_event"."entry_id" is not null;--> statement-breakpoint
CREATE INDEX `bin_event_of_recovery` ON `bin_event` (`recovery_id`) WHERE "bin_event"."recovery_id" is not null;--> statement-breakpoint
CREATE TABLE `bin_type` (
	`id` integer PRIMARY KEY NOT NULL,
	`name_fr` text,
	`name_en` text,
	`item_id` integer,
	`capacity_ml` integer NOT NULL,
	`density_low` integer NOT NULL,
	`density_likely` integer NOT NULL,
	`density_high` integer NOT NULL,
	`tare_grams` integer NOT NULL,
	`milligrams_light` integer NOT NULL,
	`milligrams_likely` integer NOT NULL,
	`milligrams_heavy` integer NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bin_type_named" CHECK("bin_type"."name_fr" is not null or "bin_type"."name_en" is not null),
	CONSTRAINT "bin_type_capacity" CHECK("bin_type"."capacity_ml" > 0 and "bin_type"."tare_grams" >= 0),
	CONSTRAINT "bin_type_density" CHECK(0 < "bin_type"."density_low" and "bin_type"."density_low" <= "bin_type"."density_likely" and "bin_type"."density_likely" <= "bin_type"."density_high"),
	CONSTRAINT "bin_type_weight" CHECK(0 < "bin_type"."milligrams_light" and "bin_type"."milligrams_light" <= "bin_type"."milligrams_likely" and "bin_type"."milligrams_likely" <= "bin_type"."milligrams_heavy")
);
--> statement-breakpoint
CREATE TABLE `clean_up` (
	`id` integer PRIMARY KEY NOT NULL,
	`happened_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`sector` text NOT NULL,
	`people` integer NOT NULL,
	`gloves_out` integer NOT NULL,
	`gloves_back` integer,
	`tongs_out` integer NOT NULL,
	`tongs_back` integer,
	`containers_out` integer NOT NULL,
	`containers_back` integer,
	`cancelled_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "clean_up_sector" CHECK(length("clean_up"."sector") between 1 and 6),
	CONSTRAINT "clean_up_people" CHECK("clean_up"."people" > 0)
);
--> statement-breakpoint
CREATE INDEX `clean_up_by_day` ON `clean_up` (`happened_on`);--> statement-breakpoint
CREATE TABLE `recovery` (
	`id` integer PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`happened_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`source` text NOT NULL,
	`method` text NOT NULL,
	`type_id` integer,
	`containers` integer,
	`fill_percent` integer,
	`grams` integer,
	`low` integer NOT NULL,
	`likely` integer NOT NULL,
	`high` integer NOT NULL,
	`clean_up_id` integer,
	`reverses_id` integer,
	FOREIGN KEY (`type_id`) REFERENCES `bin_type`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`clean_up_id`) REFERENCES `clean_up`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_id`) REFERENCES `recovery`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recovery_range" CHECK(0 <= "recovery"."low" and "recovery"."low" <= "recovery"."likely" and "recovery"."likely" <= "recovery"."high"),
	CONSTRAINT "recovery_clean_up" CHECK(("recovery"."source" = 'clean-up') = ("recovery"."clean_up_id" is not null)),
	CONSTRAINT "recovery_method" CHECK(case "recovery"."method"
        when 'count' then "recovery"."containers" is null and "recovery"."fill_percent" is null and "recovery"."grams" is null
        when 'container' then "recovery"."type_id" is not null and "recovery"."containers" > 0 and "recovery"."fill_percent" between 0 and 100 and "recovery"."grams" is null
        when 'weight' then "recovery"."type_id" is not null and "recovery"."containers" > 0 and "recovery"."grams" >= 0 and "recovery"."fill_percent" is null
        else 0 end)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_requestId_unique` ON `recovery` (`request_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_reversesId_unique` ON `recovery` (`reverses_id`);--> statement-breakpoint
CREATE INDEX `recovery_by_day` ON `recovery` (`happened_on`);--> statement-breakpoint
CREATE INDEX `recovery_of_clean_up` ON `recovery` (`clean_up_id`) WHERE "recovery"."clean_up_id" is not null;--> statement-breakpoint
ALTER TABLE `item` ADD `is_sharp` integer DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE `item` SET `is_sharp` = true WHERE `code` IN ('1cc', '3cc') AND `category` = 'injection';
