ALTER TABLE `order_line` RENAME COLUMN "unit_cents" TO "price";--> statement-breakpoint
ALTER TABLE `item_supply` RENAME COLUMN "unit_cents" TO "price";--> statement-breakpoint
ALTER TABLE `movement` RENAME COLUMN "unit_cents" TO "price";--> statement-breakpoint
ALTER TABLE `order_line` ADD `price_units` integer;--> statement-breakpoint
ALTER TABLE `item_supply` ADD `price_units` integer;--> statement-breakpoint
ALTER TABLE `movement` ADD `price_units` integer;--> statement-breakpoint
UPDATE `order_line` SET `price` = `price` * 100, `price_units` = 1 WHERE `price` IS NOT NULL;--> statement-breakpoint
UPDATE `item_supply` SET `price` = `price` * 100, `price_units` = 1 WHERE `price` IS NOT NULL;--> statement-breakpoint
UPDATE `movement` SET `price` = `price` * 100, `price_units` = 1 WHERE `price` IS NOT NULL;--> statement-breakpoint
UPDATE `change_log` SET
	`before` = json_set(`before`, '$.rows', json((SELECT json_group_array(json(`row`)) FROM (
		SELECT json_remove(json_set(`value`, '$.price', `value` ->> 'unitCents' * 100,
			'$.priceUnits', iif(`value` ->> 'unitCents' IS NULL, NULL, 1)), '$.unitCents') AS `row`
		FROM json_each(`before`, '$.rows') ORDER BY `key`)))),
	`after` = json_set(`after`, '$.rows', json((SELECT json_group_array(json(`row`)) FROM (
		SELECT json_remove(json_set(`value`, '$.price', `value` ->> 'unitCents' * 100,
			'$.priceUnits', iif(`value` ->> 'unitCents' IS NULL, NULL, 1)), '$.unitCents') AS `row`
		FROM json_each(`after`, '$.rows') ORDER BY `key`))))
WHERE `table_name` IN ('item_supply', 'order_line');
