import type { WritePage } from '../format.ts';
import { fetchFonts } from './fonts.ts';
import { writerWith } from './write.ts';

/** The writer with its fonts at hand. */
export const loadWriter = async (): Promise<{ readonly write: WritePage }> => ({ write: writerWith(await fetchFonts()) });
