/** A file that may be large, ready to be saved or shared: the browser keeps it where it likes. */
export interface LargeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Blob;
}

/** A file in memory, ready to be saved or shared. */
export interface ExportedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}
