import type { StoreIdentity } from '#domain/identity.js';
import { unitTraits, type UnitTrait } from '#evaluation/world.js';

/** What the unit said it has when the records were set up; a question that was not asked counts as "has". */
export function unitTraitsOf(identity: StoreIdentity): Record<UnitTrait, boolean> {
  return Object.fromEntries(unitTraits.map((trait) => [trait, identity.has[trait] ?? true])) as Record<UnitTrait, boolean>;
}
