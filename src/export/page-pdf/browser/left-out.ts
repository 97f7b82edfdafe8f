/**
 * Parts of the PDF library that a page does not use: files, pictures, encryption, its own line
 * breaking, WOFF2. Left out of the app, where they would be a third of the writer.
 */
const leftOut = (): never => {
  throw new Error('This part of the PDF library is left out');
};

export default leftOut;
export { leftOut as cbc, leftOut as ecb };
