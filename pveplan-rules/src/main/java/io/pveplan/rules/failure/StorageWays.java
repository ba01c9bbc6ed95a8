package io.pveplan.rules.failure;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.NetworkPath;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.IscsiPath;
import io.pveplan.model.storage.IscsiPaths;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.Portal;
import io.pveplan.model.storage.Storage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ways of nodes to storages on servers, computed for a node when it is first asked for. */
final class StorageWays {

  /**
   * A way to a server.
   *
   * @param place address or name of the server
   */
  record Way(String place, Optional<NetworkPath> path) {}

  /**
   * What a node needs of a storage.
   *
   * @param parts the LUNs of it, or all it is, each with the ways of which one must work
   */
  record Need(Storage storage, List<List<Way>> parts) {}

  private final ResolvedPlan plan;
  private final Map<String, List<Need>> byNode = new HashMap<>();

  StorageWays(ResolvedPlan plan) {
    this.plan = plan;
  }

  /** What a node needs of the storages on servers that it has. */
  List<Need> of(String node) {
    return byNode.computeIfAbsent(node, this::needs);
  }

  private List<Need> needs(String node) {
    List<Need> needs = new ArrayList<>();
    for (Storage storage : plan.storages()) {
      if (plan.reach().reaches(node, storage.id()) && holds(storage)) {
        List<List<Way>> parts = parts(node, storage);
        parts.removeIf(List::isEmpty);
        if (!parts.isEmpty()) {
          needs.add(new Need(storage, List.copyOf(parts)));
        }
      }
    }
    return List.copyOf(needs);
  }

  // A target may be there for a volume group alone, which is told of instead.
  private boolean holds(Storage storage) {
    return !(storage instanceof IscsiStorage)
        || !plan.reach().content(storage).equals(Set.of(ContentType.NONE));
  }

  private List<List<Way>> parts(String node, Storage storage) {
    List<List<Way>> parts = new ArrayList<>();
    if (storage instanceof IscsiStorage target) {
      parts.add(ways(
          node,
          plan.lunPaths(node, target),
          target.portals().stream().map(Portal::server).toList()));
    } else if (storage instanceof LvmStorage group && group.shared()) {
      for (LunId lun : plan.luns().below(group)) {
        parts.add(ways(
            node,
            plan.iscsiPaths(node, lun),
            plan.luns().targets(lun).stream()
                .flatMap(target -> target.portals().stream())
                .map(Portal::server)
                .toList()));
      }
      if (parts.isEmpty()) {
        onlyTarget(group).ifPresent(target -> parts.addAll(parts(node, target)));
      }
    } else {
      parts.add(
          OtherServer.places(storage).stream().map(place -> way(node, place)).toList());
    }
    return parts;
  }

  // A volume group of which the plan tells no LUN lies on the only target there is.
  private Optional<IscsiStorage> onlyTarget(LvmStorage group) {
    List<IscsiStorage> targets = plan.storages().stream()
        .filter(IscsiStorage.class::isInstance)
        .map(IscsiStorage.class::cast)
        .toList();
    return group.base().isEmpty() && targets.size() == 1
        ? Optional.of(targets.get(0))
        : Optional.empty();
  }

  // Portals behind a router are on no path; the way to them is that of the node's name.
  private List<Way> ways(String node, IscsiPaths paths, List<String> portals) {
    if (paths.all().isEmpty()) {
      return portals.stream().map(place -> way(node, place)).toList();
    }
    List<Way> ways = new ArrayList<>();
    for (IscsiPath path : paths.all()) {
      path.portal()
          .address()
          .ifPresent(address -> ways.add(new Way(address.toString(), Optional.of(path.way()))));
    }
    return List.copyOf(ways);
  }

  // What a name stands for is not known; the way there is taken to be that of the node's name.
  private Way way(String node, String place) {
    return new Way(
        OtherServer.place(place),
        IpAddress.tryParse(place)
            .map(address -> Ways.to(plan, node, address))
            .orElseGet(() -> Ways.byName(plan, node)));
  }
}
