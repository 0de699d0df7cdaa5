/** Pictures, videos and sounds that stand beside a session file. */
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Response } from 'express';
import { modelOf } from '../activities/models.ts';
import type { State } from './session/state.ts';
import { isPictureFile, isShownFile } from './session-file/pictures.ts';

/** Whether phones show the picture: one that an activity's options name. `path` is below the folder of the file. */
export function isOnPhones({ activities }: State, path: string): boolean {
  const address = `files/${path}`;
  if (!isPictureFile(path)) return false;
  return activities.some(({ current, definition: { kind, options } }) => {
    const named = current ? modelOf(kind).pictures?.(options) : undefined;
    return named?.some((each) => decodeURIComponent(each) === address) ?? false;
  });
}

/**
 * Sends what screens show from the folder, the part of it that was asked for, and nothing else that is there, nor what a
 * link leads to outside: then false.
 */
export async function sendPicture(folder: string | null, path: string, response: Response): Promise<boolean> {
  if (folder === null || !isShownFile(path) || path.split('/').some((part) => part.startsWith('.')))
    return false;
  const root = await realpath(folder);
  const file = await realpath(join(root, path)).catch(() => '');
  if (!file.startsWith(root + sep) || !isShownFile(file)) return false;
  // A picture may be a document with scripts (SVG): it gets no rights of its own.
  response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  response.setHeader('Cache-Control', 'no-cache');
  response.sendFile(file, { dotfiles: 'allow', cacheControl: false });
  return true;
}
