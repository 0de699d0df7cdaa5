/** What a chart shows of a question that was asked again: two rounds on one axis, and the former alone until somebody answers. */

/**
 * `waiting`: there is nothing to draw, or results are kept. `former`: nobody has answered the later round yet, and the former
 * one stands as what it will be compared with. `result`: what people answered, beside the former round where there was one.
 */
export type Drawn = 'waiting' | 'former' | 'result';

export interface Rounds<Revealed> {
  /** The first round that somebody answered, when this is a later one. */
  readonly first: Revealed | undefined;
  readonly drawn: Drawn;
}

/**
 * `isShown` says of a round whether its result may be seen. A chart that draws `first` whenever there is one has all it needs
 * to let the one round become the other.
 */
export function roundsOf<Revealed extends { readonly people: number }>(
  revealed: Revealed,
  earlier: readonly Revealed[],
  isShown: (round: Revealed) => boolean,
): Rounds<Revealed> {
  const first = earlier.find((round) => round.people > 0 && isShown(round));
  if (revealed.people > 0) {
    return isShown(revealed) ? { first, drawn: 'result' } : { first: undefined, drawn: 'waiting' };
  }
  return { first, drawn: first === undefined ? 'waiting' : 'former' };
}
