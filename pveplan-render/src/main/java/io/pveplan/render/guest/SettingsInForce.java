package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of the machines of a plan, by themselves or since their templates have them. Not for
 * machines that are clones of themselves in the end.
 */
final class SettingsInForce {

  // What a clone has from its template where the plan says nothing of it, beside what is filled in.
  private static final Set<String> INHERITED = Set.of("boot", "serial0");
  private static final Set<String> OF_CLOUD_INIT =
      Set.of("ciuser", "sshkeys", "nameserver", "searchdomain", "ciupgrade", "cicustom");

  private final ResolvedPlan plan;
  private final CloudInitDocuments documents;

  // Each of the many clones of a template is compared with it.
  private final Map<Vmid, Map<String, String>> ofTemplates = new HashMap<>();

  SettingsInForce(ResolvedPlan plan, CloudInitDocuments documents) {
    this.plan = plan;
    this.documents = documents;
  }

  /** What the plan says of a machine. */
  Map<String, String> own(Vm vm) {
    return VmSettings.of(
        vm, vm.cloudInit().flatMap(it -> new Snippets(plan, vm, documents).custom()));
  }

  /** What the template has and a clone has not: it gets all of it. */
  List<String> surplus(Vm clone, Map<String, String> own, Vm template) {
    return ofTemplate(template).keySet().stream()
        .filter(name -> !own.containsKey(name) && !inherits(clone, name))
        .toList();
  }

  /** What is set of a template in the end. */
  Map<String, String> ofTemplate(Vm template) {
    Map<String, String> known = ofTemplates.get(template.vmid());
    if (known == null) {
      known = Collections.unmodifiableMap(inForce(template));
      ofTemplates.put(template.vmid(), known);
    }
    return known;
  }

  private Map<String, String> inForce(Vm vm) {
    Map<String, String> all = new LinkedHashMap<>(own(vm));
    Optional<Vm> template =
        vm.clone().map(Clone::template).flatMap(plan::guest).map(Vm.class::cast);
    template.ifPresent(it -> ofTemplate(it).forEach((name, value) -> {
      if (inherits(vm, name)) {
        all.putIfAbsent(name, value);
      }
    }));
    return all;
  }

  private static boolean inherits(Vm vm, String name) {
    return INHERITED.contains(name) || vm.cloudInit().isEmpty() && ofCloudInit(name);
  }

  private static boolean ofCloudInit(String name) {
    return OF_CLOUD_INIT.contains(name) || name.startsWith("ipconfig");
  }
}
