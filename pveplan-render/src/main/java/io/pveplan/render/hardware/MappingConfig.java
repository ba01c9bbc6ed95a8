package io.pveplan.render.hardware;

import io.pveplan.model.hardware.DeviceKind;
import io.pveplan.model.hardware.DeviceMapping;
import io.pveplan.model.hardware.MappedDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files below /etc/pve/mapping: sections whose title is the ID alone, the entries first, then the
 * other keys by name (pve-guest-common, src/PVE/Mapping/PCI.pm, USB.pm, Dir.pm; pve-common,
 * src/PVE/SectionConfig.pm, write_config).
 */
final class MappingConfig {

  private MappingConfig() {}

  static String file(DeviceKind kind) {
    return switch (kind) {
      case PCI -> "pci.cfg";
      case USB -> "usb.cfg";
      case DIRECTORY -> "directory.cfg";
    };
  }

  static String text(List<DeviceMapping> mappings) {
    return mappings.stream().map(MappingConfig::section).collect(Collectors.joining("\n"));
  }

  private static String section(DeviceMapping mapping) {
    StringBuilder out = new StringBuilder(mapping.id()).append('\n');
    entries(mapping).forEach(entry -> line(out, "map", entry));
    mapping.description().ifPresent(description -> line(out, "description", description));
    if (mapping.liveMigration()) {
      line(out, "live-migration-capable", "1");
    }
    if (mapping.mediated()) {
      line(out, "mdev", "1");
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String key, String value) {
    out.append('\t').append(key).append(' ').append(value).append('\n');
  }

  /** What a mapping is on the nodes, as the web interface writes it: by name of the property. */
  static List<String> entries(DeviceMapping mapping) {
    return mapping.devices().stream().map(MappingConfig::entry).toList();
  }

  private static String entry(MappedDevice device) {
    List<String> parts = new ArrayList<>();
    device.deviceId().ifPresent(id -> parts.add("id=" + id));
    device.iommuGroup().ifPresent(group -> parts.add("iommugroup=" + group));
    parts.add("node=" + device.node());
    device.path().ifPresent(path -> parts.add("path=" + path));
    device.subsystemId().ifPresent(id -> parts.add("subsystem-id=" + id));
    return String.join(",", parts);
  }
}
