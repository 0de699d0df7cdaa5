/** What YAML says when it cannot be read, in our words, and reading it without an exception. */

import { isScalar, type YAMLMap } from 'yaml';
import type { Place } from '../../activities/directive.ts';

/** Plain data of a YAML value, or undefined where aliases would multiply it beyond all measure. */
export function plainOf(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** YAML's own words end in a picture of the line, which our place says already. */
export function sentence(message: string): string {
  const first = message.split('\n', 1)[0] ?? '';
  if (first.includes('call stack')) return 'is nested too deeply';
  return first.replace(/ at line \d+, column \d+:?$/, '').replace(/[.:]$/, '');
}

/** Where each key of a map stands; `placeAt` knows the place of an offset into the YAML. */
export function keyPlaces(map: YAMLMap | undefined, placeAt: (offset: number) => Place): Map<string, Place> {
  return new Map(
    map?.items.map(({ key }) => [
      String(isScalar(key) ? key.value : key),
      placeAt(isScalar(key) ? (key.range?.[0] ?? 0) : 0),
    ]),
  );
}
