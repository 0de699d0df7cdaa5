/** Pictures, videos and sounds that stand beside a session file. */
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Response } from 'express';
import { modelOf } from '../activities/models.ts';
import { once } from '../activities/once.ts';
import type { ActivityDefinition, Definition } from './session/definition.ts';
import type { State } from './session/state.ts';
import { encoded, isPictureFile, isShownFile } from './session-file/pictures.ts';

/** Whether phones show the picture: one that an activity's options name. `path` is below the folder of the file. */
export function isOnPhones({ activities }: State, path: string): boolean {
  if (!isPictureFile(path)) return false;
  return activities.some(
    (activity) => activity.current && picturesOf(activity.definition).includes(addressOf(path)),
  );
}

/** Whether screens show it: the deck as it is now, or an activity, dropped ones as well, since their results stay. */
export function isOnScreens({ definition, activities }: State, path: string): boolean {
  const address = addressOf(path);
  return (
    (definition !== null && onSlides(definition).has(address)) ||
    activities.some((activity) => picturesOf(activity.definition).includes(address))
  );
}

/** Whether it stands in the speaker's notes. */
export function isInNotes({ definition }: State, path: string): boolean {
  return definition !== null && inNotes(definition).has(addressOf(path));
}

function picturesOf({ kind, options }: ActivityDefinition): readonly string[] {
  return modelOf(kind).pictures?.(options) ?? [];
}

function addressOf(path: string): string {
  return `files/${path.split('/').map(encoded).join('/')}`;
}

const onSlides = once(({ look, slides }: Definition): ReadonlySet<string> => {
  const backgrounds = slides.flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) =>
      // reveal.js takes several files with a comma between them.
      name.startsWith('data-background') ? value.split(',').map((each) => each.trim()) : [],
    ),
  );
  return new Set([look.logo ?? '', ...backgrounds, ...slides.flatMap(({ html }) => addressesIn(html))]);
});

const inNotes = once(
  ({ slides }: Definition): ReadonlySet<string> =>
    new Set(slides.flatMap(({ notes }) => addressesIn(notes ?? ''))),
);

/** What sanitised HTML loads: in it, `<` and `>` occur in tags alone. */
function addressesIn(html: string): readonly string[] {
  return [...html.matchAll(/<[a-z][^>]*>/g)].flatMap(([tag]) =>
    [...tag.matchAll(/\s(?:src|poster)="([^"]+)"/g)].map(([, address = '']) => address),
  );
}

/** Where a picture, a video or a sound of the folder lies; undefined for all else there, and for what a link leads to outside. */
export async function shownFile(folder: string, path: string): Promise<string | undefined> {
  if (!isShownFile(path) || path.split('/').some((part) => part.startsWith('.'))) return undefined;
  const root = await realpath(folder);
  const file = await realpath(join(root, path)).catch(() => '');
  return file.startsWith(root + sep) && isShownFile(file) ? file : undefined;
}

/** Sends what screens show from the folder, the part of it that was asked for, or nothing: then false. */
export async function sendPicture(folder: string | null, path: string, response: Response): Promise<boolean> {
  const file = folder === null ? undefined : await shownFile(folder, path);
  if (file === undefined) return false;
  // A picture may be a document with scripts (SVG): it gets no rights of its own.
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  response.setHeader('Cache-Control', 'no-cache');
  response.sendFile(file, { dotfiles: 'allow', cacheControl: false });
  return true;
}
