-- Events get their number at the commit. The lock that makes the numbers of a business grow in the order of commit was held
-- from publish_event on, over the way back to the app and its COMMIT; with 200 messages a second everybody waited for it.
-- A deferred trigger takes it when the commit has begun: what is left under the lock is the writing of the commit itself.
CREATE OR REPLACE FUNCTION publish_event(event_type text, body jsonb) RETURNS void LANGUAGE sql VOLATILE SET search_path = public AS $$
  INSERT INTO event (business_id, type, payload) VALUES (current_business(), event_type, body)
$$;--> statement-breakpoint
CREATE FUNCTION number_event() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
DECLARE numbered bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('events:' || NEW.business_id::text, 0));
  UPDATE event SET id = DEFAULT WHERE id = NEW.id RETURNING id INTO numbered;
  PERFORM pg_notify('moked_events', json_build_object('businessId', NEW.business_id, 'id', numbered)::text);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER event_number AFTER INSERT ON event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION number_event();--> statement-breakpoint

-- A worker looks for jobs when one is added, and else once a second. Who adds one for later tells in how many ms it is due, so
-- that somebody looks then (server-ws/jobs/alarm.ts): a customer whose burst has ended should not wait for half a second more.
CREATE OR REPLACE FUNCTION enqueue_job(task text, payload jsonb, once_key text, run_after timestamptz, attempts int, queue text, urgency int, put_off boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload => payload::json, queue_name => queue, run_at => coalesce(run_after, now()),
    max_attempts => attempts, job_key => once_key, priority => urgency,
    job_key_mode => CASE WHEN put_off THEN 'replace' ELSE 'preserve_run_at' END);
  IF run_after BETWEEN clock_timestamp() AND clock_timestamp() + interval '1 minute' THEN
    -- On graphile-worker's own channel, which every worker hears; a count of none wakes nobody yet.
    PERFORM pg_notify('jobs:insert', json_build_object('count', 0,
      'dueInMs', ceil(1000 * extract(epoch FROM run_after - clock_timestamp())))::text);
  END IF;
END $$;--> statement-breakpoint
-- Every look for a job locks every named queue there is, and each conversation had one: answers are kept once without
-- (lib/messaging/keep-answer.ts), so none is made any more.
DELETE FROM graphile_worker._private_job_queues q
WHERE locked_at IS NULL AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs j WHERE j.job_queue_id = q.id);
--> statement-breakpoint

-- Search inside one's own conversations: the newest messages with these words. Through the trigram index all messages with
-- a common word would be read, at a check each that costs more than the reading: of two million some hundred ms. So a word
-- that stands in many of the newest messages is looked for from there backwards; any other by the index, and of the very many
-- that one of yesteryear may have just some. (search_calls has the reasons for the rest.)
CREATE OR REPLACE FUNCTION search_conversations(anywhere text, at_start text, number text, most int) RETURNS TABLE (conversation_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off SET plan_cache_mode = force_custom_plan AS $$
DECLARE
  newest uuid[] := '{}';
BEGIN
  IF (SELECT count(*) >= 40 FROM (
      SELECT n.search_text FROM message n WHERE n.business_id = current_business() ORDER BY n.id DESC LIMIT 4000) m
    WHERE m.search_text LIKE anywhere OR m.search_text LIKE at_start) THEN
    newest := ARRAY(SELECT m.within FROM (
        SELECT n.conversation_id AS within, n.search_text FROM message n WHERE n.business_id = current_business() ORDER BY n.id DESC LIMIT 120 * most) m
      WHERE m.search_text LIKE anywhere OR m.search_text LIKE at_start LIMIT most);
  END IF;
  IF cardinality(newest) = most THEN
    RETURN QUERY SELECT DISTINCT * FROM unnest(newest);
  ELSE
    RETURN QUERY WITH found AS MATERIALIZED (
      SELECT m.id, m.conversation_id AS within FROM message m WHERE m.business_id = current_business()
        AND (index_letters(m.search_text) LIKE index_letters(anywhere) OR index_letters(m.search_text) LIKE index_letters(at_start))
        AND (m.search_text LIKE anywhere OR m.search_text LIKE at_start) LIMIT 10000)
      SELECT DISTINCT f.within FROM (SELECT within FROM found ORDER BY id DESC LIMIT most) f;
  END IF;
  RETURN QUERY SELECT c.id FROM customer p JOIN conversation c ON c.business_id = p.business_id AND c.customer_id = p.id
    WHERE p.business_id = current_business()
    AND (index_letters(p.search_text) LIKE index_letters(anywhere) OR index_letters(p.search_text) LIKE index_letters(at_start)
      OR index_letters(p.search_text) LIKE number)
    AND (p.search_text LIKE anywhere OR p.search_text LIKE at_start OR p.search_text LIKE number) LIMIT most;
  RETURN QUERY SELECT c.id FROM customer_number n JOIN conversation c ON c.business_id = n.business_id AND c.customer_id = n.customer_id
    WHERE n.business_id = current_business() AND n.phone LIKE number LIMIT most;
END $$;
