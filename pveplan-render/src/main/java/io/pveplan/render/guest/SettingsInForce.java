package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloneSurplus;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.guest.WholeVm;
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
    Map<String, String> inForce = ofTemplate(template);
    return CloneSurplus.of(WholeVm.of(plan.placement(), clone)).stream()
        .filter(name -> inForce.containsKey(name) && !own.containsKey(name))
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
    if (vm.cloudInit().isEmpty()) {
      Optional<Vm> template =
          vm.clone().map(Clone::template).flatMap(plan::guest).map(Vm.class::cast);
      template.ifPresent(it -> ofTemplate(it).forEach((name, value) -> {
        if (ofCloudInit(name)) {
          all.putIfAbsent(name, value);
        }
      }));
    }
    return all;
  }

  private static boolean ofCloudInit(String name) {
    return OF_CLOUD_INIT.contains(name) || name.startsWith("ipconfig");
  }
}
