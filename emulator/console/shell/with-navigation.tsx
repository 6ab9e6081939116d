import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** A page with a list of places at its left; at the top in narrow windows. */
export function WithNavigation({
  label,
  groups,
  current,
  children,
}: {
  readonly label: string;
  readonly groups: readonly {
    readonly title?: string;
    readonly places: readonly { readonly href: string; readonly title: string }[];
  }[];
  /** The open address: the longest place that is a prefix of it is marked. */
  readonly current: string;
  readonly children: ComponentChildren;
}) {
  const marked = groups
    .flatMap(({ places }) => places)
    .filter(({ href }) => current === href || current.startsWith(`${href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0]?.href;
  const menu = useRef<HTMLElement>(null);
  useEffect(
    () =>
      menu.current
        ?.querySelector('[aria-current]')
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    [marked],
  );
  return (
    <div class="with-nav">
      <nav aria-label={label} ref={menu}>
        {groups.map(({ title, places }) => (
          <>
            {title && <h3>{title}</h3>}
            {places.map(({ href, title: text }) => (
              <a key={href} href={href} {...(href === marked && { 'aria-current': 'page' })}>
                {text}
              </a>
            ))}
          </>
        ))}
      </nav>
      <main class="page">{children}</main>
    </div>
  );
}

/** A page's heading with its actions at the right. */
export function PageHead({
  title,
  trail = [],
  children,
}: {
  readonly title: ComponentChildren;
  /** The way back from this page. */
  readonly trail?: readonly { readonly href: string; readonly title: string }[];
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="page-head">
      {trail.length > 0 && (
        <nav class="breadcrumbs" aria-label="Breadcrumb">
          {trail.map(({ href, title: text }) => (
            <>
              <a href={href}>{text}</a>
              {' › '}
            </>
          ))}
        </nav>
      )}
      <h1>{title}</h1>
      {children}
    </div>
  );
}
