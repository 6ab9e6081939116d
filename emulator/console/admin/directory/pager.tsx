import { Icon } from '../../shell/icon';

/** How many rows a page has, and buttons for the neighboring pages. */
export function Pager({
  sizes,
  size,
  resize,
  previous,
  next,
}: {
  readonly sizes: readonly number[];
  readonly size: number;
  readonly resize: (size: number) => void;
  /** Left out on the first page. */
  readonly previous?: () => void;
  /** Left out on the last page. */
  readonly next?: () => void;
}) {
  return (
    <div class="pager">
      <span class="soft" aria-hidden="true">
        Rows per page
      </span>
      <select
        class="select"
        aria-label="Rows per page"
        value={String(size)}
        onChange={({ currentTarget }) => resize(Number(currentTarget.value))}
      >
        {sizes.map((one) => (
          <option key={one} value={String(one)}>
            {one}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button icon"
        aria-label="Previous page"
        disabled={!previous}
        onClick={previous}
      >
        <Icon name="previous" />
      </button>
      <button
        type="button"
        class="button icon"
        aria-label="Next page"
        disabled={!next}
        onClick={next}
      >
        <Icon name="next" />
      </button>
    </div>
  );
}
