/** Saves a survey while it is being answered: kept at once, sent a moment later, so that nothing is lost in between. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Milliseconds without a further change until what was chosen is sent, and what is being typed. */
const pause = { choosing: 300, typing: 1200 };

export type Filled = Readonly<Record<string, unknown>>;
export type Answers = Record<string, unknown>;

interface SavingProps {
  /** What stands in the fields when the form is opened: what was kept and not sent, or else the own answers. */
  readonly start: Filled;
  /** What has been sent in this round. */
  readonly own: Answers | undefined;
  readonly open: boolean;
  /** What of the fields may be sent, by question. */
  answersOf(filled: Filled): Answers;
  keep(answers: Answers | undefined): void;
  send(answers: Answers): void;
}

interface Saving {
  readonly filled: Filled;
  fill(question: string, filled: unknown, typing: boolean): void;
  /** Sends what waits. */
  flush(): void;
  /** Sends what waits in a moment: a field is left also when the room moves on, and the form with it. */
  leave(): void;
}

export function useSaving(props: SavingProps): Saving {
  const [filled, setFilled] = useState(props.start);
  const now = useRef(filled);
  const latest = useRef(props);
  latest.current = props;
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  };
  const wait = (ms: number) => {
    stop();
    timer.current = setTimeout(flush, ms);
  };
  const flush = () => {
    if (timer.current === null) return;
    stop();
    const { answersOf, send } = latest.current;
    const answers = answersOf(now.current);
    if (Object.keys(answers).length > 0) send(answers);
  };
  const { open } = props;
  useEffect(() => {
    const { own, answersOf } = latest.current;
    // What was kept is sent where the rest of it was; in a new round people say anew that they mean it.
    const unsent = own !== undefined && JSON.stringify(answersOf(now.current)) !== JSON.stringify(own);
    if (open && unsent) wait(pause.choosing);
    // What closes while something waits says what became of it.
    if (!open) flush();
  }, [open]);
  // A layout effect ends before the form is gone, and so before its fields are left.
  useLayoutEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && flush();
    document.addEventListener('visibilitychange', hidden);
    addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', flush);
      // The room has moved on: what was kept stays kept, until the form is opened again.
      stop();
    };
  }, []);
  return {
    filled,
    flush,
    leave: () => timer.current !== null && wait(0),
    fill(question, value, typing) {
      const next = { ...now.current, [question]: value };
      now.current = next;
      setFilled(next);
      const answers = props.answersOf(next);
      props.keep(Object.keys(answers).length > 0 ? answers : undefined);
      wait(typing ? pause.typing : pause.choosing);
      // The first answer goes at once: from then on the rest of them is known to be wanted.
      if (!typing && props.own === undefined) flush();
    },
  };
}
