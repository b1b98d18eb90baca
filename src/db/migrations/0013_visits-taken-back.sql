ALTER TABLE `visit` ADD `taken_back_on` text;--> statement-breakpoint
ALTER TABLE `change_log` ADD `request_id` text;--> statement-breakpoint
CREATE INDEX `change_of_visit` ON `change_log` (`request_id`) WHERE "change_log"."table_name" = 'visit' and "change_log"."request_id" is not null;