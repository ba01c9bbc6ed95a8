package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.Clone;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.CloudInitCommand;
import io.pveplan.model.guest.CloudInitFile;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What cloud-init does on a machine once: time zone, locale, packages, files and commands, those of
 * its template before its own. cloud-init takes each key whole from the first document that has it,
 * user-data before vendor-data (cloudinit/helpers.py, ConfigMerger; cloudinit/mergers/m_dict.py), and
 * a machine has one vendor-data document, so that a clone with some of its own would lose the rest.
 */
record CloudInitWork(
    Optional<String> timezone,
    Optional<String> locale,
    List<String> packages,
    List<CloudInitFile> files,
    List<List<String>> commands) {

  private static final String AGENT = "qemu-guest-agent";

  // The package of some distributions enables it and that of others does not.
  private static final List<String> ENABLE = List.of("systemctl", "enable", "--now", AGENT);

  private static final CloudInitWork NOTHING =
      new CloudInitWork(Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

  /** All of it, as a vendor-data document says it. */
  static CloudInitWork of(ResolvedPlan plan, Vm vm, CloudInit settings) {
    return of(plan, vm, settings, new HashSet<>());
  }

  /** What user-data has to say so that, with the vendor-data of the template below it, all is done. */
  static CloudInitWork aboveVendorData(ResolvedPlan plan, Vm vm, CloudInit settings) {
    CloudInitWork all = of(plan, vm, settings);
    int ofTemplate = inherited(plan, vm, settings, new HashSet<>()).commands().size();
    return new CloudInitWork(
        settings.timezone(),
        settings.locale(),
        settings.packages().isEmpty() ? List.of() : all.packages(),
        settings.files().isEmpty() ? List.of() : all.files(),
        all.commands().size() == ofTemplate ? List.of() : all.commands());
  }

  private static CloudInitWork of(ResolvedPlan plan, Vm vm, CloudInit settings, Set<Vmid> seen) {
    CloudInitWork before = inherited(plan, vm, settings, seen);
    Set<String> packages = new LinkedHashSet<>(before.packages());
    packages.addAll(settings.packages());
    List<CloudInitFile> files = new ArrayList<>(before.files());
    files.addAll(settings.files());
    List<List<String>> commands = new ArrayList<>(before.commands());
    if (vm.agent() && packages.contains(AGENT) && !commands.contains(ENABLE)) {
      commands.add(ENABLE);
    }
    settings.commands().stream().map(CloudInitCommand::words).forEach(commands::add);
    return new CloudInitWork(
        settings.timezone().or(before::timezone),
        settings.locale().or(before::locale),
        List.copyOf(packages),
        files,
        commands);
  }

  // Only what is put somewhere is read.
  private static CloudInitWork inherited(
      ResolvedPlan plan, Vm vm, CloudInit settings, Set<Vmid> seen) {
    if (settings.vendorData().isPresent() || !seen.add(vm.vmid())) {
      return NOTHING;
    }
    return vm.clone()
        .map(Clone::template)
        .flatMap(plan::guest)
        .filter(Vm.class::isInstance)
        .map(Vm.class::cast)
        .flatMap(plan.contents()::vendorDataOf)
        .filter(source -> plan.contents().snippetStorage(source).isPresent())
        .flatMap(source -> source
            .cloudInit()
            .filter(it -> it.vendorData().isEmpty())
            .map(it -> of(plan, source, it, seen)))
        .orElse(NOTHING);
  }
}
