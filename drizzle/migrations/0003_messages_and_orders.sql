CREATE TABLE "customer_number" (
	"business_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_number_business_id_phone_pk" PRIMARY KEY("business_id","phone")
);
--> statement-breakpoint
CREATE TABLE "attachment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"message_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"source" jsonb NOT NULL,
	"content_type" text NOT NULL,
	"file_name" text DEFAULT '' NOT NULL,
	"size_bytes" integer,
	"file_key" text,
	"duration_ms" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachment_business_id" UNIQUE("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"customer_id" uuid NOT NULL,
	"address" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"snoozed_until" timestamp (3) with time zone,
	"mode" text DEFAULT 'bot' NOT NULL,
	"handover" text,
	"assignee_id" uuid,
	"tags" text[] DEFAULT '{}' NOT NULL,
	"unread" integer DEFAULT 0 NOT NULL,
	"unsure_in_a_row" integer DEFAULT 0 NOT NULL,
	"answered_up_to" uuid,
	"last_inbound_at" timestamp (3) with time zone,
	"last_message_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_text" text DEFAULT '' NOT NULL,
	"last_direction" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_business_id" UNIQUE("business_id","id"),
	CONSTRAINT "conversation_address" UNIQUE("business_id","channel","address")
);
--> statement-breakpoint
CREATE TABLE "early_status" (
	"business_id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"provider_id" text NOT NULL,
	"status" text NOT NULL,
	"error_code" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "early_status_business_id_carrier_provider_id_status_pk" PRIMARY KEY("business_id","carrier","provider_id","status")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"author" text NOT NULL,
	"author_id" uuid,
	"body" text DEFAULT '' NOT NULL,
	"content" jsonb DEFAULT '{"kind":"text"}'::jsonb NOT NULL,
	"carrier" text,
	"provider_id" text,
	"reply_to_id" uuid,
	"reactions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"transcript" text,
	"status" text NOT NULL,
	"error_code" text,
	"marketing" boolean DEFAULT false NOT NULL,
	"once_key" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sending_since" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"search_text" text DEFAULT '' NOT NULL,
	CONSTRAINT "message_business_id" UNIQUE("business_id","id"),
	CONSTRAINT "message_provider" UNIQUE("business_id","carrier","provider_id"),
	CONSTRAINT "message_once" UNIQUE("business_id","once_key")
);
--> statement-breakpoint
CREATE TABLE "cart" (
	"business_id" uuid NOT NULL,
	"conversation_id" uuid PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'browsing' NOT NULL,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"language" text DEFAULT 'he' NOT NULL,
	"pending" jsonb,
	"address" text,
	"notes" text DEFAULT '' NOT NULL,
	"shown" jsonb,
	"menu" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"touched_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counter" (
	"business_id" uuid NOT NULL,
	"name" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "counter_business_id_name_pk" PRIMARY KEY("business_id","name")
);
--> statement-breakpoint
CREATE TABLE "order" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"customer_id" uuid NOT NULL,
	"conversation_id" uuid,
	"status" text DEFAULT 'new' NOT NULL,
	"total_agorot" integer NOT NULL,
	"vat_agorot" integer NOT NULL,
	"delivery" jsonb NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"once_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "order_business_id" UNIQUE("business_id","id"),
	CONSTRAINT "order_number" UNIQUE("business_id","number"),
	CONSTRAINT "order_once" UNIQUE("business_id","once_key")
);
--> statement-breakpoint
CREATE TABLE "order_item" (
	"business_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"product_id" uuid NOT NULL,
	"name" text NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"quantity" integer NOT NULL,
	"price_agorot" integer NOT NULL,
	CONSTRAINT "order_item_order_id_position_pk" PRIMARY KEY("order_id","position")
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"category" text DEFAULT '' NOT NULL,
	"price_agorot" integer NOT NULL,
	"stock" integer,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"image_id" uuid,
	"available" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"search_text" text GENERATED ALWAYS AS (btrim(regexp_replace(lower(translate(regexp_replace(
  normalize("name" || ' ' || "description" || ' ' || "category", NFKC),
  '[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]', '', 'g'),
  'ךםןףץ״“”„"׳’‘`''', 'כמנפצ')), '[\s\u05BE\u2010-\u2015-]+', ' ', 'g'))) STORED NOT NULL,
	CONSTRAINT "product_business_id" UNIQUE("business_id","id"),
	CONSTRAINT "product_number" UNIQUE("business_id","number")
);
--> statement-breakpoint
ALTER TABLE "business" ADD COLUMN "enable_message_agent" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "business" ADD COLUMN "reply_delay_ms" integer DEFAULT 1500 NOT NULL;--> statement-breakpoint
ALTER TABLE "business" ADD COLUMN "delivery_agorot" integer;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "notes" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "tags" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "marketing" text DEFAULT 'unknown' NOT NULL;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "marketing_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "customer" ADD COLUMN "marketing_source" text;--> statement-breakpoint
ALTER TABLE "task" ADD COLUMN "conversation_id" uuid;--> statement-breakpoint
ALTER TABLE "customer_number" ADD CONSTRAINT "customer_number_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_number" ADD CONSTRAINT "customer_number_business_id_customer_id_customer_business_id_id_fk" FOREIGN KEY ("business_id","customer_id") REFERENCES "public"."customer"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_business_id_message_id_message_business_id_id_fk" FOREIGN KEY ("business_id","message_id") REFERENCES "public"."message"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_business_id_customer_id_customer_business_id_id_fk" FOREIGN KEY ("business_id","customer_id") REFERENCES "public"."customer"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "early_status" ADD CONSTRAINT "early_status_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart" ADD CONSTRAINT "cart_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cart" ADD CONSTRAINT "cart_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "counter" ADD CONSTRAINT "counter_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_business_id_customer_id_customer_business_id_id_fk" FOREIGN KEY ("business_id","customer_id") REFERENCES "public"."customer"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order" ADD CONSTRAINT "order_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_business_id_order_id_order_business_id_id_fk" FOREIGN KEY ("business_id","order_id") REFERENCES "public"."order"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_item" ADD CONSTRAINT "order_item_business_id_product_id_product_business_id_id_fk" FOREIGN KEY ("business_id","product_id") REFERENCES "public"."product"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_business_id_image_id_attachment_business_id_id_fk" FOREIGN KEY ("business_id","image_id") REFERENCES "public"."attachment"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_number_customer" ON "customer_number" USING btree ("business_id","customer_id");--> statement-breakpoint
CREATE INDEX "attachment_message" ON "attachment" USING btree ("business_id","message_id");--> statement-breakpoint
CREATE INDEX "conversation_customer" ON "conversation" USING btree ("business_id","customer_id");--> statement-breakpoint
CREATE INDEX "conversation_recent" ON "conversation" USING btree ("business_id","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "conversation_closed" ON "conversation" USING btree ("business_id","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE state = 'closed';--> statement-breakpoint
CREATE INDEX "conversation_unread" ON "conversation" USING btree ("business_id","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE unread > 0 and state <> 'closed';--> statement-breakpoint
CREATE INDEX "conversation_assignee" ON "conversation" USING btree ("business_id","assignee_id","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE assignee_id is not null and state <> 'closed';--> statement-breakpoint
CREATE INDEX "conversation_mode" ON "conversation" USING btree ("business_id","mode","last_message_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE state <> 'closed';--> statement-breakpoint
CREATE INDEX "early_status_at" ON "early_status" USING btree ("at");--> statement-breakpoint
CREATE INDEX "message_thread" ON "message" USING btree ("conversation_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "message_recent" ON "message" USING btree ("business_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "message_outbox" ON "message" USING btree ("business_id","marketing","id") WHERE status in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "message_by_provider" ON "message" USING btree ("carrier","provider_id") WHERE provider_id is not null;--> statement-breakpoint
CREATE INDEX "message_created" ON "message" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "message_search" ON "message" USING gin (translate("search_text", 'אבגדהוזחטיכלמנסעפצקרשת', 'abcdefghijklmnopqrstuv') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "order_created" ON "order" USING btree ("business_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "order_status" ON "order" USING btree ("business_id","status","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "order_customer" ON "order" USING btree ("business_id","customer_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "product_created" ON "product" USING btree ("business_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "product_search" ON "product" USING gin (translate("search_text", 'אבגדהוזחטיכלמנסעפצקרשת', 'abcdefghijklmnopqrstuv') gin_trgm_ops);--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_business_id_conversation_id_conversation_business_id_id_fk" FOREIGN KEY ("business_id","conversation_id") REFERENCES "public"."conversation"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "customer_tags" ON "customer" USING gin ("tags");--> statement-breakpoint
CREATE INDEX "task_customer" ON "task" USING btree ("business_id","customer_id");
--> statement-breakpoint
CALL secure_tenant_table('conversation');--> statement-breakpoint
CALL secure_tenant_table('message');--> statement-breakpoint
CALL secure_tenant_table('early_status');--> statement-breakpoint
CALL secure_tenant_table('attachment');--> statement-breakpoint
CALL secure_tenant_table('customer_number');--> statement-breakpoint
CALL secure_tenant_table('product');--> statement-breakpoint
CALL secure_tenant_table('cart');--> statement-breakpoint
CALL secure_tenant_table('"order"');--> statement-breakpoint
CALL secure_tenant_table('order_item');--> statement-breakpoint
CALL secure_tenant_table('counter');--> statement-breakpoint
REVOKE DELETE ON conversation, message, product, "order", order_item, counter FROM moked_app;--> statement-breakpoint

-- Whose WhatsApp number is this? A sole business inherits the product's own (`ours`).
CREATE FUNCTION system_business_by_whatsapp(dialled text, ours text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce((SELECT id FROM business WHERE whatsapp_number = dialled),
    (SELECT min(id::text)::uuid FROM business WHERE dialled = ours HAVING count(*) = 1 AND bool_and(whatsapp_number IS NULL)))
$$;--> statement-breakpoint
-- Whose message is this, by its carrier's name for it?
CREATE FUNCTION system_business_by_message(carried_by text, name text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT business_id FROM message WHERE carrier = carried_by AND provider_id = name LIMIT 1 $$;--> statement-breakpoint
CREATE FUNCTION system_messages_since(since timestamptz) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT count(*) FROM message WHERE created_at > since $$;--> statement-breakpoint
-- Search inside one's own conversations: what was written and said, names, numbers. See search_calls for why it is so.
CREATE FUNCTION search_conversations(anywhere text, at_start text, number text, most int) RETURNS TABLE (conversation_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
  (SELECT m.conversation_id FROM message m WHERE m.business_id = current_business()
    AND (index_letters(m.search_text) LIKE index_letters(anywhere) OR index_letters(m.search_text) LIKE index_letters(at_start))
    AND (m.search_text LIKE anywhere OR m.search_text LIKE at_start) LIMIT most)
  UNION
  (SELECT c.id FROM customer p JOIN conversation c ON c.business_id = p.business_id AND c.customer_id = p.id
    WHERE p.business_id = current_business()
    AND (index_letters(p.search_text) LIKE index_letters(anywhere) OR index_letters(p.search_text) LIKE index_letters(at_start)
      OR index_letters(p.search_text) LIKE number)
    AND (p.search_text LIKE anywhere OR p.search_text LIKE at_start OR p.search_text LIKE number) LIMIT most)
$$;--> statement-breakpoint

DROP FUNCTION enqueue_job(text, jsonb, text, timestamptz, int, text);--> statement-breakpoint
-- Jobs with a priority (lower runs first) and, for a burst of messages, with a key whose job is put off by each new one.
CREATE FUNCTION enqueue_job(task text, payload jsonb, once_key text, run_after timestamptz, attempts int, queue text, urgency int, put_off boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload => payload::json, queue_name => queue, run_at => coalesce(run_after, now()),
    max_attempts => attempts, job_key => once_key, priority => urgency,
    job_key_mode => CASE WHEN put_off THEN 'replace' ELSE 'preserve_run_at' END);
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION system_business_by_whatsapp(text, text), system_business_by_message(text, text), system_messages_since(timestamptz),
  search_conversations(text, text, text, int),
  enqueue_job(text, jsonb, text, timestamptz, int, text, int, boolean) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION system_business_by_whatsapp(text, text), system_business_by_message(text, text), system_messages_since(timestamptz),
  search_conversations(text, text, text, int),
  enqueue_job(text, jsonb, text, timestamptz, int, text, int, boolean) TO moked_app;
