/** A 32-bit FNV-1a hash: the same id always gives the same sleeve. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  // FNV mixes its low bits least; fold the high ones in.
  value ^= value >>> 15;
  value = Math.imul(value, 0x2c1b3c6d);
  return (value ^ (value >>> 13)) >>> 0;
}

export const motifs = ['sun', 'horns', 'waves', 'lotus', 'strings', 'steps'] as const;
export type Motif = (typeof motifs)[number];

/** How many colour schemes the style sheet has for sleeves. */
export const colourings = 8;

export interface SleeveDesign {
  motif: Motif;
  colouring: number;
  quarterTurns: number;
  /** A number from 0 to 1 that shifts the motif a little. */
  shift: number;
}

/** The sleeve of an artist or track that has no picture: what it looks like follows from its id alone. */
export function designSleeve(id: string): SleeveDesign {
  const value = hash(id);
  return {
    motif: motifs[value % motifs.length] ?? 'sun',
    colouring: Math.floor(value / 7) % colourings,
    quarterTurns: Math.floor(value / 61) % 4,
    shift: (Math.floor(value / 251) % 100) / 100,
  };
}
