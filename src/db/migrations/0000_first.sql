CREATE TABLE `family` (
	`id` integer PRIMARY KEY NOT NULL,
	`name_fr` text,
	`name_en` text,
	`version` integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_fr` text,
	`name_en` text,
	`short_fr` text,
	`short_en` text,
	`unit_fr` text,
	`unit_en` text,
	`category` text NOT NULL,
	`family_id` integer,
	`size` text,
	`tracking` text DEFAULT 'exact' NOT NULL,
	`lots` text DEFAULT 'none' NOT NULL,
	`expiry` text DEFAULT 'none' NOT NULL,
	`grace_days` integer DEFAULT 0 NOT NULL,
	`minimum_life_days` integer DEFAULT 0 NOT NULL,
	`allowed_in_bags` integer DEFAULT true NOT NULL,
	`allowed_at_drop_in` integer DEFAULT true NOT NULL,
	`service_level_percent` integer DEFAULT 95 NOT NULL,
	`minimum_stock` integer,
	`maximum_stock` integer,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`family_id`) REFERENCES `family`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "item_named" CHECK("item"."name_fr" is not null or "item"."name_en" is not null),
	CONSTRAINT "item_unit_named" CHECK("item"."unit_fr" is not null or "item"."unit_en" is not null),
	CONSTRAINT "item_grace" CHECK("item"."grace_days" >= 0 and "item"."minimum_life_days" >= 0),
	CONSTRAINT "item_level" CHECK("item"."service_level_percent" between 50 and 99),
	CONSTRAINT "item_expiring_has_lots" CHECK("item"."expiry" = 'none' or "item"."lots" <> 'none'),
	CONSTRAINT "item_rough_has_no_lots" CHECK("item"."tracking" = 'exact' or "item"."lots" = 'none')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_code_unique` ON `item` (`code`);--> statement-breakpoint
CREATE TABLE `lot` (
	`id` integer PRIMARY KEY NOT NULL,
	`item_id` integer NOT NULL,
	`kind` text DEFAULT 'real' NOT NULL,
	`code` text DEFAULT '' NOT NULL,
	`expires_on` text,
	`held_on` text,
	`held_reason` text,
	`recipe_id` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recipe_id`) REFERENCES `recipe`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lot_with_expiry` ON `lot` (`item_id`,`kind`,`code`,`expires_on`) WHERE "lot"."expires_on" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `lot_without_expiry` ON `lot` (`item_id`,`kind`,`code`) WHERE "lot"."expires_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `lot_of_item` ON `lot` (`id`,`item_id`);--> statement-breakpoint
CREATE TABLE `lot_component` (
	`kit_lot_id` integer NOT NULL,
	`component_lot_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`kit_lot_id`, `component_lot_id`),
	FOREIGN KEY (`kit_lot_id`) REFERENCES `lot`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`component_lot_id`) REFERENCES `lot`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `lot_component_used` ON `lot_component` (`component_lot_id`);--> statement-breakpoint
CREATE TABLE `pack` (
	`id` integer PRIMARY KEY NOT NULL,
	`item_id` integer NOT NULL,
	`name_fr` text,
	`name_en` text,
	`size` integer NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "pack_size" CHECK("pack"."size" between 2 and 1000000),
	CONSTRAINT "pack_named" CHECK("pack"."name_fr" is not null or "pack"."name_en" is not null)
);
--> statement-breakpoint
CREATE INDEX `pack_of_item` ON `pack` (`item_id`);--> statement-breakpoint
CREATE TABLE `recipe` (
	`id` integer PRIMARY KEY NOT NULL,
	`kit_id` integer NOT NULL,
	`number` integer NOT NULL,
	`starts_on` text NOT NULL,
	FOREIGN KEY (`kit_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recipe_number` ON `recipe` (`kit_id`,`number`);--> statement-breakpoint
CREATE TABLE `recipe_line` (
	`recipe_id` integer NOT NULL,
	`component_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`recipe_id`, `component_id`),
	FOREIGN KEY (`recipe_id`) REFERENCES `recipe`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`component_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "recipe_line_quantity" CHECK("recipe_line"."quantity" > 0)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `donation` (
	`id` integer PRIMARY KEY NOT NULL,
	`donor_id` integer NOT NULL,
	`received_on` text NOT NULL,
	`value_cents` integer,
	FOREIGN KEY (`donor_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `observation` (
	`id` integer PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`item_id` integer NOT NULL,
	`location_id` integer NOT NULL,
	`happened_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`donation_id` integer,
	`reverses_id` integer,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`donation_id`) REFERENCES `donation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `observation_reversesId_unique` ON `observation` (`reverses_id`);--> statement-breakpoint
CREATE INDEX `observation_of_item` ON `observation` (`item_id`,`happened_on`);--> statement-breakpoint
CREATE TABLE `order` (
	`id` integer PRIMARY KEY NOT NULL,
	`supplier_id` integer NOT NULL,
	`drafted_on` text NOT NULL,
	`sent_on` text,
	`expected_on` text,
	`cancelled_on` text,
	`closed_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`supplier_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `order_of_supplier` ON `order` (`supplier_id`);--> statement-breakpoint
CREATE TABLE `order_line` (
	`id` integer PRIMARY KEY NOT NULL,
	`order_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	`unit_cents` integer,
	`order_up_to` integer,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "order_line_quantity" CHECK("order_line"."quantity" > 0)
);
--> statement-breakpoint
CREATE INDEX `order_line_of_item` ON `order_line` (`item_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `order_line_once` ON `order_line` (`order_id`,`item_id`);--> statement-breakpoint
CREATE TABLE `service_exception` (
	`id` integer PRIMARY KEY NOT NULL,
	`stream` text NOT NULL,
	`day` text NOT NULL,
	`open` integer NOT NULL,
	`factor_percent` integer DEFAULT 100 NOT NULL,
	`reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "service_exception_factor" CHECK("service_exception"."factor_percent" between 0 and 1000)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `service_exception_once` ON `service_exception` (`stream`,`day`);--> statement-breakpoint
CREATE TABLE `service_pattern` (
	`stream` text NOT NULL,
	`weekday` integer NOT NULL,
	`starts_on` text NOT NULL,
	`open` integer NOT NULL,
	PRIMARY KEY(`stream`, `weekday`, `starts_on`),
	CONSTRAINT "service_pattern_weekday" CHECK("service_pattern"."weekday" between 1 and 7)
);
--> statement-breakpoint
CREATE TABLE `shift` (
	`id` integer PRIMARY KEY NOT NULL,
	`bag_id` integer NOT NULL,
	`started_on` text NOT NULL,
	FOREIGN KEY (`bag_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shift_of_bag` ON `shift` (`bag_id`);--> statement-breakpoint
CREATE TABLE `shift_person` (
	`shift_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	PRIMARY KEY(`shift_id`, `person_id`),
	FOREIGN KEY (`shift_id`) REFERENCES `shift`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `shift_person_by_person` ON `shift_person` (`person_id`);--> statement-breakpoint
CREATE TABLE `stocktake` (
	`id` integer PRIMARY KEY NOT NULL,
	`location_id` integer NOT NULL,
	`started_on` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `stocktake_line` (
	`stocktake_id` integer NOT NULL,
	`lot_id` integer NOT NULL,
	`expected` integer NOT NULL,
	`counted` integer NOT NULL,
	PRIMARY KEY(`stocktake_id`, `lot_id`),
	FOREIGN KEY (`stocktake_id`) REFERENCES `stocktake`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lot`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "stocktake_line_counted" CHECK("stocktake_line"."counted" >= 0)
);
--> statement-breakpoint
CREATE TABLE `visit` (
	`id` integer PRIMARY KEY NOT NULL,
	`venue_id` integer NOT NULL,
	`shift_id` integer,
	`happened_on` text NOT NULL,
	`period` text NOT NULL,
	`contacts` integer DEFAULT 0 NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`venue_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shift_id`) REFERENCES `shift`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visit_contacts" CHECK("visit"."contacts" >= 0)
);
--> statement-breakpoint
CREATE INDEX `visit_of_venue` ON `visit` (`venue_id`,`happened_on`);--> statement-breakpoint
CREATE INDEX `visit_of_shift` ON `visit` (`shift_id`);--> statement-breakpoint
CREATE TABLE `bag_out` (
	`bag_id` integer PRIMARY KEY NOT NULL,
	`shift_id` integer NOT NULL,
	FOREIGN KEY (`bag_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shift_id`) REFERENCES `shift`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bag_out_shiftId_unique` ON `bag_out` (`shift_id`);--> statement-breakpoint
CREATE TABLE `consumption_by_day` (
	`day` text NOT NULL,
	`stream` text NOT NULL,
	`item_id` integer NOT NULL,
	`venue_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`day`, `stream`, `item_id`, `venue_id`),
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `consumption_of_item` ON `consumption_by_day` (`item_id`,`stream`,`day`,`quantity`);--> statement-breakpoint
CREATE INDEX `consumption_of_venue` ON `consumption_by_day` (`venue_id`,`day`);--> statement-breakpoint
CREATE TABLE `entry` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`request_id` text NOT NULL,
	`part` integer DEFAULT 0 NOT NULL,
	`happened_on` text NOT NULL,
	`period` text,
	`recorded_on` text NOT NULL,
	`reverses_id` integer,
	`sign` integer DEFAULT 1 NOT NULL,
	`donation_id` integer,
	`order_id` integer,
	`shift_id` integer,
	`visit_id` integer,
	`stocktake_id` integer,
	FOREIGN KEY (`donation_id`) REFERENCES `donation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_id`) REFERENCES `order`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`shift_id`) REFERENCES `shift`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`stocktake_id`) REFERENCES `stocktake`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_id`) REFERENCES `entry`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "entry_sign" CHECK("entry"."sign" in (1, -1)),
	CONSTRAINT "entry_reversal_sign" CHECK("entry"."reverses_id" is not null or "entry"."sign" = 1),
	CONSTRAINT "entry_days" CHECK("entry"."happened_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' and "entry"."recorded_on" glob '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_reverses` ON `entry` (`reverses_id`) WHERE "entry"."reverses_id" is not null;--> statement-breakpoint
CREATE INDEX `entry_by_day` ON `entry` (`happened_on`);--> statement-breakpoint
CREATE INDEX `entry_transfer_or_loss` ON `entry` (`id`) WHERE "entry"."kind" in ('transfer', 'loss');--> statement-breakpoint
CREATE INDEX `entry_of_donation` ON `entry` (`donation_id`) WHERE "entry"."donation_id" is not null;--> statement-breakpoint
CREATE INDEX `entry_of_order` ON `entry` (`order_id`) WHERE "entry"."order_id" is not null;--> statement-breakpoint
CREATE INDEX `entry_of_shift` ON `entry` (`shift_id`) WHERE "entry"."shift_id" is not null;--> statement-breakpoint
CREATE INDEX `entry_of_visit` ON `entry` (`visit_id`) WHERE "entry"."visit_id" is not null;--> statement-breakpoint
CREATE INDEX `entry_of_stocktake` ON `entry` (`stocktake_id`) WHERE "entry"."stocktake_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `entry_request` ON `entry` (`request_id`,`part`);--> statement-breakpoint
CREATE TABLE `entry_trace` (
	`entry_id` integer PRIMARY KEY NOT NULL,
	`person_id` integer,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `movement` (
	`id` integer PRIMARY KEY NOT NULL,
	`entry_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`lot_id` integer NOT NULL,
	`from_id` integer NOT NULL,
	`to_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	`unit_cents` integer,
	`order_line_id` integer,
	FOREIGN KEY (`entry_id`) REFERENCES `entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`order_line_id`) REFERENCES `order_line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`,`item_id`) REFERENCES `lot`(`id`,`item_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "movement_quantity" CHECK("movement"."quantity" > 0 and "movement"."quantity" <= 1000000000),
	CONSTRAINT "movement_moves" CHECK("movement"."from_id" <> "movement"."to_id")
);
--> statement-breakpoint
CREATE INDEX `movement_of_entry` ON `movement` (`entry_id`);--> statement-breakpoint
CREATE INDEX `movement_of_item` ON `movement` (`item_id`);--> statement-breakpoint
CREATE INDEX `movement_of_lot` ON `movement` (`lot_id`);--> statement-breakpoint
CREATE INDEX `movement_to` ON `movement` (`to_id`,`item_id`);--> statement-breakpoint
CREATE INDEX `movement_of_order_line` ON `movement` (`order_line_id`) WHERE "movement"."order_line_id" is not null;--> statement-breakpoint
CREATE TABLE `on_hand` (
	`location_id` integer NOT NULL,
	`lot_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	PRIMARY KEY(`location_id`, `lot_id`),
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lot_id`) REFERENCES `lot`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `on_hand_of_item` ON `on_hand` (`item_id`,`location_id`);--> statement-breakpoint
CREATE INDEX `on_hand_of_lot` ON `on_hand` (`lot_id`);--> statement-breakpoint
CREATE TABLE `request` (
	`id` text PRIMARY KEY NOT NULL,
	`fingerprint` text NOT NULL,
	`answer` text,
	`recorded_on` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `stock_by_day` (
	`item_id` integer NOT NULL,
	`stream` text NOT NULL,
	`day` text NOT NULL,
	`opening` integer NOT NULL,
	`closing` integer NOT NULL,
	`ran_out` integer DEFAULT false NOT NULL,
	`unmet` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`item_id`, `stream`, `day`),
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `unmet` (
	`id` integer PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`happened_on` text NOT NULL,
	`recorded_on` text NOT NULL,
	`item_id` integer NOT NULL,
	`venue_id` integer NOT NULL,
	`visit_id` integer,
	`quantity` integer NOT NULL,
	`reverses_id` integer,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`venue_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`visit_id`) REFERENCES `visit`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_id`) REFERENCES `unmet`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "unmet_quantity" CHECK("unmet"."quantity" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unmet_requestId_unique` ON `unmet` (`request_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `unmet_reversesId_unique` ON `unmet` (`reverses_id`);--> statement-breakpoint
CREATE INDEX `unmet_of_item` ON `unmet` (`item_id`,`happened_on`);--> statement-breakpoint
CREATE INDEX `unmet_of_visit` ON `unmet` (`visit_id`) WHERE "unmet"."visit_id" is not null;--> statement-breakpoint
CREATE TABLE `one_time_link` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer,
	`purpose` text NOT NULL,
	`ends_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`sign_in_name` text NOT NULL,
	`password_hash` text,
	`role` text NOT NULL,
	`language` text NOT NULL,
	`disabled_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_role" CHECK("person"."role" in ('outreach', 'stock', 'coordinator', 'admin'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `person_signInName_unique` ON `person` (`sign_in_name`);--> statement-breakpoint
CREATE TABLE `session` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`started_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`device` text NOT NULL,
	`undo_path` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `sign_in_attempt` (
	`key_hash` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`wait_until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `item_supply` (
	`id` integer PRIMARY KEY NOT NULL,
	`item_id` integer NOT NULL,
	`supplier_id` integer NOT NULL,
	`pack_id` integer,
	`unit_cents` integer,
	`minimum_order` integer,
	`maximum_order` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplier_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pack_id`) REFERENCES `pack`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `item_supply_once` ON `item_supply` (`item_id`,`supplier_id`);--> statement-breakpoint
CREATE TABLE `location` (
	`id` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`name_fr` text,
	`name_en` text,
	`stream` text,
	`visit_every_days` integer,
	`feeder_id` integer,
	`anonymous` integer DEFAULT false NOT NULL,
	`retired_on` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`feeder_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "location_named" CHECK("location"."name_fr" is not null or "location"."name_en" is not null),
	CONSTRAINT "location_kind" CHECK("location"."kind" in ('source', 'stockroom', 'bag', 'venue', 'assembly', 'loss')),
	CONSTRAINT "location_venue_stream" CHECK("location"."kind" <> 'venue' or "location"."stream" is not null),
	CONSTRAINT "location_visit_every" CHECK("location"."visit_every_days" is null or "location"."visit_every_days" > 0)
);
--> statement-breakpoint
CREATE INDEX `location_by_kind` ON `location` (`kind`);--> statement-breakpoint
CREATE TABLE `par_line` (
	`location_id` integer NOT NULL,
	`item_id` integer NOT NULL,
	`quantity` integer NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`location_id`, `item_id`),
	FOREIGN KEY (`location_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`item_id`) REFERENCES `item`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "par_line_quantity" CHECK("par_line"."quantity" > 0)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `supplier_terms` (
	`supplier_id` integer PRIMARY KEY NOT NULL,
	`lead_time_days` integer NOT NULL,
	`review_days` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`supplier_id`) REFERENCES `location`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `change_log` (
	`id` integer PRIMARY KEY NOT NULL,
	`table_name` text NOT NULL,
	`row_id` integer NOT NULL,
	`person_id` integer,
	`changed_at` integer NOT NULL,
	`before` text,
	`after` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `change_of_row` ON `change_log` (`table_name`,`row_id`);--> statement-breakpoint
CREATE TABLE `job_run` (
	`name` text PRIMARY KEY NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`succeeded` integer,
	`message` text
);
--> statement-breakpoint
CREATE TABLE `setting` (
	`id` integer PRIMARY KEY NOT NULL,
	`programme_name` text NOT NULL,
	`neutral_name` text NOT NULL,
	`neutral_page` text NOT NULL,
	`fiscal_year_start` integer NOT NULL,
	`retention_months` integer NOT NULL,
	`day_ends_at_hour` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "setting_one" CHECK("setting"."id" = 1),
	CONSTRAINT "setting_fiscal_year" CHECK("setting"."fiscal_year_start" between 1 and 12),
	CONSTRAINT "setting_day_end" CHECK("setting"."day_ends_at_hour" between 0 and 11),
	CONSTRAINT "setting_retention" CHECK("setting"."retention_months" between 1 and 120)
);
