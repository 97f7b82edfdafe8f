/** How a roadmap that comes in stands to the versions that are here, and what is kept of it. */
import { describe, expect, it } from 'vitest';
import { defaultRoadmap } from '#domain/roadmap/default-roadmap.ts';
import { parseRoadmap } from '#domain/roadmap/parse-roadmap.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';
import { keepRoadmap, prepareRoadmap, standingOfRoadmap, type RoadmapFormatId } from '#app/roadmap/exchange.ts';
import type { RoadmapPreview } from '#intake/roadmap/preview.ts';
import { fakeApp } from '#tests/support/fake-app.ts';
import { formWords, previewOf } from './books.ts';

const shipped = defaultRoadmap();
const kept: Roadmap = {
  ...shipped, id: 'own', version: '1', publishedOn: '2026-11-01', items: shipped.items.slice(0, 6).reverse(),
  retired: [{ id: 'gone-before', label: 'Gone before', version: '0' }], district: { purpose: 'For learning.' },
};

/** The file of a roadmap, as it was handed over and comes in again. */
async function again(roadmap: Roadmap, form: RoadmapFormatId): Promise<RoadmapPreview> {
  const file = await prepareRoadmap(roadmap, form, formWords);
  if (!file.ok) throw new Error(file.error.type);
  return previewOf(file.value.bytes);
}

describe('a roadmap that was handed over', () => {
  it.each(['roadmap-json', 'roadmap-csv', 'roadmap-xlsform'] as const)('is here already when it comes back as %s', async (form) => {
    const fake = fakeApp();
    fake.store.roadmaps.push(kept);
    expect((await standingOfRoadmap(fake.app, await again(kept, form))).kind).toBe('here');
    expect((await standingOfRoadmap(fake.app, await again(shipped, form))).kind).toBe('here');
  });

  it('is the next version when it was edited elsewhere, with what a table has no place for', async () => {
    const fake = fakeApp();
    fake.store.roadmaps.push(kept);
    const preview = await again(kept, 'roadmap-csv');
    const [first, ...others] = preview.roadmap.items;
    const edited = { ...preview, roadmap: { ...preview.roadmap, items: others } };
    expect((await standingOfRoadmap(fake.app, edited)).kind).toBe('differs');
    const next = await keepRoadmap(fake.app, edited);
    expect(next).toMatchObject({ ok: true, value: { version: '2', basedOn: { id: 'own', version: '1' }, district: { purpose: 'For learning.' } } });
    expect(next.ok && next.value.retired).toEqual([kept.retired?.[0], { id: first?.id, label: first?.label, version: '1' }]);
    expect(next.ok && parseRoadmap(next.value).ok).toBe(true);
    expect(fake.store.roadmaps.map(({ version }) => version)).toEqual(['1', '2']);
  });

  it('is another version, or new, and nothing is written before it is kept', async () => {
    const fake = fakeApp();
    const came = { roadmap: { ...kept, version: '7' }, from: 'json' } as const;
    expect(await standingOfRoadmap(fake.app, came)).toEqual({ kind: 'new', against: null, kept: came.roadmap });
    fake.store.roadmaps.push(kept, { ...kept, version: '12' }, { ...kept, version: '3' });
    expect(await standingOfRoadmap(fake.app, came)).toMatchObject({ kind: 'other-version', against: { version: '12' }, kept: { version: '7' } });
    expect(fake.store.roadmaps).toHaveLength(3);
  });
});
