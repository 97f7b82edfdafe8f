import { canShare } from '#device/share.ts';
import type { FileForm } from './form.ts';
import { fileKind } from './writers.ts';

/** Whether this device could share a file of this form; if so it is made before the tap that shares it. */
export function couldShare(form: FileForm, isSealed: boolean): boolean {
  const { extension, mediaType } = fileKind(form);
  return canShare(isSealed ? { name: `file.${extension}.age`, mediaType: 'application/octet-stream' } : { name: `file.${extension}`, mediaType });
}
