-- Tenancy: the app logs in as moked_app, owns nothing, and sees the rows of one business at a time.
-- FORCE makes the owner subject to the policies too, so that a managed database without a superuser behaves the same;
-- the owner's own policy is what lets migrations and the system questions below look across businesses.

CREATE FUNCTION current_business() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.business_id', true), '')::uuid $$;
--> statement-breakpoint
CREATE PROCEDURE secure_tenant_table(target regclass, business_column name DEFAULT 'business_id') LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY tenant ON %s TO moked_app USING (%I = current_business()) WITH CHECK (%I = current_business())', target, business_column, business_column);
  EXECUTE format('CREATE POLICY owner ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', target);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO moked_app', target);
END $$;
--> statement-breakpoint
CALL secure_tenant_table('business', 'id');--> statement-breakpoint
CALL secure_tenant_table('phone_number');--> statement-breakpoint
CALL secure_tenant_table('voice_clip');--> statement-breakpoint
CALL secure_tenant_table('membership');--> statement-breakpoint
CALL secure_tenant_table('session');--> statement-breakpoint
CALL secure_tenant_table('customer');--> statement-breakpoint
CALL secure_tenant_table('call');--> statement-breakpoint
CALL secure_tenant_table('stream_token');--> statement-breakpoint
CALL secure_tenant_table('turn');--> statement-breakpoint
CALL secure_tenant_table('task');--> statement-breakpoint
CALL secure_tenant_table('event');--> statement-breakpoint
CALL secure_tenant_table('audit_entry');--> statement-breakpoint
REVOKE UPDATE, DELETE ON audit_entry FROM moked_app;--> statement-breakpoint
REVOKE DELETE ON business, call, customer FROM moked_app;--> statement-breakpoint

-- People: seen through the businesses they work in.
ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "user" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY owner ON "user" TO CURRENT_USER USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY colleague ON "user" FOR SELECT TO moked_app USING
  (EXISTS (SELECT FROM membership m WHERE m.user_id = "user".id AND m.business_id = current_business()));--> statement-breakpoint
CREATE POLICY newcomer ON "user" FOR INSERT TO moked_app WITH CHECK (NOT platform_admin);--> statement-breakpoint
GRANT SELECT, INSERT ON "user" TO moked_app;--> statement-breakpoint
ALTER TABLE password_reset ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE password_reset FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY owner ON password_reset TO CURRENT_USER USING (true) WITH CHECK (true);--> statement-breakpoint

-- Not tenants' rows at all: counters and heartbeats.
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_window, process_heartbeat TO moked_app;--> statement-breakpoint

