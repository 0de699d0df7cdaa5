/** Groups on phones: one tap to be in, and then the group in large letters. */
import { useEffect, useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { count } from '../words/say.ts';
import type { GroupsOptions, GroupsPersonal, GroupsResponse, GroupsRevealed } from './model.ts';
import css from './phone.css?inline';

styled(css);

/** Who was not told a group by then may ask once more, in milliseconds. */
const askAgainAfter = 4_000;
/** Groups that a phone lists. */
const shown = 30;

type Props = PhoneViewProps<GroupsOptions, GroupsResponse, GroupsRevealed, GroupsPersonal>;

export function GroupsPhone({ own, open, send, personal, revealed }: Props) {
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
  const isLate = personal?.is === 'late';
  const isIn = personal?.is === 'in' || (own !== undefined && !isLate);
  return (
    <form onSubmit={join}>
      {/* Spoken when it changes: the group comes by itself. */}
      <div class="group-said" aria-live="polite">
        {personal?.is === 'dealt' ? (
          <Group personal={personal} />
        ) : isIn ? (
          <p class="group-in">✓ {words.groupsIn}</p>
        ) : (
          isLate && <p class="note">{asked ? words.groupsFinding : words.groupsLate}</p>
        )}
      </div>
      {open && !isIn && personal?.is !== 'dealt' && (
        <div class="send">
          <button type="submit" class="main-button" disabled={isLate && asked}>
            {isLate ? words.groupsJoin : words.groupsCountMeIn}
          </button>
        </div>
      )}
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
