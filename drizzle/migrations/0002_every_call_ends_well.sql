CREATE TABLE "pronunciation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"business_id" uuid NOT NULL,
	"written" text NOT NULL,
	"spoken" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pronunciation_written" UNIQUE("business_id","written")
);
--> statement-breakpoint
CREATE TABLE "voice_file" (
	"business_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" text NOT NULL,
	"text" text NOT NULL,
	"mp3" "bytea" NOT NULL,
	"duration_ms" integer NOT NULL,
	"used_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "voice_file_business_id_key_pk" PRIMARY KEY("business_id","key"),
	CONSTRAINT "voice_file_name_unique" UNIQUE("name")
);
--> statement-breakpoint
ALTER TABLE "business" ADD COLUMN "turn_silence_ms" integer DEFAULT 500 NOT NULL;--> statement-breakpoint
ALTER TABLE "business" ADD COLUMN "open_turn_silence_ms" integer DEFAULT 1400 NOT NULL;--> statement-breakpoint
ALTER TABLE "business" ADD COLUMN "max_live_calls" integer DEFAULT 20 NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "rung" text DEFAULT 'stream' NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "stream_failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "unheard_gathers" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "insight" jsonb;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "insight_edits" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "summary" text;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "want" text;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "score" integer;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "sentiment" text;--> statement-breakpoint
ALTER TABLE "turn" ADD COLUMN "troubles" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "pronunciation" ADD CONSTRAINT "pronunciation_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "voice_file" ADD CONSTRAINT "voice_file_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "voice_file_used" ON "voice_file" USING btree ("used_at");--> statement-breakpoint
CREATE INDEX "call_score" ON "call" USING btree ("business_id",coalesce(score, -1) desc,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "call_want" ON "call" USING btree ("business_id","want","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "call_sentiment" ON "call" USING btree ("business_id","sentiment","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CALL secure_tenant_table('pronunciation');--> statement-breakpoint
CALL secure_tenant_table('voice_file');--> statement-breakpoint
-- The phone network fetches a sentence by its unguessable name alone.
CREATE FUNCTION system_voice_file(file_name text) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT mp3 FROM voice_file WHERE name = file_name $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION system_voice_file(text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION system_voice_file(text) TO moked_app;--> statement-breakpoint
CREATE TABLE "gather_answer" (
	"business_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"once_key" text NOT NULL,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gather_answer_call_id_once_key_pk" PRIMARY KEY("call_id","once_key")
);
--> statement-breakpoint
ALTER TABLE "gather_answer" ADD CONSTRAINT "gather_answer_business_id_business_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."business"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gather_answer" ADD CONSTRAINT "gather_answer_business_id_call_id_call_business_id_id_fk" FOREIGN KEY ("business_id","call_id") REFERENCES "public"."call"("business_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CALL secure_tenant_table('gather_answer');
