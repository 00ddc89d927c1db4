CREATE TABLE "canned_reply" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "canned_reply_title" UNIQUE("business_id","title")
);
--> statement-breakpoint
ALTER TABLE "canned_reply" ADD CONSTRAINT "canned_reply_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_tags" ON "conversation" USING gin ("tags");
--> statement-breakpoint
CALL secure_tenant_table('canned_reply');--> statement-breakpoint

-- As before, and by every further number of the customer.
CREATE OR REPLACE FUNCTION search_conversations(anywhere text, at_start text, number text, most int) RETURNS TABLE (conversation_id uuid)
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
  UNION
  (SELECT c.id FROM customer_number n JOIN conversation c ON c.business_id = n.business_id AND c.customer_id = n.customer_id
    WHERE n.business_id = current_business() AND n.phone LIKE number LIMIT most)
$$;
