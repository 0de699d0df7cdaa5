/** Photo on screens: a gallery of what is approved; one picture can fill the screen. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import '../look/chart.css';
import { pictureAt } from '../look/picture.ts';
import { ResultTable } from '../look/result-table.tsx';
import { Foot, FormerCount, Waiting } from '../look/waiting.tsx';
import type { ScreenViewProps } from '../views.ts';
import { count, fill } from '../words/say.ts';
import { words } from '../words/screen.ts';
import { columnsFor } from './grid.ts';
import { type Photo, type PhotoOptions, type PhotoRevealed, photo } from './model.ts';
import './screen.css';

type Props = ScreenViewProps<PhotoOptions, PhotoRevealed>;
const none: readonly Photo[] = [];
/** Smaller ones could not be told apart. */
const mostTiles = 24;
/** In narrower tiles a caption is cut to a word or two, which says nothing. */
const mostWithCaptions = 4;

export function PhotoScreen({ question, base, options, revealed, earlier, rule }: Props) {
  const { photos = none, waiting = 0, more = 0, people } = revealed;
  const approved = photos.filter(({ verdict = 'approved' }) => verdict === 'approved');
  const shown = approved.slice(0, mostTiles);
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [box, columns] = useColumns(shown.length);
  const unseen = more + approved.length - shown.length;
  /** On the console for every screen, elsewhere for this screen alone. */
  const choose = (file: string) => {
    if (!rule) setChosen(file);
    else
      void rule.command(file === revealed.enlarged ? { type: 'shrink' } : { type: 'enlarge', photo: file });
  };
  const large = approved.find((each) => each.photo === (revealed.enlarged ?? chosen));
  return (
    <div class="chart photo">
      <div class="chart-body" ref={box}>
        {approved.length === 0 && (
          <Waiting
            people={waiting > 0 && rule === undefined ? 0 : people}
            quiet={rule !== undefined}
            coming={waiting > 0 ? count(words.picturesWaiting, waiting) : words.picturesComing}
          />
        )}
        <ul class="gallery-grid" style={{ '--columns': columns }}>
          {shown.map((each, index) => (
            <li key={each.photo}>
              <button
                type="button"
                aria-pressed={rule ? each.photo === revealed.enlarged : undefined}
                onClick={() => choose(each.photo)}
              >
                <img
                  src={pictureAt(base, `pictures/${each.photo}`)}
                  alt={nameOf(each, approved.length - index)}
                  loading="lazy"
                />
                {each.caption !== '' && columns <= mostWithCaptions && (
                  <span aria-hidden="true" dir="auto">
                    {each.caption}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
        {large && rule === undefined && (
          <Enlarged
            key={large.photo}
            src={pictureAt(base, `pictures/${large.photo}`)}
            caption={large.caption}
            name={nameOf(large, approved.length - approved.indexOf(large))}
            close={() => setChosen(undefined)}
          />
        )}
      </div>
      <Foot people={people}>
        {unseen > 0 && <span>{fill(words.more, { number: unseen })}</span>}
        {waiting > 0 && approved.length > 0 && <span>{count(words.picturesWaiting, waiting)}</span>}
        <FormerCount earlier={earlier} />
      </Foot>
      {revealed.photos && <ResultTable question={question} description={photo.describe(options, revealed)} />}
    </div>
  );
}

/** The picture's caption, or its number in the order of coming. */
function nameOf({ caption }: Photo, number: number): string {
  return caption === '' ? fill(words.picture, { number }) : caption;
}

/** Columns that make the pictures as large as the box allows. */
function useColumns(pictures: number) {
  const box = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState(1);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = () =>
      setColumns(columnsFor(pictures, { width: element.clientWidth, height: element.clientHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [pictures]);
  return [box, columns] as const;
}

interface EnlargedProps {
  readonly src: string;
  readonly caption: string;
  readonly name: string;
  close(): void;
}

/** Over the whole screen: what was drawn on paper has fine lines. */
function Enlarged({ src, caption, name, close }: EnlargedProps) {
  return (
    <button
      type="button"
      class="photo-large"
      title={words.backToAll}
      ref={(element) => element?.focus({ preventScroll: true })}
      onClick={close}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <img src={src} alt={name} />
      {caption !== '' && <span dir="auto">{caption}</span>}
    </button>
  );
}
