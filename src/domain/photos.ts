/**
 * Friends' photos: what an objection removes from the photos that Meta says it uses, and what it cannot reach.
 * Pure. It counts photos on accounts and knows nothing about models, faces or training done before.
 */
export interface Person {
  id: string;
  /** Posts to everyone. A photo of a private account is not among what Meta says it uses. */
  open: boolean;
  /** Objected: in our reading this covers all photos on the own account. */
  objected: boolean;
}
export interface Photo {
  by: string;
  /** Ids of the people in it. */
  shows: readonly string[];
}
export interface World {
  people: readonly Person[];
  photos: readonly Photo[];
}
export interface Reach {
  id: string;
  /** Photos that show the person and stand on open accounts: what there was to use before anybody objected. */
  before: number;
  /** Those left after the objections. */
  after: number;
  /** Of those left, the ones on the person's own account. */
  afterOwn: number;
  /** Photos gone because of the person's own objection. */
  byOwn: number;
  /** Photos gone because of others' objections. */
  byOthers: number;
  /** Photos that show the person on accounts that are not open. */
  closed: number;
}

/** Throws on a photo by or of a person who is not in the world. */
export function reach(world: World): Reach[] {
  const people = new Map(world.people.map((p) => [p.id, p]));
  const person = (id: string): Person => {
    const p = people.get(id);
    if (!p) throw new Error(`photo names "${id}", who is not among the people`);
    return p;
  };
  for (const photo of world.photos) [photo.by, ...photo.shows].forEach(person);
  return world.people.map(({ id }) => {
    const of = world.photos.filter((p) => p.shows.includes(id));
    const open = of.filter((p) => person(p.by).open);
    const left = open.filter((p) => !person(p.by).objected);
    const gone = open.filter((p) => person(p.by).objected);
    return {
      id,
      before: open.length,
      after: left.length,
      afterOwn: left.filter((p) => p.by === id).length,
      byOwn: gone.filter((p) => p.by === id).length,
      byOthers: gone.filter((p) => p.by !== id).length,
      closed: of.length - open.length,
    };
  });
}

/** What the reader sets: how many photos each has posted, to whom, and who objected. The first is the reader. */
export interface Setting {
  photos: number;
  open: boolean;
  objected: boolean;
}
export const LIMITS = { friends: 8, photos: 20 };
export const YOU = 'you';
export const friendId = (i: number): string => `friend-${i + 1}`;

/**
 * The world of the page: each friend's photos show the friend and you; your own show you and all friends.
 */
export function worldOf(settings: readonly Setting[]): World {
  const ids = settings.map((_, i) => (i === 0 ? YOU : friendId(i - 1)));
  return {
    people: settings.map((s, i) => ({ id: ids[i] as string, open: s.open, objected: s.objected })),
    photos: settings.flatMap((s, i) => Array.from({ length: s.photos }, () => ({ by: ids[i] as string, shows: i === 0 ? ids : [ids[i] as string, YOU] }))),
  };
}

/** `4on-10on-3py`: photos, open or private (o, p), objected or not (y, n); you first. */
export const settingsCode = (settings: readonly Setting[]): string => settings.map((s) => `${s.photos}${s.open ? 'o' : 'p'}${s.objected ? 'y' : 'n'}`).join('-');
/** Reads a code; anything else, or more than the page can show, gives nothing. */
export function parseSettings(code: string): Setting[] | undefined {
  const parts = code.split('-');
  if (parts.length < 2 || parts.length > LIMITS.friends + 1) return undefined;
  const settings: Setting[] = [];
  for (const part of parts) {
    const m = /^(\d{1,2})([op])([yn])$/.exec(part);
    const photos = Number(m?.[1]);
    if (!m || photos > LIMITS.photos) return undefined;
    settings.push({ photos, open: m[2] === 'o', objected: m[3] === 'y' });
  }
  return settings;
}

/** What remains when k of n friends with equally many photos act: (n - k) / n. Own arithmetic. */
export const shareLeft = (friends: number, acting: number): number => (friends === 0 ? 0 : (friends - acting) / friends);

/**
 * A sketch, not a measurement: how much of what can be reached about a person's words others' texts reveal. It
 * rises fast and saturates at the study's upper bound (Bagrow, Liu, Mitchell 2019: up to 95 %). The rate is ours.
 */
export const INFERENCE = { bound: 0.95, rate: 4, ownLevelAt: 8.5 };
export const inferenceSketch = (contacts: number): number => INFERENCE.bound * (1 - Math.exp(-contacts / INFERENCE.rate));
