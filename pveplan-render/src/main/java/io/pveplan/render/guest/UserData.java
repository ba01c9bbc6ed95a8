package io.pveplan.render.guest;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.guest.CloudInit;
import io.pveplan.model.guest.CloudInitAccount;
import io.pveplan.model.guest.CloudInitFile;
import io.pveplan.model.guest.Vm;
import io.pveplan.render.text.Yaml;
import io.pveplan.render.text.YamlMap;
import io.pveplan.render.text.YamlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes user-data, and the part of it that is left to vendor-data. */
final class UserData {

  private static final String ROOT = "root:";

  private UserData() {}

  static String of(ResolvedPlan plan, Vm vm, CloudInit cloudInit) {
    YamlMap document = names(plan, vm, cloudInit).with("manage_etc_hosts", true);
    boolean packages = !CloudInitWork.of(plan, vm, cloudInit).packages().isEmpty();
    CloudInitWork work = CloudInitWork.aboveVendorData(plan, vm, cloudInit);
    document = system(login(document, cloudInit), work)
        .with("package_update", cloudInit.upgrade() || packages)
        .with("package_upgrade", cloudInit.upgrade());
    return Yaml.of(work(document, work)).cloudConfig().text();
  }

  /** What the settings of a guest can not say, and its user-data therefore lacks. */
  static Optional<String> vendorPart(ResolvedPlan plan, Vm vm, CloudInit cloudInit) {
    if (!cloudInit.beyondSettings()) {
      return Optional.empty();
    }
    CloudInitWork work = CloudInitWork.of(plan, vm, cloudInit);
    YamlMap document = system(YamlValue.map(), work);
    if (!work.packages().isEmpty()) {
      document = document.with("package_update", true);
    }
    return Optional.of(Yaml.of(work(document, work)).cloudConfig().text());
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
    List<YamlValue> users = new ArrayList<>();
    YamlMap with = document;
    if (cloudInit.user().isEmpty()) {
      users.add(YamlValue.text("default"));
    } else {
      users.add(user(cloudInit.user().get(), cloudInit.sshKeys()));
      if (cloudInit.user().get().equals("root")) {
        // Otherwise cloud-init lets the keys of root only print that one has to log in as another.
        with = with.with("disable_root", false);
      }
    }
    cloudInit.accounts().forEach(account -> users.add(account(account)));
    with = with.with("users", YamlValue.list(users));
    return cloudInit.user().isEmpty() ? withKeys(with, cloudInit.sshKeys()) : with;
  }

  private static YamlMap user(String name, List<String> keys) {
    YamlMap user = YamlValue.map().with("name", name);
    if (!name.equals("root")) {
      user = user.with("shell", "/bin/bash").with("sudo", "ALL=(ALL) NOPASSWD:ALL");
    }
    return withKeys(user.with("lock_passwd", true), keys);
  }

  private static YamlMap account(CloudInitAccount account) {
    YamlMap user = YamlValue.map().with("name", account.name());
    if (!account.groups().isEmpty()) {
      user = user.with("groups", YamlValue.texts(List.copyOf(account.groups())));
    }
    user =
        user.with("shell", account.shell()).with("sudo", account.sudo()).with("lock_passwd", true);
    return withKeys(user, account.sshKeys());
  }

  private static YamlMap withKeys(YamlMap map, List<String> keys) {
    return keys.isEmpty() ? map : map.with("ssh_authorized_keys", YamlValue.texts(keys));
  }

  private static YamlMap system(YamlMap document, CloudInitWork work) {
    return document.with("timezone", work.timezone()).with("locale", work.locale());
  }

  private static YamlMap work(YamlMap document, CloudInitWork work) {
    YamlMap with = document;
    if (!work.packages().isEmpty()) {
      with = with.with("packages", YamlValue.texts(work.packages()));
    }
    if (!work.files().isEmpty()) {
      with = with.with(
          "write_files",
          YamlValue.list(work.files().stream().map(UserData::file).toList()));
    }
    return work.commands().isEmpty()
        ? with
        : with.with(
            "runcmd",
            YamlValue.list(work.commands().stream().map(UserData::command).toList()));
  }

  private static YamlValue command(List<String> words) {
    return YamlValue.texts(words);
  }

  private static YamlMap file(CloudInitFile file) {
    YamlMap written = YamlValue.map()
        .with("path", file.path())
        .with("owner", file.owner())
        .with("permissions", file.permissions().map(UserData::fourDigits))
        .with("content", file.content());
    // Files come before users and packages otherwise (cloud-init, modules write_files and
    // write_files_deferred, since 21.4), and an owner that is not there yet ends in an error.
    boolean late = file.owner().filter(owner -> !(owner + ":").startsWith(ROOT)).isPresent();
    return late ? written.with("defer", true) : written;
  }

  private static String fourDigits(String permissions) {
    return permissions.length() == 3 ? "0" + permissions : permissions;
  }
}
