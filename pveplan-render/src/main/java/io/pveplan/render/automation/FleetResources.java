package io.pveplan.render.automation;

import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclBody;
import io.pveplan.render.text.HclGroup;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resources of guests, in which a fleet is one: {@code for_each} over a map with what differs.
 *
 * <p>The address of a guest is that of its fleet with its own key, so another guest at the end changes
 * none. A guest whose blocks are others than those of the first guest of its fleet, as it has one
 * disk more, can not be of the same resource; its resource is named after what differs from the
 * first. Another shape of a guest is another address of it, and another shape of the first one is
 * another address of the others: Terraform has to be told with {@code moved} blocks, otherwise it
 * makes them anew.
 */
final class FleetResources {

  private final Map<String, String> tables;
  private final List<Object> order = new ArrayList<>();
  private final Map<String, Map<String, Fleet>> fleets = new LinkedHashMap<>();

  /** The guests of a fleet by their keys. */
  private static final class Fleet {
    private final String type;
    private final String name;
    private final Map<String, HclBlock> blocks = new LinkedHashMap<>();
    private List<HclGroup> groups = List.of();

    Fleet(String type, String name) {
      this.type = type;
      this.name = name;
    }

    List<HclGroup> groups() {
      if (groups.isEmpty()) {
        groups = HclGroup.of(blocks);
      }
      return groups;
    }

    // No guest is named so: its label has two underscores before a VMID only.
    String label(HclGroup group) {
      return group.difference().isEmpty() ? name : name + "__" + group.difference();
    }
  }

  /**
   * No resources yet.
   *
   * @param tables what the names of maps begin with, by type of resource
   */
  FleetResources(Map<String, String> tables) {
    this.tables = tables;
  }

  /** Adds a resource of a guest; as a row of its fleet, if it is in one. */
  void add(String type, Optional<String> fleet, String key, HclBlock resource) {
    if (fleet.isEmpty()) {
      order.add(resource);
      return;
    }
    fleets
        .computeIfAbsent(type, it -> new LinkedHashMap<>())
        .computeIfAbsent(fleet.get(), name -> begin(type, name))
        .blocks
        .put(key, resource);
  }

  private Fleet begin(String type, String name) {
    Fleet fleet = new Fleet(type, name);
    order.add(fleet);
    return fleet;
  }

  /** The resources, a fleet at the place of its first guest. */
  HclBody resources() {
    HclBody body = HclBody.empty();
    for (Object each : order) {
      if (each instanceof HclBlock resource) {
        body = body.block(resource);
      } else if (each instanceof Fleet fleet) {
        for (HclGroup group : fleet.groups()) {
          HclBlock head = HclBlock.of("resource", fleet.type, fleet.label(group))
              .set("for_each", HclValue.reference("local", table(fleet, group)))
              .blank();
          body = body.block(group.block(head, HclValue.reference("each", "value")));
        }
      }
    }
    return body;
  }

  /** The maps of the fleets; nothing without fleets. */
  Optional<HclBlock> tables() {
    if (fleets.isEmpty()) {
      return Optional.empty();
    }
    HclBlock locals = HclBlock.of("locals");
    for (Object each : order) {
      if (each instanceof Fleet fleet) {
        for (HclGroup group : fleet.groups()) {
          locals = locals.set(table(fleet, group), group.table());
        }
      }
    }
    return Optional.of(locals);
  }

  private String table(Fleet fleet, HclGroup group) {
    return tables.get(fleet.type) + "_" + fleet.label(group);
  }

  /** The address of a guest, in a fleet by its key in the group that has it. */
  HclReference address(String type, Optional<String> fleet, String key) {
    if (fleet.isEmpty()) {
      return HclValue.reference(type, key);
    }
    Fleet of = fleets.get(type).get(fleet.get());
    HclGroup group =
        of.groups().stream().filter(it -> it.keys().contains(key)).findFirst().orElseThrow();
    return HclValue.reference(type, of.label(group)).index(key);
  }

  /** The resources of the fleets of a type. */
  List<HclReference> addresses(String type) {
    return fleets.getOrDefault(type, Map.of()).values().stream()
        .flatMap(fleet ->
            fleet.groups().stream().map(group -> HclValue.reference(type, fleet.label(group))))
        .toList();
  }
}
