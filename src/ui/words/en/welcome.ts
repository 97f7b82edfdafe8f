/** Words of the first run, in English. */
export const welcome = {
  stepOf: (step: number, steps: number): string => `${String(step)} of ${String(steps)}`,
  titles: ['What stays on this tablet', 'Put a lock on it', 'Put it on the Home Screen'],
  stays: 'Everything you write. It is sealed here, and it opens without Wi-Fi.',
  staysLines: [
    'No account, no cloud, no one counting. Nothing is sent anywhere; a file leaves only when you export it.',
    'Students are codes, people are roles. The form asks for no names.',
    'Notes marked device only stay on this tablet. Even so, write what you could show.',
  ],
  lock: 'A passphrase seals what is stored. Four plain words are easy to keep and hard to guess. It can also be set later.',
  home: 'Then it starts like a notebook, and the tablet keeps its pages for good.',
  homeLines: ['Tap Share in the browser’s bar, or open the browser’s menu.', 'Choose “Add to Home Screen,” or “Install.”'],
  openThere: (room: string | null): string =>
    `Open it from there. ${room === null ? 'A' : `This tablet has ${room} free for it; a`} year of meetings takes about 20\u00a0MB.`,
  back: 'Back',
  next: 'Next',
  later: 'Later',
  done: 'Done',
  isLocked: 'The lock is on. It can be changed under This tablet.',
  setLock: 'Set the lock',
  notNow: 'Not now',
  without: 'Without one, whoever can open this browser on this tablet can read the pages. Set at least a passcode for the tablet.',
  withSheet: 'A recovery sheet to print comes with it. Without the sheet, a forgotten passphrase cannot be undone by anyone.',
  setALock: 'Set a lock',
};
