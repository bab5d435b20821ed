/** Round axis values from 0 that cover `highest`, at most `steps` of them above 0, in whole numbers. */
export function axisTicks(highest: number, steps = 4): number[] {
  if (highest <= 0) return [0, 1];
  const rough = highest / steps;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 10].find((candidate) => candidate * magnitude >= rough) ?? 10;
  const step = Math.max(1, Math.ceil(factor * magnitude));
  const count = Math.ceil(highest / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** Positions of at most `most` labels spread over `count` places, the first always among them. */
export function labelPlaces(count: number, most: number): number[] {
  if (count <= 0) return [];
  const stride = Math.max(1, Math.ceil(count / Math.max(1, most)));
  const places: number[] = [];
  for (let place = 0; place < count; place += stride) places.push(place);
  return places;
}

/** The place of `count` equal bands over `width` that a point at `x` falls on. */
export function bandAt(x: number, width: number, count: number): number {
  if (count <= 0 || width <= 0) return 0;
  return Math.min(count - 1, Math.max(0, Math.floor((x / width) * count)));
}
