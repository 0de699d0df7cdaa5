/** Map on phones: first who is around, then how one works with each; as a map or as a list, which do the same. */
import { useRef, useState } from 'preact/hooks';
import { styled } from '../look/styled.ts';
import type { PhoneViewProps } from '../views.ts';
import { words } from '../words/phone.ts';
import { type Place, readPlaces, writtenPlaces } from './around.ts';
import { emptyMap, isMap, isOn } from './draft.ts';
import type { MapOptions, MapRevealed } from './model.ts';
import css from './phone.css?inline';
import { Links } from './phone-links.tsx';
import { PartyList, PartyMap } from './phone-parties.tsx';
import { Results } from './phone-results.tsx';
import { Who } from './phone-who.tsx';
import type { MapResponse } from './response.ts';

styled(css);

const views = ['who', 'map', 'list'] as const;
type View = (typeof views)[number];

export function MapPhone(props: PhoneViewProps<MapOptions, MapResponse, MapRevealed>) {
  const { id, options, own, open, send, keepDraft, keepAside, revealed } = props;
  const [map, setMap] = useState<MapResponse>(isMap(props.draft) ? props.draft : (own ?? emptyMap));
  const [view, setView] = useState<View>(map.parties.length === 0 ? 'who' : 'map');
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const [moved, setMoved] = useState(() => readPlaces(props.aside, map));
  const tabs = useRef<HTMLDivElement>(null);
  const change = (next: MapResponse) => {
    setMap(next);
    keepDraft(next.parties.length === 0 ? undefined : next);
    // Who is taken off has no place any more, and leaves none to the next.
    place(new Map([...moved].filter(([each]) => isOn(next, each))));
  };
  const place = (places: ReadonlyMap<string, Place>) => {
    setMoved(places);
    keepAside?.(writtenPlaces(places));
  };
  const show = (next: View) => {
    setView(next);
    // What is said of a party begins with the first.
    if (next === 'map') setChosen(map.parties.find((party) => party.id === chosen)?.id ?? map.parties[0]?.id);
  };
  const goOn = () => {
    show('map');
    requestAnimationFrame(() => {
      tabs.current?.scrollIntoView({ block: 'start' });
      tabs.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus({ preventScroll: true });
    });
  };
  const isEmpty = map.parties.length === 0;
  const submit = (event: Event) => {
    event.preventDefault();
    if (!isEmpty) send(map);
  };
  const me = options.me ?? words.mapYou;
  const shared = { id, map, me, moved, open, change };
  return (
    <form class="map-form" data-view={view} onSubmit={submit}>
      <Tabs id={id} view={view} isEmpty={isEmpty} show={show} tabs={tabs} />
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${view}`}>
        <div class="map-panel">
          {view === 'who' && <Who {...shared} options={options} />}
          {view === 'map' && (
            <PartyMap
              {...shared}
              chosen={chosen}
              choose={setChosen}
              move={(party, to) => place(new Map([...moved, [party, to]]))}
            />
          )}
          {view === 'list' && <PartyList {...shared} chosen={chosen} choose={setChosen} />}
          {view !== 'who' && <Links id={id} map={map} open={open} change={change} />}
        </div>
      </div>
      {open && (
        <div class="send">
          {view === 'who' ? (
            <button key="next" type="button" class="main-button" disabled={isEmpty} onClick={goOn}>
              {words.mapNext}
            </button>
          ) : (
            <button key="send" type="submit" class="main-button" disabled={isEmpty}>
              {own === undefined ? words.send : words.change}
            </button>
          )}
        </div>
      )}
      {revealed?.nodes && <Results revealed={revealed} />}
    </form>
  );
}

interface TabsProps {
  readonly id: string;
  readonly view: View;
  readonly isEmpty: boolean;
  readonly tabs: preact.RefObject<HTMLDivElement | null>;
  show(view: View): void;
}

/** Arrow keys go from one to the next, as in any list of tabs. */
function Tabs({ id, view, isEmpty, tabs, show }: TabsProps) {
  const step = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = views[(views.indexOf(view) + way + views.length) % views.length];
    if (way === 0 || isEmpty || next === undefined) return;
    event.preventDefault();
    show(next);
    document.getElementById(`${id}-tab-${next}`)?.focus();
  };
  return (
    <div class="map-tabs" role="tablist" aria-label={words.mapViews} ref={tabs} onKeyDown={step}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`${id}-tab-${each}`}
          aria-selected={each === view}
          aria-controls={`${id}-panel`}
          tabIndex={each === view ? 0 : -1}
          disabled={isEmpty && each !== 'who'}
          onClick={() => show(each)}
        >
          {words.mapTabs[each]}
        </button>
      ))}
    </div>
  );
}
