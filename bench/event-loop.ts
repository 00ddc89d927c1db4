/** How late server-ws was for anything: the 99th percentile of its event loop's delay since the last reading, ms. */
export async function eventLoopDelayP99(url: string): Promise<number | null> {
  const answer = await fetch(new URL("/metrics", url));
  const value = /^moked_event_loop_delay_p99_ms (\S+)$/m.exec(await answer.text())?.[1];
  return value === undefined ? null : Number(value);
}
