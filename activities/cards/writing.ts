/** What a person does with cards on a phone: every change is sent at once, as the whole response it makes. */
import { useEffect, useState } from 'preact/hooks';
import type { PhoneViewProps } from '../views.ts';
import { type CardsResponse, isCardsResponse, nothingWritten, type WrittenCard } from './response.ts';

type Props = Pick<
  PhoneViewProps<unknown, CardsResponse, unknown>,
  'own' | 'draft' | 'keepDraft' | 'send' | 'open'
>;

export interface Writing {
  /** What was sent last, or nothing yet. */
  readonly response: CardsResponse;
  /** What stands in the field. */
  readonly text: string;
  /** Of what stands in the field, where there are columns. */
  readonly column: string | undefined;
  /** Whether a card that was sent is being changed. */
  readonly editing: boolean;
  /** A card that was just taken back. */
  readonly takenBack: WrittenCard | undefined;
  write(text: string): void;
  choose(column: string): void;
  submit(): void;
  edit(card: WrittenCard): void;
  cancel(): void;
  takeBack(card: WrittenCard): void;
  undo(): void;
  /** Votes for a card, or takes the vote back. */
  vote(key: string): void;
  join(key: string): void;
  dropVotes(keys: readonly string[]): void;
}

/** What a response may hold; an author may have edited it since the last one was sent. */
interface Limits {
  /** Ids of the columns. */
  readonly columns: readonly string[];
  readonly votes: number;
  readonly joins: number;
}

export function useWriting(
  { own = nothingWritten, draft, keepDraft, send, open }: Props,
  limits: Limits,
): Writing {
  const response = fitting(own, limits);
  const [kept, setCard] = useState<WrittenCard>(() => drafted(draft, response) ?? blank());
  const [takenBack, setTakenBack] = useState<WrittenCard>();
  const card = placed(kept, limits.columns);
  const sent = response.cards.find(({ id }) => id === card.id);
  const change = (next: WrittenCard) => {
    setCard(next);
    keepDraft(next.text.trim() === '' ? undefined : withCard(response, next));
  };
  /** A draft is the whole response in the making, so it follows what is sent beside it. */
  const sendBeside = (next: CardsResponse) => {
    send(next);
    if (card.text.trim() !== '') keepDraft(withCard(next, card));
  };
  const start = () => {
    setCard({ ...blank(), column: card.column });
    keepDraft(undefined);
  };
  const wasSent = !open && sent !== undefined && sent.text === card.text;
  useEffect(() => {
    // When time ended, the draft went as it was.
    if (wasSent) setCard(blank());
  }, [wasSent]);
  return {
    response,
    text: card.text,
    column: card.column,
    editing: sent !== undefined,
    takenBack,
    write: (text) => change({ ...card, text }),
    choose: (column) => change({ ...card, column }),
    submit() {
      if (card.text.trim() === '' || !open) return;
      setTakenBack(undefined);
      send(withCard(response, { ...card, text: card.text.trim() }));
      start();
    },
    edit: change,
    cancel: start,
    takeBack(gone) {
      setTakenBack(gone);
      if (gone.id === card.id) start();
      const cards = response.cards.filter(({ id }) => id !== gone.id);
      if (gone.id === card.id) send({ ...response, cards });
      else sendBeside({ ...response, cards });
    },
    undo() {
      setTakenBack(undefined);
      if (takenBack) sendBeside(withCard(response, placed(takenBack, limits.columns)));
    },
    vote: (key) => sendBeside({ ...response, votes: toggled(response.votes, key) }),
    join: (key) => sendBeside({ ...response, joins: toggled(response.joins, key) }),
    dropVotes: (keys) =>
      sendBeside({ ...response, votes: response.votes.filter((key) => !keys.includes(key)) }),
  };
}

/** The latest votes and joins count where there are fewer now than there were. */
function fitting({ cards, votes, joins }: CardsResponse, limits: Limits): CardsResponse {
  return {
    cards: cards.map((card) => placed(card, limits.columns)),
    votes: limits.votes === 0 ? [] : votes.slice(-limits.votes),
    joins: limits.joins === 0 ? [] : joins.slice(-limits.joins),
  };
}

/** In a column that there is; in none where there are none. */
function placed({ id, text, column }: WrittenCard, columns: readonly string[]): WrittenCard {
  const [first] = columns;
  if (first === undefined) return { id, text };
  return { id, text, column: column !== undefined && columns.includes(column) ? column : first };
}

/** The card of a kept draft that is not as it was sent. */
function drafted(draft: unknown, { cards }: CardsResponse): WrittenCard | undefined {
  if (!isCardsResponse(draft)) return undefined;
  return draft.cards.find(({ id, text }) => cards.find((each) => each.id === id)?.text !== text);
}

function blank(): WrittenCard {
  return { id: newId(), text: '' };
}

function withCard(response: CardsResponse, card: WrittenCard): CardsResponse {
  const isThere = response.cards.some(({ id }) => id === card.id);
  const cards = !isThere
    ? [...response.cards, card]
    : response.cards.map((each) => (each.id === card.id ? card : each));
  return { ...response, cards };
}

function toggled(keys: readonly string[], key: string): string[] {
  const without = keys.filter((each) => each !== key);
  return without.length < keys.length ? without : [...keys, key];
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** 72 random bits: nobody can guess which card has which writer. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => letters[byte % 64]).join('');
}
