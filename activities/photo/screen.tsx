/** Photo on screens: a gallery of what is approved; one picture can fill the screen. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
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

export function PhotoScreen({ question, base, options, revealed, earlier, rule, aloud = false }: Props) {
  const { photos = none, waiting = 0, more = 0, people, enlarged } = revealed;
  const approved = photos.filter(({ verdict = 'approved' }) => verdict === 'approved');
  const shown = approved.slice(0, mostTiles);
  const { large, isOwn, enlarge } = useLarge(enlarged);
  const [box, columns] = useColumns(shown.length);
  const unseen = more + approved.length - shown.length;
  /** On the console for every screen, elsewhere for this screen alone. */
  const choose = (file: string) => {
    if (!rule) enlarge(file);
    else void rule.command(file === revealed.chosen ? { type: 'shrink' } : { type: 'enlarge', photo: file });
  };
  const shownLarge = approved.find((each) => each.photo === large);
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
                aria-pressed={rule ? each.photo === revealed.chosen : undefined}
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
        {shownLarge && rule === undefined && (
          <Enlarged
            key={shownLarge.photo}
            src={pictureAt(base, `pictures/${shownLarge.photo}`)}
            caption={shownLarge.caption}
            name={nameOf(shownLarge, approved.length - approved.indexOf(shownLarge))}
            whole={aloud || isOwn}
            close={() => enlarge(undefined)}
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

/** The picture that is large here: the console's, until this screen chooses for itself. The console's next word counts. */
function useLarge(enlarged: string | undefined) {
  const [own, setOwn] = useState<{ photo: string | undefined } | undefined>(undefined);
  useEffect(() => setOwn(undefined), [enlarged]);
  return {
    large: own ? own.photo : enlarged,
    isOwn: own !== undefined,
    enlarge: (photo: string | undefined) => setOwn({ photo }),
  };
}

interface EnlargedProps {
  readonly src: string;
  readonly caption: string;
  readonly name: string;
  /** Over the whole screen; else over the page that the chart is scaled with, as in a preview. */
  readonly whole: boolean;
  close(): void;
}

/**
 * As large as can be: what was drawn on paper has fine lines. A popover, since what stands in a slide is scaled and
 * clipped with it; not a modal dialog, which would hold the room's keys and outlive its slide.
 */
function Enlarged({ src, caption, name, whole, close }: EnlargedProps) {
  const button = useRef<HTMLButtonElement>(null);
  // Not before the paint: a slide is drawn before it stands in the page.
  useEffect(() => {
    const show = () => {
      if (!button.current?.isConnected) return;
      if (whole) {
        button.current.hidePopover();
        button.current.showPopover();
      }
      button.current.focus({ preventScroll: true });
    };
    show();
    // A page that fills the screen comes to lie above what was there before.
    document.addEventListener('fullscreenchange', show);
    return () => document.removeEventListener('fullscreenchange', show);
  }, [whole]);
  const closing = useRef(close);
  closing.current = close;
  useLayoutEffect(() => {
    // Over the whole screen nothing else is meant, wherever the focus is.
    const target = whole ? document : button.current;
    const press = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
      event.stopPropagation();
      closing.current();
    };
    target?.addEventListener('keydown', press, { capture: true });
    return () => target?.removeEventListener('keydown', press, { capture: true });
  }, [whole]);
  return (
    <button
      ref={button}
      type="button"
      {...(whole ? { popover: 'manual' as const } : {})}
      class="photo-large"
      title={words.backToAll}
      onClick={close}
    >
      <img src={src} alt={name} />
      {caption !== '' && <span dir="auto">{caption}</span>}
    </button>
  );
}
