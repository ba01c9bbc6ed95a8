package io.pveplan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pveplan.model.cluster.Corosync;
import io.pveplan.model.cluster.QDevice;
import io.pveplan.model.guest.Guest;
import io.pveplan.model.guest.GuestDevice;
import io.pveplan.model.guest.GuestNic;
import io.pveplan.model.guest.StoredContent;
import io.pveplan.model.guest.Vm;
import io.pveplan.model.guest.Vmid;
import io.pveplan.model.hardware.Cable;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.hardware.Switch;
import io.pveplan.model.network.IpAddress;
import io.pveplan.model.network.Subnet;
import io.pveplan.model.storage.ContentType;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.LvmStorage;
import io.pveplan.model.storage.ReplicationJob;
import io.pveplan.model.storage.Storage;
import io.pveplan.model.storage.ZfsPoolStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A rule or renderer can not change what the next one reads. */
class ResolvedPlanIsFixedTest {

  private final ResolvedPlan plan = ResolvedPlan.of(EverythingPlan.plan());
  private final Set<String> collections = new TreeSet<>();

  @Test
  void no_collection_of_a_look_up_can_be_changed() throws ReflectiveOperationException {
    look(plan);

    assertThat(collections)
        .contains(
            "ResolvedPlan.packages",
            "Topology.physicalNics",
            "Topology.networksOver",
            "Topology.networksOf",
            "Topology.traffic",
            "Topology.interfaces",
            "NetworkUse.traffic",
            "NetworkUse.over",
            "NetworkUse.guestSegments",
            "StorageReach.nodesOf",
            "StorageReach.replicationJobs",
            "StorageReach.content",
            "Contents.all",
            "Contents.of",
            "Contents.nodes",
            "Contents.localVolumes",
            "Contents.unsharedVolumes",
            "Placement.guestsOn",
            "Placement.eligibleNodes",
            "Placement.volumes",
            "Paths.switches",
            "PowerFeeds.circuits",
            "IscsiPaths.portals",
            "IscsiPaths.all",
            "IscsiLuns.below");
  }

  private void look(Object view) throws ReflectiveOperationException {
    List<Method> methods = Arrays.stream(view.getClass().getMethods())
        .filter(method -> method.getDeclaringClass() == view.getClass())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
        .filter(method -> !method.getName().equals("equals"))
        // What is derived belongs to the one who derives it, and is no look-up of the plan's own.
        .filter(method -> !method.getName().equals("derived"))
        .sorted(Comparator.comparing(Method::toString))
        .toList();
    for (Method method : methods) {
      for (List<Object> arguments : arguments(method)) {
        check(view, method, call(view, method, arguments));
      }
    }
  }

  private static Object call(Object view, Method method, List<Object> arguments)
      throws ReflectiveOperationException {
    try {
      return method.invoke(view, arguments.toArray());
    } catch (InvocationTargetException refused) {
      throw new AssertionError(method + " of " + arguments, refused);
    }
  }

  private void check(Object view, Method method, Object answer)
      throws ReflectiveOperationException {
    String name = view.getClass().getSimpleName() + "." + method.getName();
    if (answer instanceof Collection<?> collection) {
      collections.add(name);
      assertFixed(name, collection);
    } else if (answer instanceof Map<?, ?> map) {
      collections.add(name);
      assertThatThrownBy(map::clear).as(name).isInstanceOf(UnsupportedOperationException.class);
      map.values().stream()
          .filter(Collection.class::isInstance)
          .forEach(value -> assertFixed(name, (Collection<?>) value));
    } else if (isView(method.getReturnType())) {
      look(answer);
    }
  }

  private static void assertFixed(String name, Collection<?> collection) {
    assertThatThrownBy(() -> collection.add(null))
        .as(name)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  private static boolean isView(Class<?> type) {
    return Set.of(
            "Topology",
            "NetworkUse",
            "Paths",
            "StorageReach",
            "Placement",
            "PowerFeeds",
            "Quorum",
            "IscsiPaths",
            "LocalPools",
            "Contents",
            "IscsiLuns")
        .contains(type.getSimpleName());
  }

  private List<List<Object>> arguments(Method method) {
    List<List<Object>> all = new ArrayList<>(List.of(List.of()));
    for (Class<?> type : method.getParameterTypes()) {
      List<List<Object>> longer = new ArrayList<>();
      for (List<Object> begun : all) {
        values(type)
            .forEach(value ->
                longer.add(Stream.concat(begun.stream(), Stream.of(value)).toList()));
      }
      all = longer;
    }
    return all;
  }

  // Each name of the plan stands for whatever a look-up takes: most are not known to it.
  private List<?> values(Class<?> type) {
    if (type == String.class) {
      return names();
    } else if (type == Iterable.class || type == Collection.class) {
      return List.of(names());
    } else if (type == int.class) {
      return List.of(0, 1);
    } else if (type == Traffic.class) {
      return List.of(Traffic.values());
    } else if (type == Subnet.class) {
      return List.of(Subnet.parse("10.0.3.0/24"));
    } else if (type == IpAddress.class) {
      return List.of(IpAddress.parse("10.0.3.70"));
    } else if (type == QDevice.class) {
      return plan.plan().corosync().flatMap(Corosync::qdevice).stream().toList();
    } else if (type == Node.class) {
      return plan.nodes();
    } else if (type == Cable.class) {
      return plan.plan().cables();
    } else if (type == Switch.class) {
      return plan.plan().switches();
    } else if (type == Guest.class) {
      return plan.guests();
    } else if (type == Vmid.class) {
      return plan.guests().stream().map(Guest::vmid).toList();
    } else if (type == GuestNic.class) {
      return plan.guests().stream().flatMap(guest -> guest.nics().stream()).toList();
    } else if (type == Storage.class) {
      return plan.storages();
    } else if (type == ReplicationJob.class) {
      return plan.plan().replicationJobs();
    } else if (type == ZfsPoolStorage.class) {
      return plan.storages().stream().filter(ZfsPoolStorage.class::isInstance).toList();
    } else if (type == IscsiStorage.class) {
      return plan.storages().stream().filter(IscsiStorage.class::isInstance).toList();
    } else if (type == LvmStorage.class) {
      return plan.storages().stream().filter(LvmStorage.class::isInstance).toList();
    } else if (type == LunId.class) {
      return List.of(new LunId("san2", 1), new LunId("unknown", 1));
    }
    return valuesOfContents(type);
  }

  private List<?> valuesOfContents(Class<?> type) {
    if (type == ContentType.class) {
      return List.of(ContentType.values());
    } else if (type == GuestDevice.class) {
      return plan.vms().stream().flatMap(vm -> vm.devices().stream()).toList();
    } else if (type == Vm.class) {
      return plan.vms();
    } else if (type == StoredContent.class) {
      return plan.contents().all();
    }
    throw new AssertionError("the test has no value of " + type);
  }

  private List<String> names() {
    Stream<String> interfaces = plan.nodes().stream()
        .flatMap(node -> plan.topology().interfaces(node.name()).stream())
        .map(each -> each.name());
    return Stream.of(
            Stream.of("unknown"),
            plan.nodes().stream().map(Node::name),
            plan.networks().stream().map(network -> network.name()),
            plan.storages().stream().map(Storage::id),
            interfaces)
        .flatMap(it -> it)
        .distinct()
        .toList();
  }
}
