/** How the browser tests play each kind: a file for each kind in `kinds/`, found there by its name. */
import { readdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import type { KindCommand } from '../activities/steering.ts';

export interface PlayedSlide {
  /** Of the activity; its slide's heading begins with it. */
  readonly id: string;
  /** What stands below the heading: the directive with this id, and its list or table. */
  readonly markdown: string;
  /** Files beside the session file, by name. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What the phone of this index sends; left out for kinds that take no answers. */
  response?(index: number): unknown;
  /** What the presenter does once people have answered, in this order. */
  readonly commands?: readonly KindCommand[];
  /** With the keyboard alone, from the fresh form to the answer being sent. */
  keyboard?(page: Page, tabTo: TabTo): Promise<void>;
}

/** Presses Tab until the focus is on what matches; at each stop the focus must be seen. */
export type TabTo = (selector: string) => Promise<void>;

/** One kind's file. */
export interface PlayedKind {
  readonly slides: readonly PlayedSlide[];
  /** With a thumb, whatever the question: fills the form and sends it. False where there is nothing left to send. */
  byHand?(form: Locator): Promise<boolean>;
}

const folder = new URL('./kinds/', import.meta.url);

/** By kind, in the order of their names. */
export async function playedKinds(): Promise<ReadonlyMap<string, PlayedKind>> {
  const kinds = new Map<string, PlayedKind>();
  for (const name of readdirSync(folder).sort()) {
    const { played }: { played: PlayedKind } = await import(new URL(name, folder).href);
    kinds.set(name.replace(/\.ts$/, ''), played);
  }
  return kinds;
}

/** A session file with all of these slides. */
export function sourceOf(slides: readonly PlayedSlide[]): string {
  const parts = slides.map(({ id, markdown }) => `## ${headingOf(id)}\n${markdown.trim()}\n`);
  return `---\ntitle: Everybody can take part\nreactions: true\n---\n${parts.join('\n---\n')}`;
}

export function headingOf(id: string): string {
  return `About ${id}: what do you say?`;
}
