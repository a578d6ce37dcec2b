/** How many there are of each, by name. */
export type Shares = readonly (readonly [string, number])[];

/** Numbers by name as bars on one scale, of which `most` is the end. */
export function Bars(props: { readonly title: string; readonly shares: Shares; readonly most: number }) {
  const { title, shares, most } = props;
  if (shares.length === 0) return null;
  return (
    <section className="bars">
      <h3>{title}</h3>
      <ul>
        {shares.map(([name, count]) => (
          <li key={name}>
            <span>{name}</span>
            <progress max={most} value={count} aria-label={name} />
            <span className="amount">{count}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
