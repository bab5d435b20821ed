import { expect, test } from 'vitest';
import { colourings, designSleeve, motifs } from './sleeve';

test('an id always has the same sleeve, and many ids use all there is', () => {
  expect(designSleeve('artist-1')).toEqual(designSleeve('artist-1'));
  const designs = Array.from({ length: 500 }, (_, index) => designSleeve(`artist-${index}`));
  expect(new Set(designs.map((design) => design.motif)).size).toBe(motifs.length);
  expect(new Set(designs.map((design) => design.colouring)).size).toBe(colourings);
  const commonest = Math.max(
    ...motifs.map((motif) => designs.filter((design) => design.motif === motif).length),
  );
  expect(commonest).toBeLessThan((designs.length / motifs.length) * 1.6);
});
