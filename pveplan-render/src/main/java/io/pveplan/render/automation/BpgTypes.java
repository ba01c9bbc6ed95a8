package io.pveplan.render.automation;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.automation.BpgVersion;
import io.pveplan.model.automation.Terraform;

/**
 * Names of resource types by version of the provider.
 *
 * <p>Resources written with the plugin framework got their short names with 0.100.0, and go by those
 * alone from 1.0 on (provider docs/adr/007-resource-type-name-migration.md and docs/resources at the
 * release tags). Those that came later, and backup jobs, never had another name.
 */
record BpgTypes(BpgVersion version) {

  private static final int SHORT_NAMES = 100;

  static BpgTypes of(ResolvedPlan plan) {
    return new BpgTypes(
        plan.plan().terraform().flatMap(Terraform::bpgVersion).orElse(BpgVersion.READ));
  }

  /** Type that has two names. */
  String of(String name) {
    return version.atLeast(SHORT_NAMES) ? onlyShort(name) : onlyLong(name);
  }

  /** Type that came with its short name. */
  static String onlyShort(String name) {
    return "proxmox_" + name;
  }

  /** Type that has no short name yet. */
  static String onlyLong(String name) {
    return "proxmox_virtual_environment_" + name;
  }

  /** The reason to refuse what came with a later version of the provider. */
  String since(int minor, String what) {
    return version.lacks(minor, what);
  }

  /** Minor releases break things (provider docs/guides/upgrade.md); patches are welcome. */
  String constraint() {
    return "~> " + version;
  }
}
