-- graphile-worker adds a job with a key in two statements: one takes the key from a job that runs already, the next adds a job,
-- or changes the one that waits. When a worker takes that one between the two, neither does anything, and what was asked for
-- is never done: a voice note stays without an answer, a call without its summary. Asked again, the first statement sees it.
CREATE OR REPLACE FUNCTION enqueue_job(task text, payload jsonb, once_key text, run_after timestamptz, attempts int, queue text, urgency int, put_off boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE added bigint;
BEGIN
  LOOP
    SELECT id INTO added FROM graphile_worker.add_job(task, payload => payload::json, queue_name => queue, run_at => coalesce(run_after, now()),
      max_attempts => attempts, job_key => once_key, priority => urgency,
      job_key_mode => CASE WHEN put_off THEN 'replace' ELSE 'preserve_run_at' END);
    EXIT WHEN added IS NOT NULL;
  END LOOP;
  IF run_after BETWEEN clock_timestamp() AND clock_timestamp() + interval '1 minute' THEN
    -- On graphile-worker's own channel, which every worker hears; a count of none wakes nobody yet.
    PERFORM pg_notify('jobs:insert', json_build_object('count', 0,
      'dueInMs', ceil(1000 * extract(epoch FROM run_after - clock_timestamp())))::text);
  END IF;
END $$;
