package io.pveplan.rules.capacity;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import java.util.List;
import java.util.Optional;

/**
 * Something that takes votes away when it fails.
 *
 * @param path its place in the plan
 * @param title what it is, to begin a sentence with
 * @param nodes the nodes that are down with it, and the QDevice
 * @param perhaps those of which the plan does not tell enough to say
 * @param declaredAt the line that declared it, or the first one in it
 */
record FailureDomain(
    PlanPath path,
    String title,
    List<Voter> nodes,
    List<Voter> perhaps,
    Optional<Origin> declaredAt) {}
