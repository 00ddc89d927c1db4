/** Every time and threshold of the call engine, in one place. Milliseconds unless the name says otherwise. */
export interface VoiceTuning {
  /** A window at least this likely can begin speech. */
  onsetProbability: number;
  /** Speech that has begun goes on while its windows are at least this likely. */
  stayProbability: number;
  /** When the line has been loud for so long, a window this likely can begin speech too: breath and hiss come first. */
  risenMs: number;
  risenOnsetProbability: number;
  /** Likely windows in a row before we believe that somebody speaks. */
  onsetMs: number;
  /** Unlikely windows in a row before the run of speech is over (short closures inside words are not). */
  releaseMs: number;

  /** Audio from before the onset that the recogniser gets too: soft beginnings come late to the detector. */
  preRollMs: number;
  /** And from after the end of speech; less than commitSilenceMs by what the detector may be late. */
  tailMs: number;
  /** Silence after which the recogniser is asked at first: one window. Often the caller only takes a breath… */
  earlySilenceMs: number;
  /** …so only so many times in a turn, and once more for each so much speech… */
  earlyAsks: number;
  earlyAskEveryMs: number;
  /** …and then after more windows. */
  laterSilenceMs: number;
  /** Silence after which the recogniser is asked even when nobody may have to answer, while we wait whether the caller goes on: five windows. */
  commitSilenceMs: number;
  /** Who speaks for longer than this without such a silence is transcribed piece by piece… */
  longestPieceMs: number;
  /** …of which each begins with so much of the one before, so that no word is lost between them. */
  overlapMs: number;
  /** After a shorter silence than this the recogniser hears the piece before it again, as one with what follows… */
  rejoinGapMs: number;
  /** …unless that piece is longer than this. */
  rejoinPieceMs: number;
  /** Silence that ends a turn whose words look finished. */
  finishedSilenceMs: number;
  /** Silence that ends a turn in which no word could be made out; never less than the finished one's. */
  emptySilenceMs: number;
  /** Silence that ends a turn whose words look unfinished. */
  unfinishedSilenceMs: number;
  /** Silence after which those are thought about, so that the answer is there when they were all. */
  unfinishedThinkMs: number;
  /** The longest that a transcript is waited for after the end of speech. */
  transcriptWaitMs: number;
  /** Without any result of the detector for so long, the wall clock says how long it has been quiet. */
  detectorStallMs: number;

  /** Speech of the caller that takes the floor from the agent. */
  bargeInMs: number;
  /** How much of that must really be voiced. */
  bargeInVoicedMs: number;
  /** Soft beginnings are sound before they are speech: when the line has been loud for so long… */
  bargeInRisenMs: number;
  /** …less of it must be voiced. */
  bargeInRisenVoicedMs: number;

  /** What the caller says over the agent for longer than this stops it, whatever the words. */
  talkOverMs: number;
  /** A sound over the agent with less speech than this is a cough or a syllable: nobody waits for its words… */
  shortSoundMs: number;
  /** …and after so much silence the agent goes on. */
  goOnSilenceMs: number;
  /** With less than this left to say, whoever speaks over the agent answers it. */
  almostSaidMs: number;
  /** At most so much of what was heard is said again when the agent goes on, to begin between two words. */
  repeatMs: number;

  /** A mark follows every so much audio, so that we know how much was heard. */
  markEveryMs: number;
  /** Never further ahead of the caller's ear than this. */
  maxAheadMs: number;
  /** After the audio's own length, how long its last mark may take before it counts as played. */
  markLostMs: number;

  /** Never quieter for longer than this while an answer is on its way: then a word bridges the wait… */
  fillerAfterMs: number;
  /** …or so much later, when the voice… */
  fillerGraceMs: number;
  /** …has been asked for a sentence only so long ago: it is about to begin. */
  voiceUsualMs: number;
  /** Without any sign of the model for so long it has failed: after its own deadline, which leaves a turn to the fallback. */
  modelStallMs: number;
  /** Without any audio of a sentence for so long its synthesis has failed: after both voices' own deadlines, one after the other (at most 3200 and 2500). */
  voiceStallMs: number;

  /** Quiet for so long: ask whether somebody is there; once more: say goodbye. */
  silenceMs: number;
  /** So many times in a row we ask to repeat what could not be made out. */
  maxRepeatRequests: number;
  /** A pause this long ends a row of keys. */
  keypadPauseMs: number;
  /** …but so short a one after a 0 alone, which asks for a person: long enough for the next key of a number like 052…. */
  loneZeroPauseMs: number;
  /** After hang_up or transfer was asked for: if the stream is still there then, the conversation goes on. */
  leavingMs: number;
  /** After the end of the call: how long the caller's last words are waited for: a little longer than the recogniser's own deadline. */
  lastWordsMs: number;
}

export const defaultTuning: VoiceTuning = {
  onsetProbability: 0.5,
  stayProbability: 0.35,
  risenMs: 64,
  risenOnsetProbability: 0.3,
  onsetMs: 64,
  releaseMs: 128,
  preRollMs: 600,
  tailMs: 100,
  earlySilenceMs: 32,
  earlyAsks: 2,
  earlyAskEveryMs: 1500,
  laterSilenceMs: 96,
  commitSilenceMs: 160,
  longestPieceMs: 30_000,
  overlapMs: 2500,
  rejoinGapMs: 400,
  rejoinPieceMs: 10_000,
  finishedSilenceMs: 500,
  emptySilenceMs: 900,
  unfinishedSilenceMs: 1400,
  unfinishedThinkMs: 600,
  transcriptWaitMs: 3500,
  detectorStallMs: 1000,
  bargeInMs: 160,
  bargeInVoicedMs: 128,
  bargeInRisenMs: 192,
  bargeInRisenVoicedMs: 64,
  talkOverMs: 1000,
  shortSoundMs: 260,
  goOnSilenceMs: 256,
  almostSaidMs: 400,
  repeatMs: 240,
  markEveryMs: 240,
  maxAheadMs: 60_000,
  markLostMs: 3000,
  fillerAfterMs: 1350,
  fillerGraceMs: 80,
  voiceUsualMs: 400,
  modelStallMs: 8000,
  voiceStallMs: 6000,
  silenceMs: 8000,
  maxRepeatRequests: 2,
  keypadPauseMs: 2000,
  loneZeroPauseMs: 700,
  leavingMs: 10_000,
  lastWordsMs: 8500,
};
