/** Words of the screens by which roadmaps come in and are handed on. */
import type { FormWords } from '#app/roadmap/exchange.ts';
import type { Language } from '#app/look.ts';
import { exchangeRoadmap as en } from './en/exchange-roadmap.ts';
import { meeting as meetingEn } from './en/meeting.ts';
import { plain as plainEn } from './en/plain.ts';
import { inLanguage, spoken, wordsIn } from './language.svelte.ts';

export const exchangeRoadmapWords = inLanguage('exchangeRoadmap', en);

/** Words that a form for other tools needs, in both languages, once both are here. */
export async function formWords(): Promise<Readonly<Record<Language, FormWords>>> {
  await spoken.fetch('es');
  return { en: formWordsIn('en'), es: formWordsIn('es') };
}

function formWordsIn(language: Language): FormWords {
  const own = wordsIn(language, 'exchangeRoadmap', en);
  const { answerName } = wordsIn(language, 'meeting', meetingEn);
  const { conditionName } = wordsIn(language, 'plain', plainEn);
  return {
    answers: { yes: answerName('yes'), partly: answerName('partly'), no: answerName('no'), na: answerName('na') },
    yes: own.yes, no: own.no, conditions: own.formConditions, conditionName,
  };
}
