/** Fan-out: who is connected to a room, and when each role is sent its view. */
import type { Namespace } from 'socket.io';
import type { ParticipantId } from '../protocol/ids.ts';
import type { Mine } from '../protocol/views.ts';
import { Pace } from './pace.ts';
import { Reactions } from './reactions.ts';
import type { Room } from './room.ts';
import { hasPersonal, personalOf, projectMine, projectPhone } from './session/project-phone.ts';
import {
  paceWearsOff,
  projectEmbed,
  projectPresenter,
  projectRoom,
  type Surroundings,
} from './session/project-screens.ts';
import type { Fault } from './session/see.ts';
import { isTogether } from './session/state.ts';

/** Milliseconds between two views at the least, unless the stage changed. */
const screenEvery = 50;
const phoneEvery = 1000;
const peopleEvery = 250;
/** Sockets that one turn of the event loop sends to: about a millisecond, which answers that come meanwhile do not feel. */
const sliceSize = 64;

/** Names of Socket.IO rooms: all sockets of a session, and slices of its phones. */
const screensOf = (code: string) => code;
const embedOf = (code: string, activity: string) => `${code} ${activity}`;
const sliceOf = (code: string, slice: number) => `${code} ${slice}`;

export interface Namespaces {
  readonly phone: Namespace;
  readonly room: Namespace;
  readonly presenter: Namespace;
}

/** A connected phone, as far as it is told something of its own. */
export interface Member {
  readonly participant: ParticipantId;
  /** The slice it has its place in. */
  slice: number;
  /** What it was told last of what is its own, as JSON. */
  told: string;
  join(socketRoom: string): void;
  tell(mine: Mine): void;
}

export class Fanout {
  readonly #room: Room;
  readonly #to: Namespaces;
  readonly #fault: Fault | undefined;
  readonly #slices: number[] = [];
  readonly #embeds = new Map<string, number>();
  readonly #screens: Pace;
  readonly #people: Pace;
  readonly #phones: Pace;
  readonly #unlisten: () => void;
  /** The view that phones have, without its clock and revision: the same is not sent twice. */
  #phoneView = '';
  #sending = 0;
  #telling = 0;
  #cancelWearingOff: () => void = () => {};
  readonly #members = new Set<Member>();
  readonly reactions: Reactions;
  phones = 0;

