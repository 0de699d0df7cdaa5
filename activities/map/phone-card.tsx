/** What a person says of one party, or of the link of two others: a few rows of steps each. */
import { useState } from 'preact/hooks';
import { words } from '../words/phone.ts';
import { fill } from '../words/say.ts';
import {
  asParty,
  nameLimit,
  own,
  partyNamed,
  type Seen,
  seenFrom,
  withChange,
  withLink,
  withoutLink,
  withoutParty,
} from './draft.ts';
import type { MapParty, MapResponse } from './response.ts';

interface CardProps {
  readonly id: string;
  readonly map: MapResponse;
  change(map: MapResponse): void;
}

interface PartyCardProps extends CardProps {
  readonly party: MapParty;
  /** False when it is only looked at. */
  readonly open: boolean;
  /** Goes to the one before or after; absent in the list, where all are seen. */
  readonly step?: (by: -1 | 1) => void;
}

export function PartyCard({ id, map, party, open, change, step }: PartyCardProps) {
  const isMe = map.me === party.id;
  return (
    <fieldset class="party-card" aria-label={party.name}>
      <div class="card-head">
        {step && <StepButton sign="‹" label={words.mapPrevious} go={() => step(-1)} />}
        <NameField key={party.id} map={map} party={party} open={open} change={change} />
        {step && <StepButton sign="›" label={words.mapNextParty} go={() => step(1)} />}
      </div>
      <fieldset class="card-all" disabled={!open}>
        <div class="card-says">
          <Steps
            name={`${id}-size`}
            legend={words.mapMatters}
            ends={[words.mapLittle, words.mapMuch]}
            values={steps}
            value={party.size}
            labelOf={(value) => fill(words.stepOf, { value, from: 1, to: 5 })}
            choose={(size) => change(withChange(map, party.id, { size }))}
          >
            {(value) => <i class="step-circle" style={{ '--step': value }} />}
          </Steps>
          {!isMe && <LinkSteps id={id} map={map} here={map.me} there={party.id} change={change} />}
          <div class="card-last">
            <label class="card-me focus-row">
              <input
                type="checkbox"
                checked={isMe}
                onChange={() => change(asParty(map, isMe ? own : party.id))}
              />
              <span>{words.mapMe}</span>
            </label>
            <button type="button" class="quiet-button" onClick={() => change(withoutParty(map, party.id))}>
              {words.mapRemove}
            </button>
          </div>
        </div>
      </fieldset>
    </fieldset>
  );
}

function StepButton({ sign, label, go }: { readonly sign: string; readonly label: string; go(): void }) {
  return (
    <button type="button" class="quiet-button card-step" aria-label={label} onClick={go}>
      {sign}
    </button>
  );
}

/** A name can be put right; one that is empty, or another's, is not taken over. */
function NameField({ map, party, open, change }: Omit<PartyCardProps, 'id' | 'step'>) {
  const [name, setName] = useState(party.name);
  const place = { number: map.parties.indexOf(party) + 1, most: map.parties.length };
  return (
    <label class="field card-name">
      <span>
        {words.mapName} <span class="figure">{fill(words.mapCount, place)}</span>
      </span>
      <input
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={nameLimit}
        value={name}
        disabled={!open}
        onInput={(event) => {
          const next = event.currentTarget.value;
          setName(next);
          const other = partyNamed(map, next);
          if (next.trim() !== '' && (!other || other.id === party.id))
            change(withChange(map, party.id, { name: next.trim() }));
        }}
        onBlur={() => setName(party.name)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
    </label>
  );
}

interface LinkStepsProps extends CardProps {
  readonly here: string;
  readonly there: string;
}

/** How often two talk, who reaches out, and whether there is trust. */
export function LinkSteps({ id, map, here, there, change }: LinkStepsProps) {
  const seen = seenFrom(map, here, there);
  const isMine = here === map.me;
  const set = (next: Partial<Seen>) => change(withLink(map, here, there, next));
  return (
    <>
      <Steps
        name={`${id}-weight`}
        legend={isMine ? words.mapTalk : words.mapTalkTwo}
        ends={[words.mapRarely, words.mapDaily]}
        values={[0, ...steps]}
        value={seen?.weight ?? 0}
        labelOf={(value) => (value === 0 ? words.mapNever : fill(words.stepOf, { value, from: 1, to: 5 }))}
        choose={(weight) => (weight === 0 ? change(withoutLink(map, here, there)) : set({ weight }))}
      >
        {(value) =>
          value === 0 ? <small>{words.mapNever}</small> : <i class="step-line" style={{ '--step': value }} />
        }
      </Steps>
      {seen && (
        <div class="card-pair">
          <Steps
            name={`${id}-direction`}
            legend={words.mapReach}
            values={['here', 'there', 'both', 'none'] as const}
            value={seen.reaches}
            labelOf={(value) => words.mapReaches[isMine ? 'mine' : 'others'][value]}
            choose={(reaches) => set({ reaches })}
          >
            {(value) => <small>{words.mapReaches[isMine ? 'mine' : 'others'][value]}</small>}
          </Steps>
          <Steps
            name={`${id}-trust`}
            legend={words.mapTrust}
            values={[-1, 0, 1] as const}
            value={seen.trust}
            labelOf={(value) => words.mapTrusts[value === 1 ? 'plus' : value === -1 ? 'minus' : 'none']}
            choose={(trust) => set({ trust })}
          >
            {(value) => <b data-trust={value}>{value === 1 ? '+' : value === -1 ? '−' : '○'}</b>}
          </Steps>
        </div>
      )}
    </>
  );
}

const steps: readonly number[] = [1, 2, 3, 4, 5];

interface StepsProps<Value extends string | number> {
  readonly name: string;
  readonly legend: string;
  readonly ends?: readonly [string, string];
  readonly values: readonly Value[];
  readonly value: Value;
  labelOf(value: Value): string;
  choose(value: Value): void;
  /** What stands in a step. */
  children(value: Value): preact.ComponentChild;
}

function Steps<Value extends string | number>({
  name,
  legend,
  ends,
  values,
  value: chosen,
  labelOf,
  choose,
  children,
}: StepsProps<Value>) {
  return (
    <fieldset class="card-steps">
      <legend>
        {legend}
        {ends && <span class="card-ends"> {ends.join(' – ')}</span>}
      </legend>
      <div class="steps" style={{ '--steps': values.length, '--columns': values.length }}>
        {values.map((value) => (
          <label class="step" key={value}>
            <input
              type="radio"
              name={name}
              checked={value === chosen}
              aria-label={labelOf(value)}
              onChange={() => choose(value)}
            />
            <span class="step-sign" aria-hidden="true">
              {children(value)}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
