/** What a presenter sets for this browser. Kept in its storage, or for this page alone where there is none. */
import { signal } from '@preact/signals';
import * as v from 'valibot';

/** Sizes of the notes in px, as a step of them is kept. */
export const noteSizes = [16, 18, 21, 25, 30, 36] as const;

const schema = v.object({
  /** Single letters act as keys. */
  letters: v.fallback(v.boolean(), true),
  /** Index of `noteSizes`. */
  notes: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(noteSizes.length - 1)), 2),
});
export type Preferences = v.InferOutput<typeof schema>;

const place = 'plenum.console';

export const preferences = signal<Preferences>(readPreferences(stored(() => localStorage.getItem(place))));

export function prefer(changes: Partial<Preferences>): void {
  preferences.value = { ...preferences.value, ...changes };
  stored(() => localStorage.setItem(place, JSON.stringify(preferences.value)));
}

/** What a browser kept may be anything: what cannot be read is as at first. */
export function readPreferences(text: string | null | undefined): Preferences {
  const first: Preferences = { letters: true, notes: 2 };
  try {
    const read = v.safeParse(schema, JSON.parse(text ?? '{}'));
    return read.success ? read.output : first;
  } catch {
    return first;
  }
}

/** When the talk began for the stopwatch, milliseconds since 1970; kept over a reload of this tab. */
export const began = signal(Number(stored(() => sessionStorage.getItem('plenum.began'))) || Date.now());

export function begin(at: number = Date.now()): void {
  began.value = at;
  stored(() => sessionStorage.setItem('plenum.began', String(at)));
}

/** Storage may be switched off, and then throws. */
function stored<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
