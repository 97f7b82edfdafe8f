/** The three steps after a meeting, as the address names them: `?step=reflection`. */
export const steps = ['items', 'reflection', 'finish'] as const;
export type Step = (typeof steps)[number];

/** The step that the address names; the items where it names none. */
export const stepOf = (query: URLSearchParams): Step => steps.find((step) => step === query.get('step')) ?? 'items';
