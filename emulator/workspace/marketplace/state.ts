/** What the Workspace keeps of this area. Plain JSON. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled in by the area
export interface MarketplaceState {}

export const emptyMarketplaceState = (): MarketplaceState => ({});
