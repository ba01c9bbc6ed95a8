package io.pveplan.model.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The tree of a plan, out of which goes what can not be read. Places are named as in the text, also
 * when elements before them are gone.
 */
final class PlanTree {

  static final String ROOT = "plan";

  private static final Set<String> NAMES = Set.of("name", "id", "vmid", "guest");

  // What others refer to by name: where it is declared, and what the references call it.
  private static final Map<String, Set<String>> KINDS = Map.ofEntries(
      Map.entry("ceph.crushRules", Set.of("CRUSH rule")),
      Map.entry("ceph.fileSystems", Set.of("CephFS", "storage")),
      Map.entry("ceph.pools", Set.of("Ceph pool", "storage")),
      Map.entry("circuits", Set.of("power circuit")),
      Map.entry("deviceMappings", Set.of("device mapping")),
      Map.entry("guests", Set.of("guest")),
      Map.entry("ha.resources", Set.of("HA resource")),
      Map.entry("networks", Set.of("network")),
      Map.entry("nodes", Set.of("node")),
      Map.entry("nodes.interfaces", Set.of("interface", "bridge", "bridge or VNet")),
      Map.entry("switches", Set.of("switch")),
      Map.entry("sdn.controllers", Set.of("controller")),
      Map.entry("sdn.vnets", Set.of("VNet", "bridge or VNet")),
      Map.entry("sdn.zones", Set.of("zone")),
      Map.entry("storages", Set.of("storage")));

  // What holds such declarations.
  private static final Set<String> HOLDING = Set.of("ceph", "ha", "sdn");

  private static final Pattern PART_OF_RULE =
      Pattern.compile("plan\\.ha\\.(nodeAffinities|resourceAffinities)\\[([0-9]+)\\].+");

  private static final Pattern BMC =
      Pattern.compile("plan\\.nodes\\[[0-9]+\\]\\.hardware(?:\\.bmc.*)?");

  private static final Pattern NIC =
      Pattern.compile("plan\\.guests\\[([0-9]+)\\]\\.nics(?:\\[[0-9]+\\])?");

  private static final Pattern BOOTABLE =
      Pattern.compile("plan\\.guests\\[([0-9]+)\\]\\.(?:nics|disks)(?:\\[[0-9]+\\])?");

  private final ObjectNode root;
  private final Map<JsonNode, List<Integer>> originalIndices = new IdentityHashMap<>();
  private final Set<String> gone = new LinkedHashSet<>();
  private final Map<String, Set<String>> namesGone = new HashMap<>();
  private final Set<String> namesOfUnknown = new HashSet<>();
  private boolean namelessGone;

  PlanTree(ObjectNode root) {
    this.root = root;
  }

  ObjectNode root() {
    return root;
  }

  /** The place of a value of the tree as it is now, by the indices of the text. */
  String place(List<Object> path) {
    StringBuilder place = new StringBuilder(ROOT);
    Optional<JsonNode> node = Optional.of(root);
    for (Object step : path) {
      if (step instanceof Integer index) {
        int original = node.map(originalIndices::get)
            .filter(indices -> index < indices.size())
            .map(indices -> indices.get(index))
            .orElse(index);
        place.append('[').append(original).append(']');
      } else {
        place.append('.').append(step);
      }
      node = node.flatMap(it -> child(it, step));
    }
    return place.toString();
  }

  Optional<JsonNode> get(List<Object> path) {
    Optional<JsonNode> node = Optional.of(root);
    for (Object step : path) {
      node = node.flatMap(it -> child(it, step));
    }
    return node;
  }

  private static Optional<JsonNode> child(JsonNode node, Object step) {
    return step instanceof Integer index ? node.optional(index) : node.optional((String) step);
  }

  /** Takes out a field that nothing knows; whether there was one. */
  boolean removeUnknown(List<Object> path) {
    for (String name : NAMES) {
      get(path)
          .ifPresent(
              value -> value.findValues(name).forEach(it -> namesOfUnknown.add(it.asString(""))));
    }
    return cut(path);
  }

  /** Takes out what can not be read; whether there was something. */
  boolean remove(List<Object> path) {
    gone.add(place(path));
    return cut(path);
  }

  private boolean cut(List<Object> path) {
    if (path.isEmpty()) {
      return false;
    }
    Object last = path.get(path.size() - 1);
    Optional<JsonNode> value = get(path);
    Optional<JsonNode> parent = get(path.subList(0, path.size() - 1));
    value.ifPresent(it -> remember(path, it));
    if (value.isPresent() && parent.get() instanceof ArrayNode array) {
      int index = (Integer) last;
      originalIndices.computeIfAbsent(array, PlanTree::indices).remove(index);
      array.remove(index);
    } else if (value.isPresent() && parent.get() instanceof ObjectNode object) {
      object.remove((String) last);
    }
    return value.isPresent();
  }

