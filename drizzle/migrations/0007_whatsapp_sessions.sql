CREATE TABLE "whatsapp_arrival" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"value" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "whatsapp_arrival_once" UNIQUE("business_id","provider_id")
);
--> statement-breakpoint
CREATE TABLE "whatsapp_key" (
	"business_id" uuid NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"value" "bytea" NOT NULL,
	CONSTRAINT "whatsapp_key_business_id_type_name_pk" PRIMARY KEY("business_id","type","name")
);
--> statement-breakpoint
CREATE TABLE "whatsapp_sent" (
	"business_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"value" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "whatsapp_sent_business_id_provider_id_pk" PRIMARY KEY("business_id","provider_id")
);
--> statement-breakpoint
CREATE TABLE "whatsapp_session" (
	"business_id" uuid PRIMARY KEY NOT NULL,
	"wanted" boolean DEFAULT false NOT NULL,
	"wish" integer DEFAULT 0 NOT NULL,
	"forget" boolean DEFAULT false NOT NULL,
	"pair_phone" text,
	"state" text DEFAULT 'STOPPED' NOT NULL,
	"reason" text,
	"close_code" integer,
	"number" text,
	"qr" text,
	"pairing_code" text,
	"creds" "bytea",
	"owner" uuid,
	"epoch" integer DEFAULT 0 NOT NULL,
	"held_until" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "business" ADD COLUMN "whatsapp_provider" text;--> statement-breakpoint
ALTER TABLE "whatsapp_arrival" ADD CONSTRAINT "whatsapp_arrival_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whatsapp_key" ADD CONSTRAINT "whatsapp_key_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whatsapp_sent" ADD CONSTRAINT "whatsapp_sent_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "whatsapp_session" ADD CONSTRAINT "whatsapp_session_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "whatsapp_sent_created" ON "whatsapp_sent" USING btree ("created_at");
--> statement-breakpoint
CALL secure_tenant_table('whatsapp_session');--> statement-breakpoint
CALL secure_tenant_table('whatsapp_key');--> statement-breakpoint
CALL secure_tenant_table('whatsapp_arrival');--> statement-breakpoint
CALL secure_tenant_table('whatsapp_sent');--> statement-breakpoint
REVOKE DELETE ON whatsapp_session FROM moked_app;--> statement-breakpoint

-- Which businesses have a paired phone that somebody should look after, and nobody does?
CREATE FUNCTION system_whatsapp_unheld() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT business_id FROM whatsapp_session WHERE (wanted OR forget) AND (held_until IS NULL OR held_until < now())
$$;--> statement-breakpoint
-- How many paired phones are in which state? What nobody holds any more is on its way back.
CREATE FUNCTION system_whatsapp_states() RETURNS TABLE (state text, sessions bigint) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT CASE WHEN s.wanted AND (s.held_until IS NULL OR s.held_until < now()) THEN 'STARTING' ELSE s.state END, count(*)
  FROM whatsapp_session s WHERE s.wanted OR s.state = 'FAILED' GROUP BY 1
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION system_whatsapp_unheld(), system_whatsapp_states() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION system_whatsapp_unheld(), system_whatsapp_states() TO moked_app;
