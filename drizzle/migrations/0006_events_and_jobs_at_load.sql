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
