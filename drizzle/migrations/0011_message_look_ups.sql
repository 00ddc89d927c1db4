-- A plan that is kept was made while the tables were small, when any index that begins with the business looks as good as the one
-- that has the row itself: messages were looked for by their id through "message_once", past all others of the business. Of those
-- alone that have such a name, no other look-up can use it; "message_recent" is what "message_business_id" is, read backwards.
ALTER TABLE "message" DROP CONSTRAINT "message_provider";--> statement-breakpoint
ALTER TABLE "message" DROP CONSTRAINT "message_once";--> statement-breakpoint
DROP INDEX "message_recent";--> statement-breakpoint
CREATE UNIQUE INDEX "message_provider" ON "message" USING btree ("business_id","carrier","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "message_once" ON "message" USING btree ("business_id","once_key") WHERE once_key is not null;