CREATE TABLE "broadcast" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"name" text NOT NULL,
	"template_id" uuid NOT NULL,
	"variables" jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"state" text DEFAULT 'running' NOT NULL,
	"stop_reason" text,
	"per_minute" integer NOT NULL,
	"total" integer NOT NULL,
	"next_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by_id" uuid,
	"once_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "broadcast_business_id" UNIQUE("business_id","id"),
	CONSTRAINT "broadcast_once" UNIQUE("business_id","once_key")
);
--> statement-breakpoint
CREATE TABLE "broadcast_recipient" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"broadcast_id" uuid NOT NULL,
	"phone" text,
	"customer_id" uuid,
	"state" text DEFAULT 'waiting' NOT NULL,
	"skip_reason" text,
	"message_id" uuid,
	CONSTRAINT "broadcast_recipient_phone" UNIQUE("broadcast_id","phone"),
	CONSTRAINT "broadcast_recipient_customer" UNIQUE("broadcast_id","customer_id")
);
--> statement-breakpoint
CREATE TABLE "message_template" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"category" text NOT NULL,
	"approval" text NOT NULL,
	"rejection_reason" text DEFAULT '' NOT NULL,
	"body" text NOT NULL,
	"variables" jsonb NOT NULL,
	"buttons" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"gone_at" timestamp (3) with time zone,
	CONSTRAINT "message_template_business_id" UNIQUE("business_id","id"),
	CONSTRAINT "message_template_provider" UNIQUE("business_id","provider_id")
);
--> statement-breakpoint
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast" ADD CONSTRAINT "broadcast_business_id_template_id_message_template_business_id_id_fk" FOREIGN KEY ("business_id","template_id") REFERENCES "public"."message_template"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_recipient" ADD CONSTRAINT "broadcast_recipient_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_recipient" ADD CONSTRAINT "broadcast_recipient_business_id_broadcast_id_broadcast_business_id_id_fk" FOREIGN KEY ("business_id","broadcast_id") REFERENCES "public"."broadcast"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_recipient" ADD CONSTRAINT "broadcast_recipient_business_id_customer_id_customer_business_id_id_fk" FOREIGN KEY ("business_id","customer_id") REFERENCES "public"."customer"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "broadcast_recipient" ADD CONSTRAINT "broadcast_recipient_business_id_message_id_message_business_id_id_fk" FOREIGN KEY ("business_id","message_id") REFERENCES "public"."message"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_template" ADD CONSTRAINT "message_template_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "broadcast_created" ON "broadcast" USING btree ("business_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "broadcast_recipient_order" ON "broadcast_recipient" USING btree ("broadcast_id","id");--> statement-breakpoint
CREATE INDEX "broadcast_recipient_waiting" ON "broadcast_recipient" USING btree ("broadcast_id","id") WHERE state = 'waiting';
--> statement-breakpoint
CALL secure_tenant_table('message_template');--> statement-breakpoint
CALL secure_tenant_table('broadcast');--> statement-breakpoint
CALL secure_tenant_table('broadcast_recipient');--> statement-breakpoint
REVOKE DELETE ON message_template, broadcast, broadcast_recipient FROM moked_app;
