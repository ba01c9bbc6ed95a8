package io.pveplan.rules.failure;

import java.util.SortedSet;

/**
 * Nodes that hear each other.
 *
 * @param nodes their names
 * @param votes their votes, with those of the QDevice if it gives them to them
 */
record Side(SortedSet<String> nodes, int votes) {}
