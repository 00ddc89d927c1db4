-- A turn is kept several times while it grows, on hundreds of calls at once: one function does it, so that it is one way to
-- the database and back. The same turn again, grown, replaces what was kept; the call's own figures are made from its turns.
CREATE FUNCTION keep_turn(of_call uuid, said jsonb, words text) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = public AS $$
DECLARE over boolean;
BEGIN
  INSERT INTO turn (business_id, call_id, index, speaker, text, heard_text, search_text, at_ms, end_ms, confidence, interrupted,
      tools, troubles, endpoint_ms, t_audio_ms, t_nlp_ms, t_tts_ms, voice_to_voice_ms)
    SELECT current_business(), of_call, t.index, t.speaker, t.text, t."heardText", words, t."atMs", t."endMs", t.confidence,
      t.interrupted, t.tools, t.troubles, t."endpointMs", t."tAudioMs", t."tNlpMs", t."tTtsMs", t."voiceToVoiceMs"
    FROM jsonb_to_record(said) AS t(index int, speaker text, text text, "heardText" text, "atMs" int, "endMs" int, confidence real,
      interrupted boolean, tools jsonb, troubles jsonb, "endpointMs" int, "tAudioMs" int, "tNlpMs" int, "tTtsMs" int, "voiceToVoiceMs" int)
  ON CONFLICT (call_id, index) DO UPDATE SET text = excluded.text, heard_text = excluded.heard_text, search_text = excluded.search_text,
    at_ms = excluded.at_ms, end_ms = excluded.end_ms, confidence = excluded.confidence, interrupted = excluded.interrupted,
    tools = excluded.tools, troubles = excluded.troubles, endpoint_ms = excluded.endpoint_ms, t_audio_ms = excluded.t_audio_ms,
    t_nlp_ms = excluded.t_nlp_ms, t_tts_ms = excluded.t_tts_ms, voice_to_voice_ms = excluded.voice_to_voice_ms;
  UPDATE call SET (turn_count, voice_to_voice_ms) = (
      SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY t.voice_to_voice_ms)::int FROM turn t WHERE t.call_id = of_call)
    WHERE id = of_call RETURNING ended_at IS NOT NULL INTO over;
  IF over THEN
    -- Its last words may be kept after the network told its end: there is more to know (lib/calls/describe-later.ts).
    PERFORM enqueue_job('describe_call', jsonb_build_object('businessId', current_business(), 'callId', of_call),
      'describe:' || of_call, now() + interval '2 seconds', 12, NULL, 0, false);
  END IF;
  PERFORM publish_event('call.turn', jsonb_build_object('callId', of_call, 'turn', said));
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION keep_turn(uuid, jsonb, text) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION keep_turn(uuid, jsonb, text) TO moked_app;
--> statement-breakpoint

-- Whose messages are these, by their carrier's names for them? Reports come many at a time.
DROP FUNCTION system_business_by_message(text, text);--> statement-breakpoint
CREATE FUNCTION system_businesses_by_messages(carried_by text, names text[]) RETURNS TABLE (name text, business uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public SET enable_seqscan = off AS
$$ SELECT m.provider_id, m.business_id FROM message m WHERE m.carrier = carried_by AND m.provider_id = ANY (names) $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION system_businesses_by_messages(text, text[]) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION system_businesses_by_messages(text, text[]) TO moked_app;
