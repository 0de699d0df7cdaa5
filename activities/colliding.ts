/**
 * For tests: pairs of texts that have one `fingerprint`, as somebody finds them in a second who means to put one in the
 * place of the other (with blocks that link up, Joux 2004: multicollisions).
 */

/** Hexadecimal digits as control characters, which no screen shows. */
const unseen = (digits: string) =>
  [...digits].map((digit) => String.fromCharCode(0x10 + Number.parseInt(digit, 16))).join('');

const kindEnd =
  '8a8aac80517ffda0efa8c39791ecd68e378e40b8d8980f825be0c9dcaab84151313fa6caf06ee69fa2b9334b46' +
  '2a187c165df64dca00f667dd06b6dbd1c5fb89a1a2b9334b46b77458d0a00b80cfe3d1dd7252752cd1c5fb89a1';
const rudeEnd =
  '36839dc4427ffda0efa8a6532f95ab8e378e40b86ea7941db8ada65f3de84151313fa6caf06ee69fa2b9334b46' +
  '2a187c165df64dca00f6dd7252752cd1c5fb89a18b82560e6fb77458d0a00b80cfe3d167dd06b6dbd1c5fb89a1';

/** They read "Kind" and "Rude", and nothing else. */
export const kindAndRude = [`Kind${unseen(kindEnd)}`, `Rude${unseen(rudeEnd)}`] as const;

const beginning = 'the same words as everybody has who begins a text and goes on to say that we are';
const kindLetters =
  'oildcbhkhbedihbenmgjbacnfchccpkgnoenfdocnileakdnpmfgafhmlogceinbkojhcmbbemegbnmmennphaimoa' +
  'kadpanjgfgmdnklanhdlkondebafgihhiapnpaankmnmgaajaleomppgapafdlojgfeeohcoeipeibkgppabfekekd';
const rudeLetters =
  'lckdjohjkfbjneoklncabacnfchccpkgnoenfdocnileakdnpmfgafhmlogceinbkojhcmbbemegbnmmennphaimoa' +
  'kadpanjgfgjlnffehclckondebafgihhiapnpaanjjjafcdeogfdkkeepilajpncdlibkpcoeipeibkgnpaondkgbc';

/** Made of letters alone, and with the same first 80 of them. */
export const longKindAndRude = [
  `${beginning} kind ${kindLetters}`,
  `${beginning} rude ${rudeLetters}`,
] as const;
