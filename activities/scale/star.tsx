/** A star, drawn by us: the letters of typefaces differ too much. */

/** Five points in a box of 24 without margins at the sides, so that a row of stars can be cut at any share. */
const shape =
  'M12 2.2l3.03 6.5 7.02.86-5.18 4.85 1.36 7.02L12 17.96l-6.23 3.47 1.36-7.02L1.95 9.56l7.02-.86z';

export function Star() {
  return (
    <svg class="star" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shape} />
    </svg>
  );
}
