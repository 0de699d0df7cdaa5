/** Results by parts of the crowd: what to compare by, and one table for each round that can be compared. */
import { useId } from 'preact/hooks';
import { words } from '../../activities/words/console.ts';
import { count, fill } from '../../activities/words/say.ts';
import type { Comparing, Cut, CutRow } from '../../protocol/views.ts';
import { useScrolls } from '../scrolls.ts';
import type { Kept } from './refresh.ts';

export function Compare({ code, kept }: { readonly code: string; readonly kept: Kept }) {
  const { by, chosen, ready } = kept.results.compare;
  const { lang } = kept.results;
  const id = useId();
  if (by.length === 0) return null;
  return (
    <div class="compare" data-chosen={chosen !== null}>
      <label for={id}>{words.compareBy}</label>
      <select
        id={id}
        value={chosen ?? ''}
        disabled={!ready}
        aria-describedby={`${id}-hint`}
        onChange={(event) => kept.compare(event.currentTarget.value)}
      >
        <option value="">{words.compareNothing}</option>
        {by.map((activity) => (
          <option key={activity.id} value={activity.id} lang={lang}>
            {activity.question}
          </option>
        ))}
      </select>
      {chosen !== null && (
        <a href={`/${code}/cross.csv?by=${encodeURIComponent(chosen)}`} download>
          <span aria-hidden="true">↓ </span>
          {words.compareDownload}
        </a>
      )}
      <p id={`${id}-hint`}>{ready ? words.compareSmall : words.compareLater}</p>
    </div>
  );
}

/** From so many parts on, their names stand upright. */
const manyParts = 5;

interface ComparisonProps {
  readonly cut: Cut;
  /** The question that was answered. */
  readonly about: string;
  readonly by: Comparing;
  readonly lang: string;
}

export function Comparison({ cut, about, by, lang }: ComparisonProps) {
  const box = useScrolls<HTMLDivElement>(cut);
  const parted = by.by.find(({ id }) => id === by.chosen)?.question ?? '';
  const title = fill(words.comparedBy, { question: parted });
  const told = cut.rows.filter(({ cells }) => cells !== null);
  const left = cut.rows.length - told.length;
  const heads = [{ name: words.everybody, people: cut.people }, ...cut.parts];
  return (
    <div class="cut">
      <h4 dir="auto" lang={lang}>
        {title}
      </h4>
      {told.length === 0 ? (
        <p class="cut-note">{words.compareTooFew}</p>
      ) : (
        <>
          <div class="table-box" ref={box}>
            <table data-many={cut.parts.length >= manyParts}>
              <caption class="heard">{`${about} ${title}`}</caption>
              <thead>
                <tr>
                  <td />
                  {heads.map(({ name, people }, index) => (
                    // Two parts may have one name.
                    <th scope="col" key={`part ${index + 1}`} lang={index === 0 ? 'en' : lang} dir="auto">
                      <span>{name}</span> <span class="figures">{people}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody lang={lang}>
                {told.map((row, index) => (
                  <Row key={`row ${index + 1}`} row={row} people={heads.map((head) => head.people)} />
                ))}
              </tbody>
            </table>
          </div>
          {cut.parts.map(
            ({ name, of }) =>
              of.length > 0 && (
                <p class="cut-note" key={name} dir="auto">
                  {fill(words.compareTogether, { name, parts: of.join(', ') })}
                </p>
              ),
          )}
          {left > 0 && <p class="cut-note">{count(words.compareLeftOut, left)}</p>}
        </>
      )}
    </div>
  );
}

/** Shares are bars of one length scale; means have none, since their ends are not the same in every row. */
function Row({ row, people }: { readonly row: CutRow; readonly people: readonly number[] }) {
  const { label, unit, digits, all, cells } = row;
  return (
    <tr>
      <th scope="row" dir="auto">
        {label}
      </th>
      {[all, ...(cells ?? [])].map((value, index) => {
        const share = value / (people[index] ?? 1);
        return (
          // Columns have no name of their own here.
          <td key={`column ${index + 1}`} class="number">
            {unit === 'mean' ? (
              value.toFixed(digits)
            ) : (
              <>
                {`${Math.round(100 * share)}%`} <small>({value})</small>
                <span class="share" style={{ '--share': share }} aria-hidden="true" />
              </>
            )}
          </td>
        );
      })}
    </tr>
  );
}
