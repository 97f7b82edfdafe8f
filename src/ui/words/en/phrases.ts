/** Phrases of the note bar until the leader changes them, in English. */
export const phrases = {
  first: [
    'Family asked first, and waited for.',
    'Data named with a date.',
    'Need, then goal, then service.',
    'Jargon explained at once.',
    'Decision read back in plain words.',
  ],
};
