/**
 * Hands a file to the browser's own download. The address of the bytes is taken back late:
 * Safari on iPad reads it only when the leader has chosen where it goes.
 */
const keepMs = 60_000;

/** A file ready to be saved. */
export interface SavedFile {
  readonly name: string;
  readonly mediaType: string;
  /** A large one is a Blob, which the browser keeps where it likes. */
  readonly bytes: Uint8Array<ArrayBuffer> | Blob;
}

/** Begins the download. Call it from the handler of a tap, or the browser may refuse it. */
export function saveFile({ name, mediaType, bytes }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, keepMs);
}
