package io.pveplan.rules.capacity;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import java.util.List;
import java.util.Optional;

/**
 * Something that takes nodes down when it fails.
 *
 * @param path its place in the plan
 * @param title what it is, to begin a sentence with
 * @param nodes names of the nodes that are down with it
 * @param perhaps names of the nodes of which the plan does not tell enough to say
 * @param declaredAt the line that declared it, or the first node in it
 */
record FailureDomain(
    PlanPath path,
    String title,
    List<String> nodes,
    List<String> perhaps,
    Optional<Origin> declaredAt) {}
