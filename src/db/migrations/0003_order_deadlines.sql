ALTER TABLE `supplier_terms` ADD `deadline_every` text;--> statement-breakpoint
ALTER TABLE `supplier_terms` ADD `deadline_day` integer;--> statement-breakpoint
ALTER TABLE `supplier_terms` ADD `deadline_from` text;--> statement-breakpoint
ALTER TABLE `supplier_terms` ADD `deadline_hour` integer;