  constructor(room: Room, to: Namespaces, fault?: Fault) {
    this.#room = room;
    this.#to = to;
    this.#fault = fault;
    this.reactions = new Reactions(room);
    this.#screens = new Pace(room.clock, screenEvery, () => this.#sendScreens());
    this.#people = new Pace(room.clock, peopleEvery, () => this.#screens.ask());
    this.#phones = new Pace(room.clock, phoneEvery, () => this.#sendPhones());
    this.#unlisten = room.listen(({ urgent }) => {
      if (urgent) {
        this.#phones.now();
        this.#screens.now();
      } else {
        this.#screens.ask();
        if (this.#phonesSeeResults() || hasPersonal(room.state)) this.#phones.ask();
      }
    });
    this.#awaitWearingOff();
  }

  /** Gives a phone its place in a slice. */
  enter(member: Member): void {
    let slice = this.#slices.findIndex((size) => size < sliceSize);
    if (slice < 0) slice = this.#slices.push(0) - 1;
    this.#slices[slice] = (this.#slices[slice] ?? 0) + 1;
    member.slice = slice;
    member.join(sliceOf(this.#code, slice));
    member.told = JSON.stringify(personalOf(this.#room.state)(member.participant));
    this.#members.add(member);
    this.phones++;
    this.#people.ask();
  }

  leave(member: Member): void {
    this.#slices[member.slice] = (this.#slices[member.slice] ?? 1) - 1;
    this.#members.delete(member);
    this.phones--;
    this.#people.ask();
  }

  enterScreen(join: (socketRoom: string) => void): void {
    join(screensOf(this.#code));
  }

  /** Follows one activity alone; the result takes it out again. */
  enterEmbed(activity: string, join: (socketRoom: string) => void): () => void {
    this.#embeds.set(activity, (this.#embeds.get(activity) ?? 0) + 1);
    join(embedOf(this.#code, activity));
    return () => {
      const left = (this.#embeds.get(activity) ?? 1) - 1;
      if (left > 0) this.#embeds.set(activity, left);
      else this.#embeds.delete(activity);
    };
  }

  phoneView() {
    return projectPhone(this.#room.state, this.#room.tallies.of, this.#surroundings());
  }

  roomView() {
    return projectRoom(this.#room.state, this.#room.tallies.of, this.#surroundings());
  }

  presenterView() {
    return projectPresenter(this.#room.state, this.#room.tallies.of, this.#surroundings());
  }

  embedView(activity: string) {
    return projectEmbed(this.#room.state, this.#room.tallies.of, activity, this.#surroundings());
  }

  close(): void {
    this.#unlisten();
    this.#cancelWearingOff();
    for (const pace of [this.#screens, this.#people, this.#phones]) pace.stop();
    this.reactions.close();
  }

  get #code(): string {
    return this.#room.state.code ?? '';
  }

  #surroundings(): Surroundings {
    return {
      now: this.#room.clock.now(),
      people: this.phones,
      warnings: this.#room.warnings,
      fault: this.#fault,
    };
  }

  #phonesSeeResults(): boolean {
    return this.#room.state.activities.some((activity) => activity.shown === true || isTogether(activity));
  }

  /** What was said of the pace wears off with time alone: that is no event, and yet another view. */
  #awaitWearingOff(): void {
    this.#cancelWearingOff();
    const { clock, state } = this.#room;
    const now = clock.now();
    const end = paceWearsOff(state, now);
    this.#cancelWearingOff = end === undefined ? () => {} : clock.after(end - now, () => this.#screens.ask());
  }

  #sendScreens(): void {
    this.#awaitWearingOff();
    const { room, presenter } = this.#to;
    if (hasSockets(room, screensOf(this.#code))) room.to(screensOf(this.#code)).emit('view', this.roomView());
    for (const activity of this.#embeds.keys()) {
      room.to(embedOf(this.#code, activity)).emit('embed', this.embedView(activity));
    }
    if (hasSockets(presenter, screensOf(this.#code))) {
      presenter.to(screensOf(this.#code)).emit('view', this.presenterView());
    }
  }

  #sendPhones(): void {
    this.#tellMembers();
    const view = this.phoneView();
    const { now: _now, revision: _revision, ...shown } = view;
    const text = JSON.stringify(shown);
    if (text === this.#phoneView) return;
    this.#phoneView = text;
    // A newer view overtakes an older one that is still on its way through the slices.
    const sending = ++this.#sending;
    const send = (slice: number) => {
      if (sending !== this.#sending || slice >= this.#slices.length) return;
      if (this.#slices[slice]) this.#to.phone.to(sliceOf(this.#code, slice)).emit('view', view);
      setImmediate(send, slice + 1);
    };
    send(0);
  }

  /** What is personal to a phone travels apart from what is common, and only when it has changed. */
  #tellMembers(): void {
    if (!hasPersonal(this.#room.state)) return;
    const members = [...this.#members];
    const telling = ++this.#telling;
    const tell = (from: number) => {
      if (telling !== this.#telling) return;
      // As it stands by now: whoever answered since must not be told of an older answer.
      const { state } = this.#room;
      const personal = personalOf(state);
      for (const member of members.slice(from, from + sliceSize)) {
        const told = JSON.stringify(personal(member.participant));
        if (told === member.told) continue;
        member.told = told;
        member.tell(projectMine(state, member.participant));
      }
      if (from + sliceSize < members.length) setImmediate(tell, from + sliceSize);
    };
    tell(0);
  }
}

function hasSockets(namespace: Namespace, name: string): boolean {
  return (namespace.adapter.rooms.get(name)?.size ?? 0) > 0;
}
