CREATE TABLE "unclaimed_post" (
	"digest" text PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"channel" text NOT NULL,
	"reason" text NOT NULL,
	"post" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "whatsapp_arrival" ADD COLUMN "tried_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "whatsapp_arrival" ADD COLUMN "told_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "unclaimed_post_created" ON "unclaimed_post" USING btree ("created_at");--> statement-breakpoint
-- Words of customers that belong to no business: the app adds, and deletes what is old, which is all that it sees.
ALTER TABLE unclaimed_post ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE unclaimed_post FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY owner ON unclaimed_post TO CURRENT_USER USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY kept ON unclaimed_post FOR INSERT TO moked_app WITH CHECK (true);--> statement-breakpoint
CREATE POLICY old ON unclaimed_post FOR SELECT TO moked_app USING (created_at < now() - interval '30 days');--> statement-breakpoint
CREATE POLICY swept ON unclaimed_post FOR DELETE TO moked_app USING (created_at < now() - interval '30 days');--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON unclaimed_post TO moked_app;
