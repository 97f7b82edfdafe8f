import { describe, expect, it } from 'vitest';
import spanish from '#domain/roadmap/default-roadmap.es.json' with { type: 'json' };
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { localized, untranslated } from '#domain/roadmap/localized.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';

const shipped = defaultRoadmap();
const itemOf = ({ items }: Roadmap, id: string): Roadmap['items'][number] | undefined => items.find((item) => item.id === id);

describe('a roadmap in another language', () => {
  it('is itself in its own language, and where there is nothing else', () => {
    expect(localized(shipped, 'en', spanish)).toBe(shipped);
    expect(localized(shipped, 'es')).toBe(shipped);
  });

  it('has the texts of the pack that ships with the app, ids and all else as they are', () => {
    const there = localized(shipped, 'es', spanish);
    expect(there.title).toBe(spanish.title);
    expect(there.phases[0]?.title).toBe(spanish.phases['ready-team'].title);
    expect(itemOf(there, 'pwn-sent')).toEqual({ ...itemOf(shipped, 'pwn-sent'), ...spanish.items['pwn-sent'] });
    expect(untranslated(shipped, 'es', spanish)).toEqual([]);
  });

  it('has its own translation before the pack, and its own words where there is none', () => {
    const own: Roadmap = {
      ...shipped, conditions: [{ id: 'elders', label: 'Elders attend' }],
      translations: { es: { items: { 'pwn-sent': { label: 'Aviso enviado', lookFor: ' ' } }, conditions: { elders: { label: 'Asisten mayores' } } } },
    };
    const there = localized(own, 'es');
    expect(itemOf(there, 'pwn-sent')).toEqual({ ...itemOf(shipped, 'pwn-sent'), label: 'Aviso enviado' });
    expect(itemOf(there, 'goal-from-need')).toBe(itemOf(own, 'goal-from-need'));
    expect(there.conditions?.[0]?.label).toBe('Asisten mayores');
    expect(itemOf(localized(own, 'es', spanish), 'pwn-sent')?.lookFor).toBe(spanish.items['pwn-sent'].lookFor);
  });

  it('does not show a short title of the other language', () => {
    const own: Roadmap = { ...shipped, translations: { es: { phases: { goals: { title: 'Metas' } } } } };
    expect(localized(own, 'es').phases.find(({ id }) => id === 'goals')).toMatchObject({ title: 'Metas', shortTitle: 'Metas' });
  });

  it('of Spanish words can have English ones', () => {
    const own: Roadmap = { ...shipped, language: 'es', translations: { en: { title: 'Ours' } } };
    expect([localized(own, 'en').title, localized(own, 'es').title]).toEqual(['Ours', shipped.title]);
  });

  it('lacks what has words in one language only, empty ones left aside', () => {
    const own: Roadmap = { ...shipped, translations: { es: { title: 'Hoja de ruta' } } };
    const places = untranslated(own, 'es');
    expect(places.some(({ kind }) => kind === 'roadmap')).toBe(false);
    expect(places).toContainEqual({ kind: 'item', id: 'pwn-sent', field: 'label' });
    const texts = shipped.phases.flatMap(({ title, shortTitle, purpose }) => [title, shortTitle, purpose]).concat(shipped.items.flatMap(({ label, lookFor, coachingMove }) => [label, lookFor, coachingMove]));
    expect(places).toHaveLength(texts.filter((text) => text !== undefined && text !== '').length);
    expect(untranslated(own, 'en')).toEqual([]);
  });
});
