package io.pveplan.model.guest;

import io.pveplan.model.Origin;
import io.pveplan.model.PlanPath;
import io.pveplan.model.backup.BackupJob;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.StorageReach;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one guest has on storages, its backups aside. */
final class GuestContents {

  private final Guest guest;
  private final Set<String> node;
  private final List<StoredContent> found = new ArrayList<>();

  private GuestContents(Guest guest) {
    this.guest = guest;
    this.node = guest.node().map(Set::of).orElse(Set.of());
  }

  static List<StoredContent> of(
      Guest guest, Placement placement, StorageReach reach, SnippetStorages snippets) {
    GuestContents contents = new GuestContents(guest);
    placement.volumes(guest).forEach(volume -> contents.add(volume, reach));
    guest.disks().forEach(contents::addImage);
    if (guest instanceof Container container) {
      contents.add(
          guest.path().child("ostemplate"),
          "template",
          ContentType.VZTMPL,
          container.ostemplate().storage(),
          guest.declaredAt());
    }
    if (guest instanceof Vm vm && vm.cloudInit().isPresent() && !vm.forWindows()) {
      contents.addSnippets(vm, snippets);
    }
    if (guest instanceof Vm vm) {
      contents.addInherited(vm, snippets);
      contents.addOwnDocuments(vm, snippets);
    }
    return List.copyOf(contents.found);
  }

  static boolean replicable(GuestVolume volume, StorageReach reach) {
    return volume.replicated()
        && reach.storage(volume.storage()).orElseThrow() instanceof ZfsPoolStorage;
  }

  static StoredContent backups(BackupJob job, Set<String> nodes) {
    return new StoredContent(
        job.path(),
        "backups of job " + job.id(),
        ContentType.BACKUP,
        job.storage(),
        nodes,
        Optional.empty(),
        job.declaredAt());
  }

  private void add(GuestVolume volume, StorageReach reach) {
    found.add(new StoredContent(
        guest.path().child(volume.name()),
        named(volume.name()),
        volume.content(),
        volume.storage(),
        node,
        replicable(volume, reach) ? Optional.of(guest.vmid()) : Optional.empty(),
        volume.declaredAt()));
  }

  private void addImage(GuestDisk disk) {
    disk.importFrom()
        .ifPresent(image -> add(
            guest.path().child(disk.slot()).child("importFrom"),
            "source of " + disk.slot(),
            ContentType.IMPORT,
            image.storage(),
            disk.declaredAt()));
  }

  private void addSnippets(Vm vm, SnippetStorages snippets) {
    snippets
        .of(vm)
        .ifPresent(storage -> found.add(new StoredContent(
            vm.path().child("cloud-init"),
            named("cloud-init documents"),
            ContentType.SNIPPETS,
            storage.id(),
            snippets.readers(vm),
            Optional.empty(),
            vm.cloudInit().flatMap(CloudInit::declaredAt))));
  }

  // What the planner names is one of its own documents.
  private void addInherited(Vm vm, SnippetStorages snippets) {
    snippets
        .sources()
        .vendorData(vm)
        .filter(source -> source != vm
            && source.cloudInit().filter(it -> it.vendorData().isEmpty()).isPresent())
        .flatMap(snippets::of)
        .ifPresent(storage -> addDocument(vm, "vendor", storage.id(), snippets));
  }

  private void addOwnDocuments(Vm vm, SnippetStorages snippets) {
    snippets
        .sources()
        .own(vm)
        .forEach((part, volume) -> addDocument(vm, part, volume.storage(), snippets));
  }

  private void addDocument(Vm vm, String part, String storage, SnippetStorages snippets) {
    found.add(new StoredContent(
        vm.path().child("cloud-init").child(part),
        named("the " + part + " document of cloud-init"),
        ContentType.SNIPPETS,
        storage,
        snippets.nodes(vm),
        Optional.empty(),
        vm.cloudInit().flatMap(CloudInit::declaredAt).or(vm::declaredAt)));
  }

  private void add(
      PlanPath subject,
      String what,
      ContentType content,
      String storage,
      Optional<Origin> declaredAt) {
    found.add(new StoredContent(
        subject, named(what), content, storage, node, Optional.empty(), declaredAt));
  }

  private String named(String what) {
    return what + " of guest " + guest.vmid() + " (" + guest.name() + ")";
  }
}