-- The system questions: asked before a business is known. Each answers one thing; lib/db/system.ts is their only caller.
CREATE FUNCTION system_business_by_number(dialled text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT business_id FROM phone_number WHERE e164 = dialled $$;--> statement-breakpoint
CREATE FUNCTION system_business_by_call(sid text) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT business_id FROM call WHERE call_sid = sid $$;--> statement-breakpoint
CREATE FUNCTION system_businesses() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT id FROM business ORDER BY id $$;--> statement-breakpoint
CREATE FUNCTION system_calls_since(since timestamptz) RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT count(*) FROM call WHERE started_at > since $$;--> statement-breakpoint
CREATE FUNCTION system_login(login_email text) RETURNS TABLE (user_id uuid, user_name text, password_hash text, platform_admin boolean, business_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT u.id, u.name, u.password_hash, u.platform_admin, m.business_id
  FROM "user" u LEFT JOIN membership m ON m.user_id = u.id
  WHERE u.email = login_email ORDER BY m.created_at, m.business_id LIMIT 1
$$;--> statement-breakpoint
CREATE FUNCTION system_session(sid uuid) RETURNS TABLE (user_id uuid, user_name text, email text, platform_admin boolean, business_id uuid, business_name text, role text, expires_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT u.id, u.name, u.email, u.platform_admin, s.business_id, b.name, m.role, s.expires_at
  FROM session s JOIN "user" u ON u.id = s.user_id JOIN business b ON b.id = s.business_id
  JOIN membership m ON m.user_id = s.user_id AND m.business_id = s.business_id
  WHERE s.id = sid AND s.revoked_at IS NULL AND s.expires_at > now()
$$;--> statement-breakpoint
CREATE FUNCTION system_keep_password_reset(login_email text, hash text, lasts interval) RETURNS TABLE (user_id uuid, user_name text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO password_reset (token_hash, user_id, expires_at)
  SELECT hash, u.id, now() + lasts FROM "user" u WHERE u.email = login_email
  RETURNING password_reset.user_id, (SELECT name FROM "user" u WHERE u.id = password_reset.user_id)
$$;--> statement-breakpoint
-- Uses the link up, sets the password and ends every session of that person: all or nothing. False for a link that is not good.
CREATE FUNCTION system_use_password_reset(hash text, new_password_hash text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE who uuid;
BEGIN
  UPDATE password_reset SET used_at = now() WHERE token_hash = hash AND used_at IS NULL AND expires_at > now() RETURNING user_id INTO who;
  IF who IS NULL THEN RETURN false; END IF;
  UPDATE "user" SET password_hash = new_password_hash WHERE id = who;
  UPDATE session SET revoked_at = now() WHERE user_id = who AND revoked_at IS NULL;
  UPDATE password_reset SET used_at = now() WHERE user_id = who AND used_at IS NULL;
  RETURN true;
END $$;--> statement-breakpoint

-- Search inside one's own calls: transcripts, names, numbers. With row-level security on, the planner would not use the
-- trigram indexes; here the business comes from the setting, never from an argument. At most `most` of each kind: whoever
-- gets that many asks in another way (lib/calls/search.ts). Planned anew each time: the pattern decides the plan.
CREATE FUNCTION index_letters(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT translate(words, 'אבגדהוזחטיכלמנסעפצקרשת', 'abcdefghijklmnopqrstuv') $$;--> statement-breakpoint
CREATE FUNCTION search_calls(anywhere text, at_start text, number text, most int) RETURNS TABLE (call_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
  (SELECT t.call_id FROM turn t WHERE t.business_id = current_business()
    AND (index_letters(t.search_text) LIKE index_letters(anywhere) OR index_letters(t.search_text) LIKE index_letters(at_start))
    AND (t.search_text LIKE anywhere OR t.search_text LIKE at_start) LIMIT most)
  UNION
  (SELECT c.id FROM customer p JOIN call c ON c.business_id = p.business_id AND c.customer_id = p.id
    WHERE p.business_id = current_business()
    AND (index_letters(p.search_text) LIKE index_letters(anywhere) OR index_letters(p.search_text) LIKE index_letters(at_start)
      OR index_letters(p.search_text) LIKE number)
    AND (p.search_text LIKE anywhere OR p.search_text LIKE at_start OR p.search_text LIKE number) LIMIT most)
  UNION
  (SELECT c.id FROM call c WHERE c.business_id = current_business() AND c.from_number LIKE number LIMIT most)
$$;--> statement-breakpoint

-- Live events: kept, then announced, in one round trip. The lock makes the numbers of one business grow in the order of
-- commit, so that "everything after number N" can miss nothing. Runs with the caller's own rights.
CREATE FUNCTION publish_event(event_type text, body jsonb) RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = public AS $$
DECLARE made bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('events:' || current_business()::text, 0));
  INSERT INTO event (business_id, type, payload) VALUES (current_business(), event_type, body) RETURNING id INTO made;
  PERFORM pg_notify('moked_events', json_build_object('businessId', current_business(), 'id', made)::text);
END $$;--> statement-breakpoint
-- Jobs: graphile-worker's own schema stays the owner's; the app may only add.
CREATE FUNCTION enqueue_job(task text, payload jsonb, once_key text, run_after timestamptz, attempts int, queue text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload => payload::json, queue_name => queue, run_at => coalesce(run_after, now()),
    max_attempts => attempts, job_key => once_key, job_key_mode => 'preserve_run_at');
END $$;--> statement-breakpoint
CREATE FUNCTION job_counts() RETURNS TABLE (waiting bigint, failed bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT count(*) FILTER (WHERE attempts < max_attempts), count(*) FILTER (WHERE attempts >= max_attempts) FROM graphile_worker._private_jobs
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION system_business_by_number(text), system_business_by_call(text), system_businesses(), system_calls_since(timestamptz),
  system_login(text), system_session(uuid), system_keep_password_reset(text, text, interval), system_use_password_reset(text, text),
  search_calls(text, text, text, int), enqueue_job(text, jsonb, text, timestamptz, int, text), job_counts() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION system_business_by_number(text), system_business_by_call(text), system_businesses(), system_calls_since(timestamptz),
  system_login(text), system_session(uuid), system_keep_password_reset(text, text, interval), system_use_password_reset(text, text),
  search_calls(text, text, text, int), enqueue_job(text, jsonb, text, timestamptz, int, text), job_counts() TO moked_app;
