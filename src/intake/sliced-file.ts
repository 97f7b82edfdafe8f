/** What is read of a file: a `Blob` fits, and so do bytes that are in memory already. */
export interface SlicedFile {
  readonly size: number;
  slice(from: number, to: number): Pick<Blob, 'arrayBuffer'>;
}

/**
 * Some bytes of a file; null when the device does not hand them over: moved, removed, or in a
 * cloud that is out of reach (https://w3c.github.io/FileAPI/#file-error-codes).
 */
export async function pieceOf(file: SlicedFile, from: number, to: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.slice(from, to).arrayBuffer());
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Bytes as a file. Not a Blob: a browser may put one of those on the disk, in clear. */
export const fileOfBytes = (bytes: Uint8Array<ArrayBuffer>): SlicedFile & { arrayBuffer(): Promise<ArrayBuffer> } => ({
  size: bytes.length,
  slice: (from, to) => ({ arrayBuffer: () => Promise.resolve(bytes.slice(from, to).buffer) }),
  arrayBuffer: () => Promise.resolve(bytes.slice().buffer),
});
