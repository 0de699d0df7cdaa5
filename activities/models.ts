/** The kinds there are: one line each. Everything else asks this registry. */
import { agenda } from './agenda/model.ts';
import { board } from './board/model.ts';
import { chart } from './chart/model.ts';
import { cloud } from './cloud/model.ts';
import { grid } from './grid/model.ts';
import { groups } from './groups/model.ts';
import type { AnyAskedKind, AnyKind, DerivedColumn } from './kind.ts';
import { map } from './map/model.ts';
import { number } from './number/model.ts';
import { photo } from './photo/model.ts';
import { pin } from './pin/model.ts';
import { points } from './points/model.ts';
import { poll } from './poll/model.ts';
import { qa } from './qa/model.ts';
import { quiz } from './quiz/model.ts';
import { rank } from './rank/model.ts';
import { scale } from './scale/model.ts';
import { sort } from './sort/model.ts';
import { survey } from './survey/model.ts';
import { text } from './text/model.ts';
import { timer } from './timer/model.ts';

export const models = {
  poll,
  quiz,
  cloud,
  text,
  scale,
  groups,
  timer,
  rank,
  points,
  number,
  survey,
  qa,
  board,
  map,
  sort,
  grid,
  pin,
  agenda,
  photo,
  chart,
} satisfies Record<string, AnyKind>;

export type KindName = keyof typeof models;

export const kindNames = Object.keys(models).filter(isKindName);

export function isKindName(name: string): name is KindName {
  return Object.hasOwn(models, name);
}

/** The model of a kind, as the engine sees it. */
export function modelOf(kind: KindName): AnyKind {
  return models[kind];
}

/** The model of a kind that takes answers, or undefined for a display-only kind. */
export function askedModelOf(kind: KindName): AnyAskedKind | undefined {
  const model = modelOf(kind);
  return model.asks ? model : undefined;
}

/** Columns of what downloads hold beside the answers. */
export function derivedColumnsOf({ derived }: AnyAskedKind, options: unknown): readonly DerivedColumn[] {
  return derived ? [...derived.columns, ...(derived.columnsFor?.(options) ?? [])] : [];
}

/** The model of a kind whose state changes as the session goes on: by answers, or by what the presenter does with it. */
export function liveModelOf(kind: KindName): AnyKind | undefined {
  const model = modelOf(kind);
  return model.asks || model.steering ? model : undefined;
}

/** Types of the commands that kinds add to the presenter's. */
export const kindCommandNames: readonly string[] = [
  ...new Set(kindNames.flatMap((kind) => Object.keys(modelOf(kind).steering?.commands ?? {}))),
];
