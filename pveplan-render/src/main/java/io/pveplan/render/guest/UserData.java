package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.text.Yaml;
import io.pveplan.render.text.YamlMap;
import io.pveplan.render.text.YamlValue;
import java.util.List;
import java.util.Optional;

/** Writes user-data, and the part of it that is left to vendor-data. */
final class UserData {

  private static final String AGENT = "qemu-guest-agent";

  private UserData() {}

  static String of(ResolvedPlan plan, Vm vm, CloudInit cloudInit) {
    YamlMap document = names(plan, vm, cloudInit).with("manage_etc_hosts", true);
    document = login(document, cloudInit)
        .with("package_update", cloudInit.upgrade() || !cloudInit.packages().isEmpty())
        .with("package_upgrade", cloudInit.upgrade());
    return Yaml.of(packages(document, vm, cloudInit)).cloudConfig().text();
  }

  /** What the settings of a guest can not say, and its user-data therefore lacks. */
  static Optional<String> vendorPart(Vm vm, CloudInit cloudInit) {
    if (cloudInit.packages().isEmpty()) {
      return Optional.empty();
    }
    YamlMap document = YamlValue.map().with("package_update", true);
    return Optional.of(Yaml.of(packages(document, vm, cloudInit)).cloudConfig().text());
  }

  static String hostname(Vm vm) {
    int dot = vm.name().indexOf('.');
    return dot < 0 ? vm.name() : vm.name().substring(0, dot);
  }

  // The order of qemu-server, QemuServer/Cloudinit.pm: a dotted name, else the search domain.
  private static YamlMap names(ResolvedPlan plan, Vm vm, CloudInit cloudInit) {
    YamlMap hostname = YamlValue.map().with("hostname", hostname(vm));
    if (vm.name().indexOf('.') >= 0) {
      return hostname.with("fqdn", vm.name());
    }
    Optional<String> domain = cloudInit.searchDomain().or(() -> plan.plan().domain());
    return hostname.with("fqdn", domain.map(it -> vm.name() + "." + it));
  }

  private static YamlMap login(YamlMap document, CloudInit cloudInit) {
    if (cloudInit.user().isEmpty()) {
      YamlMap images = document.with("users", YamlValue.texts("default"));
      return withKeys(images, cloudInit.sshKeys());
    }
    String name = cloudInit.user().get();
    YamlMap user = YamlValue.map().with("name", name);
    boolean root = name.equals("root");
    if (!root) {
      user = user.with("shell", "/bin/bash").with("sudo", "ALL=(ALL) NOPASSWD:ALL");
    }
    user = withKeys(user.with("lock_passwd", true), cloudInit.sshKeys());
    // Otherwise cloud-init lets the keys of root only print that one has to log in as another.
    YamlMap allowed = root ? document.with("disable_root", false) : document;
    return allowed.with("users", YamlValue.list(user));
  }

  private static YamlMap withKeys(YamlMap map, List<String> keys) {
    return keys.isEmpty() ? map : map.with("ssh_authorized_keys", YamlValue.texts(keys));
  }

  private static YamlMap packages(YamlMap document, Vm vm, CloudInit cloudInit) {
    if (cloudInit.packages().isEmpty()) {
      return document;
    }
    YamlMap with = document.with("packages", YamlValue.texts(List.copyOf(cloudInit.packages())));
    if (!vm.agent() || !cloudInit.packages().contains(AGENT)) {
      return with;
    }
    // The package of some distributions enables it and that of others does not.
    return with.with(
        "runcmd", YamlValue.list(YamlValue.texts("systemctl", "enable", "--now", AGENT)));
  }
}
