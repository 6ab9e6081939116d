/** Where a person stands: a place, and how many layers are shown there. The browser's history keeps one for each entry. */
export interface Stop {
  /** The action of a place; null while nothing has been shown yet. */
  readonly place: string | null;
  readonly depth: number;
}

interface Location {
  readonly hash: string;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
}

/** @see https://developers.google.com/apps-script/guides/html/reference/history */
interface PageHistory {
  push(state: Stop, parameters: Location['parameters'], hash: string): void;
  replace(state: Stop, parameters: Location['parameters'], hash: string): void;
  setChangeHandler(handler: (went: { state: unknown; location: Location }) => void): void;
}

declare const google: {
  readonly script: {
    readonly history: PageHistory;
    readonly url: { getLocation(tell: (location: Location) => void): void };
  };
};

/**
 * The addresses of what the page shows: the part after the # names the place, so that a reload, a bookmark and the
 * browser's Back and Forward lead there (TJ1). The page is a frame within Google's, which alone can change the address.
 */
export class Addresses {
  /** What the page was opened with. Every address keeps it. */
  private parameters: Location['parameters'] = {};

  /** @param travel called when a person goes back or forward. */
  constructor(private readonly travel: (stop: Stop) => void) {}

  /** @returns the place that the address names, null for none. */
  first(): Promise<string | null> {
    google.script.history.setChangeHandler(({ state, location }) =>
      this.travel(stopOf(state) ?? { place: location.hash || null, depth: 1 }),
    );
    return new Promise((resolve) =>
      google.script.url.getLocation(({ hash, parameters }) => {
        this.parameters = parameters;
        resolve(hash || null);
      }),
    );
  }

  /** A new entry of the history. */
  push(stop: Stop): void {
    google.script.history.push(stop, this.parameters, stop.place ?? '');
  }

  /** Corrects the present entry. */
  replace(stop: Stop): void {
    google.script.history.replace(stop, this.parameters, stop.place ?? '');
  }
}

/** Entries of an earlier release, or of the page's own address, have none. */
function stopOf(state: unknown): Stop | null {
  if (typeof state !== 'object' || state === null) return null;
  const { place, depth } = state as Partial<Stop>;
  return typeof place === 'string' && typeof depth === 'number' ? { place, depth } : null;
}
