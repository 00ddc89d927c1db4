CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
CREATE TABLE "business" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"field" text NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"transfer_phone" text,
	"whatsapp_number" text,
	"tone" text NOT NULL,
	"instructions" text DEFAULT '' NOT NULL,
	"opening_hours" jsonb NOT NULL,
	"greeting" text NOT NULL,
	"voice" text,
	"enable_calls_stream" boolean DEFAULT true NOT NULL,
	"enable_recording_fallback" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "business_whatsappNumber_unique" UNIQUE("whatsapp_number")
);
--> statement-breakpoint
CREATE TABLE "phone_number" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"e164" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "phone_number_e164_unique" UNIQUE("e164")
);
--> statement-breakpoint
CREATE TABLE "voice_clip" (
	"business_id" uuid NOT NULL,
	"key" text NOT NULL,
	"text" text NOT NULL,
	"mulaw" "bytea" NOT NULL,
	"duration_ms" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voice_clip_business_id_key_pk" PRIMARY KEY("business_id","key")
);
--> statement-breakpoint
CREATE TABLE "call" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"call_sid" text NOT NULL,
	"direction" text NOT NULL,
	"status" text NOT NULL,
	"from_number" text,
	"to_number" text NOT NULL,
	"customer_id" uuid,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"duration_s" integer DEFAULT 0 NOT NULL,
	"ending" text,
	"ending_detail" text,
	"opening" text DEFAULT 'greeting' NOT NULL,
	"streams_opened" integer DEFAULT 0 NOT NULL,
	"recording_sid" text,
	"recording_url" text,
	"recording_transcript" text,
	"turn_count" integer DEFAULT 0 NOT NULL,
	"voice_to_voice_ms" integer,
	CONSTRAINT "call_callSid_unique" UNIQUE("call_sid"),
	CONSTRAINT "call_business_id" UNIQUE("business_id","id")
);
--> statement-breakpoint
CREATE TABLE "stream_token" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"business_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "turn" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"index" integer NOT NULL,
	"speaker" text NOT NULL,
	"text" text NOT NULL,
	"heard_text" text NOT NULL,
	"search_text" text NOT NULL,
	"at_ms" integer NOT NULL,
	"end_ms" integer,
	"confidence" real,
	"interrupted" boolean DEFAULT false NOT NULL,
	"tools" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"endpoint_ms" integer,
	"t_audio_ms" integer,
	"t_nlp_ms" integer,
	"t_tts_ms" integer,
	"voice_to_voice_ms" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "turn_index" UNIQUE("call_id","index")
);
--> statement-breakpoint
CREATE TABLE "customer" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"name" text,
	"phone" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"search_text" text GENERATED ALWAYS AS (btrim(regexp_replace(lower(translate(regexp_replace(
  normalize(coalesce("name", '') || ' ' || coalesce("phone", ''), NFKC),
  '[\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]', '', 'g'),
  'ךםןףץ״“”„"׳’‘`''', 'כמנפצ')), '[\s\u05BE\u2010-\u2015-]+', ' ', 'g'))) STORED NOT NULL,
	CONSTRAINT "customer_business_id" UNIQUE("business_id","id"),
	CONSTRAINT "customer_phone" UNIQUE("business_id","phone")
);
--> statement-breakpoint
CREATE TABLE "audit_entry" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"action" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"request_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"business_id" uuid NOT NULL,
	"type" text NOT NULL,
	"payload" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "process_heartbeat" (
	"role" text NOT NULL,
	"instance" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "process_heartbeat_role_instance_pk" PRIMARY KEY("role","instance")
);
--> statement-breakpoint
CREATE TABLE "rate_window" (
	"key" text NOT NULL,
	"window_start" timestamp (3) with time zone NOT NULL,
	"hits" integer NOT NULL,
	CONSTRAINT "rate_window_key_window_start_pk" PRIMARY KEY("key","window_start")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"title" text NOT NULL,
	"details" text DEFAULT '' NOT NULL,
	"source" text NOT NULL,
	"customer_id" uuid,
	"call_id" uuid,
	"once_key" text,
	"due_at" timestamp (3) with time zone,
	"done_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "task_once" UNIQUE("business_id","once_key")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"business_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_business_id_user_id_pk" PRIMARY KEY("business_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "password_reset" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"platform_admin" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "phone_number" ADD CONSTRAINT "phone_number_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_clip" ADD CONSTRAINT "voice_clip_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_business_id_customer_id_customer_business_id_id_fk" FOREIGN KEY ("business_id","customer_id") REFERENCES "public"."customer"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream_token" ADD CONSTRAINT "stream_token_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream_token" ADD CONSTRAINT "stream_token_business_id_call_id_call_business_id_id_fk" FOREIGN KEY ("business_id","call_id") REFERENCES "public"."call"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_business_id_call_id_call_business_id_id_fk" FOREIGN KEY ("business_id","call_id") REFERENCES "public"."call"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer" ADD CONSTRAINT "customer_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_business_id_customer_id_customer_business_id_id_fk" FOREIGN KEY ("business_id","customer_id") REFERENCES "public"."customer"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_business_id_call_id_call_business_id_id_fk" FOREIGN KEY ("business_id","call_id") REFERENCES "public"."call"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "phone_number_business" ON "phone_number" USING btree ("business_id");--> statement-breakpoint
CREATE INDEX "call_started" ON "call" USING btree ("business_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "call_duration" ON "call" USING btree ("business_id","duration_s" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "call_status" ON "call" USING btree ("business_id","status","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "call_customer" ON "call" USING btree ("business_id","customer_id","started_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "call_caller_rate" ON "call" USING btree ("business_id","from_number","started_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "call_live" ON "call" USING btree ("business_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "call_from_search" ON "call" USING gin ("from_number" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "stream_token_call" ON "stream_token" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "turn_search" ON "turn" USING gin (translate("search_text", 'אבגדהוזחטיכלמנסעפצקרשת', 'abcdefghijklmnopqrstuv') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "customer_created" ON "customer" USING btree ("business_id","created_at");--> statement-breakpoint
CREATE INDEX "customer_search" ON "customer" USING gin (translate("search_text", 'אבגדהוזחטיכלמנסעפצקרשת', 'abcdefghijklmnopqrstuv') gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "audit_created" ON "audit_entry" USING btree ("business_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit_entry" USING btree ("business_id","subject","subject_id");--> statement-breakpoint
CREATE INDEX "event_business" ON "event" USING btree ("business_id","id");--> statement-breakpoint
CREATE INDEX "event_created" ON "event" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "task_open" ON "task" USING btree ("business_id","done_at","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "task_call" ON "task" USING btree ("business_id","call_id");--> statement-breakpoint
CREATE INDEX "membership_user" ON "membership" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "session" USING btree ("user_id");