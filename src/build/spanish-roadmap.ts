import { z } from '#domain/zod.ts';
import type { Roadmap } from '#domain/roadmap/roadmap.ts';

const text = (most: number): z.ZodMiniString => z.string().check(z.trim(), z.minLength(1), z.maxLength(most));
/** Lengths that still fit where the English texts stand. */
const shape = z.strictObject({
  of: text(200),
  note: text(400),
  title: text(120),
  phases: z.record(z.string(), z.strictObject({ title: text(80), shortTitle: text(24), purpose: text(180) })),
  items: z.record(z.string(), z.strictObject({ label: text(60), lookFor: text(180), coachingMove: text(180) })),
});

/** What the Spanish texts of a roadmap lack or have too many, by place; null when they are whole. */
export function obstacleInSpanish(input: unknown, { id, version, phases, items }: Roadmap): string | null {
  const read = shape.safeParse(input);
  if (!read.success) {
    const [issue] = read.error.issues;
    return `${issue?.code ?? 'shape'} at ${issue?.path.map(String).join('.') ?? 'the top'}`;
  }
  if (read.data.of !== `${id}@${version}`) return `of: made for ${read.data.of}, to be read again for ${id}@${version}`;
  const places = (of: Readonly<Record<string, unknown>>, ids: readonly { readonly id: string }[], name: string): string[] => [
    ...ids.filter((own) => !Object.hasOwn(of, own.id)).map((own) => `missing at ${name}.${own.id}`),
    ...Object.keys(of).filter((key) => !ids.some((own) => own.id === key)).map((key) => `not in the roadmap: ${name}.${key}`),
  ];
  return [...places(read.data.phases, phases, 'phases'), ...places(read.data.items, items, 'items')][0] ?? null;
}
