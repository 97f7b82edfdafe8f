/**
 * The link with which the app was opened. Its secret stands behind the #, which no server
 * sees; it is read once and taken out of the address bar and the history at once, also while
 * the lock is on. It is kept by this page alone: a reload forgets it.
 */
let taken: string | null = null;

/** Takes the secret part out of the address, if there is one. */
export function takeFromAddress(): void {
  if (location.pathname !== '/join' || location.hash.length < 2) return;
  taken = location.href;
  history.replaceState(history.state, '', '/join');
}

/** The link, until it is forgotten. */
export const takenLink = (): string | null => taken;

/** A link that was typed or pasted. */
export const giveLink = (text: string): void => {
  taken = text;
};

export const forgetLink = (): void => {
  taken = null;
};

takeFromAddress(); // with the file, which comes as soon as the address asks for it: the lock may come before the screen
