/** Words of the summary page. They are asked for by language, which can be another than the screens'. */
import { languages, type Language } from '#app/look.ts';
import { attendeeRoles } from '#domain/meeting/plan.ts';
import { meeting } from './en/meeting.ts';
import { page, type PageCatalog } from './en/page.ts';
import { locales, spoken, wordsIn } from './language.svelte.ts';

export type { PageCatalog } from './en/page.ts';

/** How the page of a district and a leader differs from the plain one. */
interface Own {
  /** The district's own line of purpose, as it was written; empty: the app's. */
  readonly purpose?: string;
  /** Whether anything on the page was written by the leader. */
  readonly written?: boolean;
}

/** Words of the page in a language. Where that is not the screens', the page says that what was written stays as it is. */
export function pageWordsIn(language: Language, { purpose = '', written = false }: Own = {}): PageCatalog {
  const words = wordsIn(language, 'page', page);
  const other = written && language !== spoken.language;
  return {
    ...words,
    owner: (name) => { const role = roleNamed(name); return role === undefined ? name : words.ownerRole(role); },
    ...(purpose === '' ? {} : { purposeLine: purpose }),
    ...(other ? { written: { line: words.writtenLine, language: locales[spoken.language] } } : {}),
  };
}

/** An owner is often a role that the app offered, in the words of the screens at that time. */
const roleNamed = (written: string): string | undefined =>
  attendeeRoles.find((role) => languages.some((language) => wordsIn(language, 'meeting', meeting).roleName(role) === written.trim()));
