/** Groups on phones: one tap to be in, and then the group in large letters. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { count, fill } from '../words/say.ts';
import type { GroupsPersonal, GroupsResponse, GroupsRevealed } from './model.ts';
import type { GroupsOptions } from './options.ts';
import css from './phone.css?inline';

styled(css);

/** Who was not told a group by then may ask once more, in milliseconds. */
const askAgainAfter = 4_000;
/** Groups that a phone lists. */
const shown = 30;

type Props = PhoneViewProps<GroupsOptions, GroupsResponse, GroupsRevealed, GroupsPersonal>;

export function GroupsPhone({ options, own, open, send, personal, revealed }: Props) {
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return undefined;
    const timer = setTimeout(() => setAsked(false), askAgainAfter);
    return () => clearTimeout(timer);
  }, [asked]);
  const join = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    send({ in: true });
  };
  // What was tapped is so at once; the server tells what follows from it.
  const hasLeft = own?.in === false;
  const group = personal?.is === 'dealt' && !hasLeft ? personal : undefined;
  const isLate = personal?.is === 'late' || (hasLeft && personal?.is === 'dealt');
  const isIn = !isLate && !hasLeft && (personal?.is === 'in' || own !== undefined);
  const leave = () => {
    setAsked(false);
    send({ in: false });
  };
  return (
    <form onSubmit={join}>
      {/* Spoken when it changes: the group comes by itself. */}
      <div class="group-said" aria-live="polite">
        {group ? (
          <Group personal={group} />
        ) : isIn ? (
          <p class="group-in">✓ {words.groupsIn}</p>
        ) : (
          isLate && open && <p class="note">{asked ? words.groupsFinding : words.groupsLate}</p>
        )}
      </div>
      {open && !isIn && !group && (
        <div class="send">
          <button type="submit" class="main-button" disabled={isLate && asked}>
            {isLate ? words.groupsJoin : options.here ? words.groupsHere : words.groupsCountMeIn}
          </button>
        </div>
      )}
      {open && (isIn || group) && <Leave group={group?.name} leave={leave} />}
      {revealed?.sets && revealed.sets.length > 0 && <Results revealed={revealed} />}
    </form>
  );
}

function Group({
  personal: { name, mates, others },
}: {
  personal: Extract<GroupsPersonal, { is: 'dealt' }>;
}) {
  return (
    <div class="group">
      <p class="group-lead">{words.groupsYouAreIn}</p>
      <p class="group-name" dir="auto">
        {name}
      </p>
      {mates.length > 0 && (
        <>
          <p class="group-lead">{words.groupsWith}</p>
          <ul class="group-mates">
            {mates.map((mate, index) => (
              <li key={`${index} ${mate}`} dir="auto">
                {mate}
              </li>
            ))}
          </ul>
        </>
      )}
      {others > 0 && <p>{count(mates.length > 0 ? words.groupsMore : words.groupsOthers, others)}</p>}
    </div>
  );
}

interface LeaveProps {
  /** Its name, once groups were dealt. */
  readonly group: string | undefined;
  leave(): void;
}

/** A place in a group is given up only when asked twice: coming back may lead to another. */
function Leave({ group, leave }: LeaveProps) {
  const [asking, setAsking] = useState(false);
  const stay = useRef<HTMLButtonElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // The focus goes with the question, and comes back.
    if (asking) stay.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking || group === undefined) {
    return (
      <button
        type="button"
        class="quiet-button group-leave"
        ref={opener}
        onClick={() => (group === undefined ? leave() : setAsking(true))}
      >
        {words.groupsLeave}
      </button>
    );
  }
  return (
    <fieldset class="group-sure">
      <legend dir="auto">{fill(words.groupsLeaveSure, { name: group })}</legend>
      <button type="button" class="quiet-button" onClick={leave}>
        {words.groupsLeaveYes}
      </button>
      <button type="button" class="quiet-button" ref={stay} onClick={() => setAsking(false)}>
        {words.groupsStay}
      </button>
    </fieldset>
  );
}

function Results({ revealed: { sets = [], more = 0 } }: { readonly revealed: GroupsRevealed }) {
  const left = more + Math.max(0, sets.length - shown);
  return (
    <section class="results">
      <h2>{words.results}</h2>
      <ul class="shares">
        {sets.slice(0, shown).map(({ name, size, names }, place) => (
          <li key={`${place} ${name}`}>
            <bdi>{name}</bdi>
            <span class="figure">{count(words.groupsPeople, size)}</span>
            {names.length > 0 && (
              <span class="group-names">
                {names.map((each, index) => (
                  <bdi key={`${index} ${each}`}>{each}</bdi>
                ))}
              </span>
            )}
          </li>
        ))}
      </ul>
      {left > 0 && <p class="hint">+ {left}</p>}
    </section>
  );
}
