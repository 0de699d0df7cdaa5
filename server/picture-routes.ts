/** Addresses of pictures: those beside the session file, and those that people hand in from their phones. */
import express, { type Request, type RequestHandler, type Router } from 'express';
import { nanoid } from 'nanoid';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { askedModelOf } from '../activities/models.ts';
import type { ParticipantId } from '../protocol/ids.ts';
import { mayOpen } from '../protocol/rights.ts';
import { participantOf } from './access.ts';
import { allowed, isOurs, refuse, rightsOf, type Surroundings, sessionOf, withSession } from './guards.ts';
import { isInNotes, isOnPhones, isOnScreens, sendPicture } from './pictures.ts';
import { isRemoved } from './session/removal.ts';
import { isOpen, type State } from './session/state.ts';

/** Pictures that one participant may hand in within a minute, and in all; and all of a session together. */
const perMinute = 8;
const perParticipant = 40;
const perSession = 1500;
/** Bytes that a phone may send; it scales pictures down before. */
const largestUpload = 12 * 1024 * 1024;
/** Bytes of uploads on their way at the same time: each is held in memory until its picture is made anew. */
const bytesAtOnce = 192 * 1024 * 1024;

export function pictureRoutes(around: Surroundings): Router {
  const router = express.Router({ caseSensitive: true });
  const found = withSession(around);
  const mayOpenFiles = allowed('files', around);
  const body = express.raw({ limit: largestUpload, type: 'image/*' });
  router.get(
    '/:code/files/*path',
    // A picture of a question comes without a token: a hall that has used up its misses is shown it all the same.
    withSession(around, (state, request) => isOnPhones(state, pathOf(request))),
    (request, response, next) => {
      const { room } = sessionOf(response);
      if (isOnPhones(room.state, pathOf(request))) next();
      else mayOpenFiles(request, response, next);
    },
    async (request, response) => {
      const { room, folder } = sessionOf(response);
      const path = pathOf(request);
      const isShown =
        isOnScreens(room.state, path) ||
        (isInNotes(room.state, path) && rightsOf(request, response).some((role) => mayOpen(role, 'notes')));
      const sent = isShown && (await sendPicture(folder, path, response));
      if (!sent) refuse(response, 404, 'malformed');
    },
  );
  router.post('/:code/pictures', found, mayHandIn(around), body, handIn);
  router.get('/:code/pictures/:file', found, async (request, response) => {
    const { room } = sessionOf(response);
    if (rightsOf(request, response).length === 0 && !participantOf(room.state, request.headers)) {
      around.log.warn({ page: 'pictures', status: 401 }, 'request refused');
      return refuse(response, 401, 'not-allowed');
    }
    const jpeg = await room.file(String(request.params.file));
    if (!jpeg) return refuse(response, 404, 'unknown-entry');
    // A file never changes under its id; whoever closes the page leaves nothing behind for long.
    response.setHeader('Cache-Control', 'private, max-age=600');
    response.type('image/jpeg').send(Buffer.from(jpeg));
  });
  return router;
}

/** What stands for `*path` in the address. */
function pathOf({ params }: Request): string {
  const parts: unknown = params.path;
  return Array.isArray(parts) ? parts.join('/') : '';
}

/** Before the picture itself is read: from our page, with a token, within bounds, and only where one is asked for. */
function mayHandIn({ url, log }: Surroundings): RequestHandler {
  const rate = new RateLimiterMemory({ points: perMinute, duration: 60 });
  const sending = new Map<ParticipantId, number>();
  const hasRoom = (participant: ParticipantId, bytes: number) => {
    const held = [...sending.values()].reduce((sum, each) => sum + each, bytes);
    return held <= bytesAtOnce && !sending.has(participant);
  };
  return async (request, response, next) => {
    const { state } = sessionOf(response).room;
    const participant = participantOf(state, request.headers);
    if (!isOurs(request, url()) || !participant) {
      log.warn({ page: 'pictures' }, 'request refused');
      return refuse(response, participant ? 403 : 401, 'not-allowed');
    }
    if (isRemoved(state, participant)) return refuse(response, 403, 'removed');
    if (state.endedAt !== null) return refuse(response, 409, 'ended');
    if (!asksForFiles(state)) return refuse(response, 409, 'closed');
    const own = state.files.count((owner) => owner === participant);
    const isWithin = own < perParticipant && state.files.size < perSession;
    const passes =
      isWithin &&
      (await rate.consume(participant).then(
        () => true,
        () => false,
      ));
    // What says nothing of its size may be as large as any.
    const bytes = Math.min(Number(request.headers['content-length'] ?? largestUpload), largestUpload);
    if (!passes || !hasRoom(participant, bytes)) return refuse(response, 429, 'too-fast');
    sending.set(participant, bytes);
    response.once('close', () => sending.delete(participant));
    response.locals.participant = participant;
    next();
  };
}

function asksForFiles(state: State): boolean {
  return state.activities.some(
    (activity) => isOpen(state, activity) && askedModelOf(activity.definition.kind)?.files !== undefined,
  );
}

const handIn: RequestHandler = async (request, response) => {
  const { room } = sessionOf(response);
  const { participant }: { participant?: ParticipantId } = response.locals;
  const upload: unknown = request.body;
  if (!participant || !(upload instanceof Uint8Array) || upload.length === 0)
    return refuse(response, 415, 'malformed');
  // With the first picture, since most sessions have none: the library takes as much memory as hundreds of phones.
  const { reencode } = await import('./reencode.ts');
  const made = await reencode(upload);
  if ('refused' in made) {
    return made.refused === 'busy' ? refuse(response, 429, 'too-fast') : refuse(response, 415, 'invalid');
  }
  const file = nanoid();
  const outcome = await room.handIn(participant, file, made.jpeg);
  if ('refused' in outcome) return refuse(response, 503, outcome.refused);
  response.status(201).json({ file });
};
