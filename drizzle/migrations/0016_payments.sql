CREATE TABLE "gateway" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"keys" "bytea",
	"keys_hint" text,
	"replaced_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gateway_business_id" UNIQUE("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "payment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"token" text NOT NULL,
	"customer_id" uuid,
	"order_id" uuid,
	"provider" text NOT NULL,
	"status" text DEFAULT 'open' NOT NULL,
	"amount_agorot" integer NOT NULL,
	"description" text NOT NULL,
	"collecting_by" uuid,
	"collecting_until" timestamp (3) with time zone,
	"charge_id" text,
	"charge_gateway_id" uuid,
	"paid_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "payment_token_unique" UNIQUE("token"),
	CONSTRAINT "payment_business_id" UNIQUE("business_id","id"),
	CONSTRAINT "payment_order" UNIQUE("business_id","order_id")
);
--> statement-breakpoint
CREATE TABLE "payment_page" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"payment_id" uuid NOT NULL,
	"gateway_id" uuid NOT NULL,
	"url" text,
	"provider_ref" text,
	"good_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "gateway" ADD CONSTRAINT "gateway_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_business_id_customer_id_customer_business_id_id_fk" FOREIGN KEY ("business_id","customer_id") REFERENCES "public"."customer"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment" ADD CONSTRAINT "payment_business_id_order_id_order_business_id_id_fk" FOREIGN KEY ("business_id","order_id") REFERENCES "public"."order"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_page" ADD CONSTRAINT "payment_page_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_page" ADD CONSTRAINT "payment_page_business_id_payment_id_payment_business_id_id_fk" FOREIGN KEY ("business_id","payment_id") REFERENCES "public"."payment"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_page" ADD CONSTRAINT "payment_page_business_id_gateway_id_gateway_business_id_id_fk" FOREIGN KEY ("business_id","gateway_id") REFERENCES "public"."gateway"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "gateway_current" ON "gateway" USING btree ("business_id","provider") WHERE replaced_at is null;--> statement-breakpoint
CREATE INDEX "payment_page_payment" ON "payment_page" USING btree ("business_id","payment_id");--> statement-breakpoint
CALL secure_tenant_table('gateway');--> statement-breakpoint
CALL secure_tenant_table('payment');--> statement-breakpoint
CALL secure_tenant_table('payment_page');--> statement-breakpoint
REVOKE DELETE ON gateway, payment, payment_page FROM moked_app;--> statement-breakpoint

-- Whose payment is this, by its page's random name, and by our own field in what a provider tells?
CREATE FUNCTION system_business_by_payment_token(page text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT business_id FROM payment WHERE token = page $$;--> statement-breakpoint
CREATE FUNCTION system_business_by_payment(payment_id uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT business_id FROM payment WHERE id = payment_id $$;--> statement-breakpoint
-- Can anybody be paid?
CREATE FUNCTION system_has_gateway() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT EXISTS (SELECT FROM gateway WHERE enabled AND keys IS NOT NULL AND replaced_at IS NULL) $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION system_business_by_payment_token(text), system_business_by_payment(uuid), system_has_gateway() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION system_business_by_payment_token(text), system_business_by_payment(uuid), system_has_gateway() TO moked_app;
