DROP INDEX `observation_reversesId_unique`;--> statement-breakpoint
CREATE UNIQUE INDEX `observation_reverses` ON `observation` (`reverses_id`) WHERE "observation"."reverses_id" is not null;--> statement-breakpoint
DROP INDEX `unmet_reversesId_unique`;--> statement-breakpoint
CREATE UNIQUE INDEX `unmet_reverses` ON `unmet` (`reverses_id`) WHERE "unmet"."reverses_id" is not null;--> statement-breakpoint
DROP INDEX `bin_event_reversesId_unique`;--> statement-breakpoint
CREATE UNIQUE INDEX `bin_event_reverses` ON `bin_event` (`reverses_id`) WHERE "bin_event"."reverses_id" is not null;--> statement-breakpoint
DROP INDEX `recovery_reversesId_unique`;--> statement-breakpoint
CREATE UNIQUE INDEX `recovery_reverses` ON `recovery` (`reverses_id`) WHERE "recovery"."reverses_id" is not null;