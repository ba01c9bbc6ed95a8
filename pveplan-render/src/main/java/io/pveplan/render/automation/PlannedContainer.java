package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Container;
import io.pveplan.model.ha.HaResource;
import io.pveplan.model.ha.HaState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container with what a provider has to know of it.
 *
 * @param container the container
 * @param ha its HA resource
 * @param label its Terraform identifier
 */
record PlannedContainer(Container container, Optional<HaResource> ha, String label) {

  // pve-container, src/PVE/LXC/Config.pm: ostype. The templates of Proxmox are named after it.
  private static final Pattern SYSTEM = Pattern.compile(
      "(alpine|archlinux|centos|debian|devuan|fedora|gentoo|nixos|opensuse|ubuntu)-.*");

  // src/PVE/LXC/Setup.pm sets these up as CentOS.
  private static final Pattern LIKE_CENTOS = Pattern.compile("(rockylinux|almalinux)-.*");

  static PlannedContainer of(ResolvedPlan plan, Container container, Labels labels) {
    return new PlannedContainer(
        container, plan.placement().haResource(container.vmid()), labels.of(container));
  }

  /** The fleet it is made with. */
  Optional<String> fleet() {
    return container.fleet();
  }

  /** The system that is set up in it, as far as the name of its template tells. */
  Optional<String> system() {
    String file = container.ostemplate().file();
    Matcher system = SYSTEM.matcher(file);
    if (system.matches()) {
      return Optional.of(system.group(1));
    }
    return LIKE_CENTOS.matcher(file).matches() ? Optional.of("centos") : Optional.empty();
  }

  /** Whether it is running once it exists. */
  boolean started() {
    return ha.map(HaResource::state)
        .map(state -> state != HaState.STOPPED && state != HaState.DISABLED)
        .orElse(true);
  }
}
