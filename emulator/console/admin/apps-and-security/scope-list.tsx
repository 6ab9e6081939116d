/** A scope and what it allows, in Google's plain words. */
export interface DescribedScope {
  readonly scope: string;
  readonly description: string;
}

/** Scopes as the consoles show them: what each allows, and its address below. */
export function ScopeList({ scopes }: { readonly scopes: readonly DescribedScope[] }) {
  if (scopes.length === 0) return <p class="soft">It asks for no data.</p>;
  return (
    <ul class="scopes">
      {scopes.map(({ scope, description }) => (
        <li key={scope}>
          {description}
          {description !== scope && (
            <>
              <br />
              <code>{scope}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
