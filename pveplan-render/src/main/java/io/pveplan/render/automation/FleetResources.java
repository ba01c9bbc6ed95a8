package io.pveplan.render.automation;

import io.pveplan.render.text.HclBlock;
import io.pveplan.render.text.HclBody;
import io.pveplan.render.text.HclFile;
import io.pveplan.render.text.HclGroup;
import io.pveplan.render.text.HclReference;
import io.pveplan.render.text.HclSink;
import io.pveplan.render.text.HclValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Resources of guests, in which a fleet is one: {@code for_each} over a map with what differs.
 *
 * <p>The address of a guest is that of its fleet with its own key, whatever blocks it has: neither
 * another guest nor a disk more gives it another one, which would have Terraform make it anew. What
 * {@code lifecycle} needs for one guest holds for its fleet; what it ignores in a block that another
 * guest does not have is passed over there (terraform,
 * internal/terraform/node_resource_abstract_instance.go, processIgnoreChangesIndividual).
 */
final class FleetResources {

  // About those of a guest.
  private static final int BYTES = 768;

  private final Map<String, String> tables;
  private final int guests;
  private final List<Object> order = new ArrayList<>();
  private final Map<String, Map<String, Fleet>> fleets = new LinkedHashMap<>();

  /** The guests of a fleet by their keys. */
  private static final class Fleet {
    private final String type;
    private final String name;
    private final HclGroup group = new HclGroup();

    Fleet(String type, String name) {
      this.type = type;
      this.name = name;
    }
  }

  /**
   * No resources yet.
   *
   * @param tables what the names of maps begin with, by type of resource
   * @param guests how many there will be
   */
  FleetResources(Map<String, String> tables, int guests) {
    this.tables = tables;
    this.guests = guests;
  }

  /** Adds a resource of a guest; as a row of its fleet, if it is in one. */
  void add(String type, Optional<String> fleet, String key, HclBlock resource) {
    if (fleet.isPresent()) {
      group(type, fleet.get()).add(key, resource);
    } else {
      file().add(resource);
    }
  }

  /** Takes a resource of a guest piece by piece. */
  HclSink add(String type, Optional<String> fleet, String key) {
    return fleet.isPresent() ? group(type, fleet.get()).add(key) : file();
  }

  private HclGroup group(String type, String fleet) {
    return fleets
        .computeIfAbsent(type, it -> new LinkedHashMap<>())
        .computeIfAbsent(fleet, name -> begin(type, name))
        .group;
  }

  // Blocks that stand alone are written at once: ten thousand of them are much to keep.
  private HclFile file() {
    if (!order.isEmpty() && order.get(order.size() - 1) instanceof HclFile file) {
      return file;
    }
    HclFile file = order.isEmpty() ? new HclFile(BYTES + BYTES * guests) : new HclFile();
    order.add(file);
    return file;
  }

  private Fleet begin(String type, String name) {
    Fleet fleet = new Fleet(type, name);
    order.add(fleet);
    return fleet;
  }

  /** The resources, a fleet at the place of its first guest. */
  String resources() {
    if (order.size() == 1 && order.get(0) instanceof HclFile alone) {
      return alone.text();
    }
    return order.stream()
        .map(each -> each instanceof Fleet fleet ? resource(fleet) : ((HclFile) each).text())
        .collect(Collectors.joining("\n"));
  }

  private String resource(Fleet fleet) {
    HclBlock head = HclBlock.of("resource", fleet.type, Labels.ofFleet(fleet.name))
        .set("for_each", HclValue.reference("local", table(fleet)))
        .blank();
    return HclBody.empty()
        .block(fleet.group.block(head, HclValue.reference("each", "value")))
        .text();
  }

  /** The maps of the fleets; nothing without fleets. */
  Optional<HclBlock> tables() {
    if (fleets.isEmpty()) {
      return Optional.empty();
    }
    HclBlock locals = HclBlock.of("locals");
    for (Object each : order) {
      if (each instanceof Fleet fleet) {
        locals = locals.set(table(fleet), fleet.group.table());
      }
    }
    return Optional.of(locals);
  }

  private String table(Fleet fleet) {
    return tables.get(fleet.type) + "_" + fleet.name;
  }

  /** The address of a guest, in a fleet by its key. */
  static HclReference address(String type, Optional<String> fleet, String key) {
    return fleet
        .map(name -> reference(type, name).index(key))
        .orElseGet(() -> HclValue.reference(type, key));
  }

  /** The resource of a fleet. */
  static HclReference reference(String type, String fleet) {
    return HclValue.reference(type, Labels.ofFleet(fleet));
  }

  /** The resources of the fleets of a type, by their labels. */
  Map<String, HclReference> addresses(String type) {
    Map<String, HclReference> addresses = new LinkedHashMap<>();
    fleets
        .getOrDefault(type, Map.of())
        .keySet()
        .forEach(name -> addresses.put(Labels.ofFleet(name), reference(type, name)));
    return addresses;
  }
}
