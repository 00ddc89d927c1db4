DROP INDEX "conversation_recent";--> statement-breakpoint
DROP INDEX "conversation_unread";--> statement-breakpoint
DROP INDEX "conversation_assignee";--> statement-breakpoint
DROP INDEX "conversation_mode";--> statement-breakpoint
CREATE INDEX "conversation_snoozed" ON "conversation" USING btree ("business_id","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE state = 'snoozed';--> statement-breakpoint
CREATE INDEX "conversation_recent" ON "conversation" USING btree ("business_id","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "conversation_unread" ON "conversation" USING btree ("business_id","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE unread > 0 and state = 'open';--> statement-breakpoint
CREATE INDEX "conversation_assignee" ON "conversation" USING btree ("business_id","assignee_id","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE assignee_id is not null and state = 'open';--> statement-breakpoint
CREATE INDEX "conversation_mode" ON "conversation" USING btree ("business_id","mode","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE state = 'open';