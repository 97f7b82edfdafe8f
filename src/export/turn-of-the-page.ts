/** Lets the page paint and take taps before long work goes on. */
export const turnOfThePage = (): Promise<void> => new Promise((resolve) => {
  setTimeout(resolve);
});
