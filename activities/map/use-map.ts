/** A map laid out in its box, remembered from one drawing to the next so that it stays calm. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Box, useBox } from '../look/box.ts';
import { whenLettered } from '../look/lettered.ts';
import { words } from '../words/screen.ts';
import { type Measure, measureIn } from './label.ts';
import { type Arrangement, arrange, nowhere as unplaced } from './layout.ts';
import type { MapRevealed } from './model.ts';
import { us } from './response.ts';
import { bondsOf, type Shape, type Page as ShapePage, scales, shapesOf, strokesOf } from './shape.ts';

interface Page {
  readonly measure: Measure;
  readonly em: number;
}

interface Memory {
  /** Where parties stand, or stood when they were last among the most named. */
  readonly arrangement: Arrangement;
  readonly box: Box | undefined;
}

const nothing: Memory = { arrangement: unplaced, box: undefined };
/** Weight of the names, which the styles set too. */
const weight = 560;

/** `earlier` is the former round, whose parties keep their places. */
export function useMap(revealed: MapRevealed, earlier: MapRevealed | undefined) {
  const { ref, box } = useBox<HTMLDivElement>();
  const [page, setPage] = useState<Page>();
  useEffect(() => {
    return whenLettered(() => {
      if (!ref.current) return;
      const { fontFamily, fontSize } = getComputedStyle(ref.current);
      setPage({ measure: measureIn(fontFamily, weight), em: Number.parseFloat(fontSize) });
    });
  }, [ref, box]);
  const memory = useRef(nothing);
  const drawn = useMemo(() => {
    if (!box || !page) return undefined;
    if (memory.current === nothing && earlier) memory.current = layOut(earlier, nothing, box, page).memory;
    const former = earlier?.nodes && new Set(earlier.nodes.map(({ key }) => key));
    const map = layOut(revealed, memory.current, box, page, former);
    memory.current = map.memory;
    return map;
  }, [revealed, earlier, box, page]);
  return { ref, box, em: page?.em ?? 0, drawn };
}

function layOut(
  revealed: MapRevealed,
  memory: Memory,
  box: Box,
  { measure, em }: Page,
  former?: ReadonlySet<string>,
) {
  const before = scaled(memory, box);
  const { shapes, arrangement } = fitted(revealed, before, { em, measure, frame: box }, former);
  const { spots } = arrangement;
  const drawn = shapes.filter(({ key }) => spots.has(key));
  return {
    shapes: drawn,
    strokes: strokesOf(revealed, em),
    /** Parties for which there was no room. */
    left: (revealed.nodes ?? []).length - drawn.filter(({ key }) => key !== us).length,
    placed: new Map(
      drawn.flatMap((shape: Shape) => {
        const spot = spots.get(shape.key);
        return spot ? [[shape.key, spot] as const] : [];
      }),
    ),
    memory: { arrangement: { ...arrangement, spots: new Map([...before.spots, ...spots]) }, box },
  };
}

/** As large as all find a place. */
function fitted(revealed: MapRevealed, before: Arrangement, page: ShapePage, former?: ReadonlySet<string>) {
  const said = { us: words.mapUs, isNew: words.mapNew };
  const bonds = bondsOf(revealed);
  const all = (revealed.nodes ?? []).length + ((revealed.us ?? 0) > 0 ? 1 : 0);
  for (const scale of scales) {
    const shapes = shapesOf(revealed, scale, page, said, former);
    if (scale !== smallest && shapes.length < all) continue;
    const arrangement = arrange(shapes, bonds, before, page.frame);
    if (scale === smallest || arrangement.left.size === 0) return { shapes, arrangement };
  }
  return { shapes: [], arrangement: before };
}

const smallest = scales.at(-1);

/** The same arrangement in a box of another size. */
function scaled({ arrangement, box: old }: Memory, box: Box): Arrangement {
  if (!old || old === box) return arrangement;
  const [across, down] = [box.width / old.width, box.height / old.height];
  const spots = [...arrangement.spots].map(
    ([key, { x, y }]) => [key, { x: x * across, y: y * down }] as const,
  );
  return { ...arrangement, spots: new Map(spots) };
}
