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
  FOR EACH ROW EXECUTE FUNCTION number_event();
