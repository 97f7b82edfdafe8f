import { z } from '#domain/zod.ts';
import type { PublishedSettings } from './desk.ts';

const schema = z.looseObject({
  purpose: z._default(z.string().check(z.maxLength(200)), ''),
  codePattern: z._default(z.string().check(z.maxLength(100)), ''),
  timeLimits: z._default(z.record(z.string(), z.number().check(z.int(), z.gte(0), z.lte(3_650))), {}),
});

/** Settings that a district gave out; whatever of them is not what it should be counts as not given. */
export function settingsOf(input: unknown): PublishedSettings {
  const parsed = schema.safeParse(input ?? {});
  const { purpose, codePattern, timeLimits } = parsed.success ? parsed.data : schema.parse({});
  return { purpose, codePattern, timeLimits };
}
