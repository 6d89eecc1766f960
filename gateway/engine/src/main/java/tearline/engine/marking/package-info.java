/** What markings mean: every scheme parses into one label, labels form a semilattice, and a clearance either dominates a label or does not. */
package tearline.engine.marking;
