/**
 * How many turn numbers are left free after a stream that failed. What was said last on it is still being recognised and
 * kept, under its next numbers, while the conversation goes on elsewhere: it must find its place empty.
 */
export const LATE_TURNS = 8;
