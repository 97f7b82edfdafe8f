/**
 * Puts pieces one below the other, onto as many pages as they take. A piece is never cut; one
 * that keeps with the next moves with it.
 */

/** What stands on one page: a line, a row, a drawing. Measures are points. */
export interface Piece {
  readonly is: 'piece';
  /** Room above, left out at the head of a page. */
  readonly before: number;
  readonly height: number;
  readonly keep: boolean;
  readonly draw: (x: number, y: number) => void;
  /** Drawn above it once more when it begins a page, as the head of a table is. */
  readonly again?: { readonly height: number; readonly draw: (x: number, y: number) => void };
}

/** Two sides, each flowing on its own. */
export interface Sides {
  readonly is: 'sides';
  readonly before: number;
  readonly left: readonly Item[];
  readonly right: readonly Item[];
  /** From the left edge to the right side. */
  readonly rightX: number;
}

/** Begins a new page when it does not fit into the rest of this one. */
export interface Together {
  readonly is: 'together';
  readonly items: readonly Item[];
}

export type Item = Piece | Sides | Together;

export interface Sheet {
  readonly top: number;
  readonly bottom: number;
  /** Makes that page (0, 1 ...) the one that is drawn on; adds it when there is none. */
  readonly turnTo: (page: number) => void;
}

export interface Place {
  readonly page: number;
  readonly y: number;
}

/** Draws the items from a place on, and gives the place below the last one. */
export function flow(items: readonly Item[], x: number, from: Place, sheet: Sheet): Place {
  let place = from;
  for (let at = 0; at < items.length;) {
    const unit = unitAt(items, at);
    if (needed(unit) > sheet.bottom - place.y && place.y > sheet.top) place = begun(unit[0], x, place.page + 1, sheet);
    for (const item of unit) place = put(item, x, place, sheet);
    at += unit.length;
  }
  return place;
}

/** The first free place of a new page. */
function begun(item: Item | undefined, x: number, page: number, sheet: Sheet): Place {
  const again = item?.is === 'piece' ? item.again : undefined;
  if (again) {
    sheet.turnTo(page);
    again.draw(x, sheet.top);
  }
  return { page, y: sheet.top + (again?.height ?? 0) };
}

/** The items that stay with the one at `from`, itself first. */
function unitAt(items: readonly Item[], from: number): readonly Item[] {
  let to = from;
  for (let item = items[to]; item?.is === 'piece' && item.keep && to + 1 < items.length; item = items[to]) to += 1;
  return items.slice(from, to + 1);
}

/** Height that a unit needs on its page: of sides and parts only what begins them must be there. */
const needed = (unit: readonly Item[]): number => unit.reduce((sum, item) => sum + leadOf(item), 0);

function leadOf(item: Item): number {
  if (item.is === 'piece') return item.before + item.height;
  if (item.is === 'together') return heightOf(item.items);
  return item.before + Math.max(needed(unitAt(item.left, 0)), needed(unitAt(item.right, 0)));
}

/** Height of items that are not broken over pages. */
export function heightOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => {
    if (item.is === 'piece') return sum + item.before + item.height;
    if (item.is === 'together') return sum + heightOf(item.items);
    return sum + item.before + Math.max(heightOf(item.left), heightOf(item.right));
  }, 0);
}

function put(item: Item, x: number, place: Place, sheet: Sheet): Place {
  if (item.is === 'together') return flow(item.items, x, place, sheet);
  const y = place.y === sheet.top ? place.y : place.y + item.before;
  if (item.is === 'sides') {
    const left = flow(item.left, x, { page: place.page, y }, sheet);
    const right = flow(item.right, x + item.rightX, { page: place.page, y }, sheet);
    return later(left, right);
  }
  const here = y + item.height > sheet.bottom && y > sheet.top ? { page: place.page + 1, y: sheet.top } : { page: place.page, y };
  sheet.turnTo(here.page);
  item.draw(x, here.y);
  return { page: here.page, y: here.y + item.height };
}

const later = (one: Place, other: Place): Place => (one.page !== other.page ? (one.page > other.page ? one : other) : one.y > other.y ? one : other);
