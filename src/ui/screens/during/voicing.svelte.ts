/** The voice strip: who speaks, in the way of capture that was chosen for this meeting. */
import type { CaptureMode } from '#domain/entry.ts';
import { timingOf } from '#domain/meeting/glance.ts';
import { captureOf, setCapture } from '#domain/meeting/plan.ts';
import { rolesShown, speakingNow, takeFloor, type VoiceRole } from '#domain/meeting/voice.ts';
import type { Clock } from '#ui/state/clock.svelte.ts';
import type { OpenMeeting } from '#ui/state/open-meeting.svelte.ts';
import { shareByRole } from './by-key.ts';
import { beatAt, sampleFor } from './pulse.ts';

/** Bars move in such steps: a bar that creeps draws the eye. */
const steadyMs = 10_000;

export class Voicing {
  readonly #meeting: OpenMeeting;
  readonly #clock: Clock;

  readonly mode: CaptureMode = $derived.by(() => this.capture.mode);
  readonly roles: readonly VoiceRole[] = $derived.by(() => this.#rolesOfMode());
  readonly speaking: VoiceRole | null = $derived.by(() => speakingNow(this.#meeting.entries));
  /** The way of capture stays once something was captured, so that figures compare. */
  readonly begun: boolean = $derived.by(() => {
    const { turn, sample, estimate } = this.#meeting.entries;
    return turn.size + sample.size + estimate.size > 0;
  });
  readonly #steadyNowMs: number = $derived.by(() => this.#clock.nowMs - (this.#clock.nowMs % steadyMs));
  readonly #shares = $derived.by(() => shareByRole(this.#meeting.entries, this.#steadyNowMs));
  readonly #beat = $derived.by(() => this.#beatNow());
  /** The strip asks who speaks at this instant. */
  readonly bright: boolean = $derived(this.#beat?.bright ?? false);
  readonly tapped: string | null = $derived(this.#beat?.tapped?.role ?? null);

  constructor(meeting: OpenMeeting, clock: Clock) {
    this.#meeting = meeting;
    this.#clock = clock;
  }

  get capture(): ReturnType<typeof captureOf> {
    return captureOf(this.#meeting.entries);
  }

  isOn(role: VoiceRole): boolean {
    return this.mode === 'turns' ? this.speaking === role : this.tapped === role;
  }
  share(role: VoiceRole): number {
    return this.#shares.get(role) ?? 0;
  }

  tap(role: VoiceRole): void {
    const now = { id: this.#meeting.newId(), nowMs: this.#meeting.nowMs() };
    const { entries } = this.#meeting;
    if (this.mode === 'turns') void this.#meeting.act(takeFloor(entries, role, now)); // painted at once
    else if (this.mode === 'pulse') void this.#meeting.act(sampleFor(entries, this.#beatNow() ?? { bright: false, tapped: null }, role, now)); // as above
  }
  choose(mode: CaptureMode): void {
    if (!this.begun) void this.#meeting.act(setCapture(this.#meeting.entries, { mode })); // painted at once
  }
  choosePulse(pulseSeconds: number): void {
    if (!this.begun) void this.#meeting.act(setCapture(this.#meeting.entries, { pulseSeconds })); // painted at once
  }

  #rolesOfMode(): readonly VoiceRole[] {
    const shown = rolesShown(this.#meeting.entries);
    return this.mode === 'pulse' ? [...shown, 'silence'] : shown;
  }
  #beatNow(): ReturnType<typeof beatAt> | null {
    const startedAtMs = timingOf(this.#meeting.entries)?.startedAtMs;
    if (this.mode !== 'pulse' || startedAtMs === undefined) return null;
    return beatAt(this.#meeting.entries, startedAtMs, this.capture.pulseSeconds, this.#clock.nowMs);
  }
}