  private static List<Integer> indices(JsonNode array) {
    return IntStream.range(0, array.size())
        .boxed()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  // References to what a part was called are no mistakes of their own.
  private void remember(List<Object> path, JsonNode value) {
    String kind = kind(path);
    boolean declares = KINDS.containsKey(kind) || HOLDING.contains(kind);
    if (!(path.get(path.size() - 1) instanceof String field)) {
      String place = place(path);
      declares &= NAMES.stream().noneMatch(name -> value.has(name) || lacks(place, name));
    } else if (NAMES.contains(field)) {
      remember(kind(path.subList(0, path.size() - 1)), value.asString(""));
      declares |= value.isContainer();
    }
    namelessGone |= declares;
    rememberNames(kind, value);
  }

  private void rememberNames(String kind, JsonNode value) {
    NAMES.forEach(name -> value.optional(name).ifPresent(it -> remember(kind, it.asString(""))));
    if (value.isArray()) {
      value.values().forEach(element -> rememberNames(kind, element));
    }
    value
        .properties()
        .forEach(field -> rememberNames(kind + "." + field.getKey(), field.getValue()));
  }

  private void remember(String kind, String name) {
    KINDS
        .getOrDefault(kind, Set.of())
        .forEach(it -> namesGone.computeIfAbsent(it, key -> new HashSet<>()).add(name));
  }

  /** The fields on the way to a part, without indices: {@code nodes.interfaces}. */
  private static String kind(List<Object> path) {
    return path.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining("."));
  }

  /** Whether something of this kind and name is gone, or may be. */
  boolean mayHaveHeld(String kind, String name) {
    return namelessGone
        || kind.equals("management controller") && gone.stream().anyMatch(BMC.asMatchPredicate())
        || namesOfUnknown.contains(name)
        || namesGone.getOrDefault(kind, Set.of()).contains(name);
  }

  /** Whether this very field, or an element of it, is gone. */
  boolean lacks(String place, String field) {
    String whole = place + "." + field;
    return gone.stream().anyMatch(it -> it.equals(whole) || it.startsWith(whole + "["));
  }

  /** Whether a field of the object at a place, or an element of one, is gone. */
  boolean lacksSomething(String place) {
    Pattern direct = Pattern.compile(Pattern.quote(place) + "\\.[^.\\[]+(\\[[0-9]+\\])?");
    return gone.stream().anyMatch(direct.asMatchPredicate());
  }

  /** The values that are null, in the order of the text. */
  List<List<Object>> nulls() {
    List<List<Object>> found = new ArrayList<>();
    collectNulls(root, List.of(), found);
    return found;
  }

  private static void collectNulls(JsonNode node, List<Object> path, List<List<Object>> found) {
    if (node.isNull()) {
      found.add(path);
    }
    for (int index = 0; node.isArray() && index < node.size(); index++) {
      collectNulls(node.get(index), step(path, index), found);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      collectNulls(field.getValue(), step(path, field.getKey()), found);
    }
  }

  private static List<Object> step(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  /**
   * Takes out what makes no sense without what is gone: HA rules that lost a part, addresses of
   * guests that lost a network card. Whether there was something.
   */
  boolean removeDependents() {
    boolean removed = false;
    for (String place : List.copyOf(gone)) {
      Matcher rule = PART_OF_RULE.matcher(place);
      Matcher nic = NIC.matcher(place);
      Matcher bootable = BOOTABLE.matcher(place);
      if (bootable.matches()) {
        removed |= removeOriginal(List.of("guests"), bootable.group(1), List.of("boot"));
      }
      if (rule.matches()) {
        removed |= removeOriginal(List.of("ha", rule.group(1)), rule.group(2), List.of());
      } else if (nic.matches()) {
        removed |=
            removeOriginal(List.of("guests"), nic.group(1), List.of("cloudInit", "ipConfigs"));
        removed |= removeOriginal(List.of("guests"), nic.group(1), List.of("ipConfigs"));
      }
    }
    return removed;
  }

  private boolean removeOriginal(List<Object> list, String original, List<Object> further) {
    Optional<JsonNode> array = get(list);
    if (array.isEmpty()) {
      return false;
    }
    List<Integer> indices = originalIndices.getOrDefault(array.get(), indices(array.get()));
    int index = indices.indexOf(Integer.valueOf(original));
    List<Object> path = new ArrayList<>(list);
    path.add(index);
    path.addAll(further);
    return index >= 0 && get(path).isPresent() && cut(path);
  }
}
