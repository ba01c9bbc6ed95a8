package io.pveplan.model.cluster;

import io.pveplan.model.InvalidValueException;
import io.pveplan.model.NameFormat;
import io.pveplan.model.Visible;
import io.pveplan.model.internal.Faults;
import io.pveplan.model.internal.Ranges;
import java.util.List;

/** What pve-cluster, src/PVE/DataCenterConfig.pm, refuses of the options of a datacenter. */
final class DatacenterCheck {

  // pve-common, src/PVE/Tools.pm kvmkeymaplist.
  private static final List<String> KEYBOARDS = words(
      "de de-ch da en-gb en-us es fi fr fr-be fr-ca fr-ch hu is it ja lt mk nl no pl pt pt-br sv sl"
          + " tr");
  private static final List<String> LANGUAGES = words(
      "ar ca da de en es eu fa fr hr he it ja ka kr nb nl nn pl pt_BR ru sl sv tr ukr zh_CN zh_TW");

  private DatacenterCheck() {}

  static void require(Datacenter datacenter) {
    new Faults()
        .check("macPrefix", () -> datacenter.macPrefix().ifPresent(NameFormat.MAC_PREFIX::require))
        .each("registeredTags", datacenter.registeredTags(), NameFormat.TAG::require)
        .check("keyboard", () -> datacenter.keyboard().ifPresent(DatacenterCheck::keyboard))
        .check("language", () -> datacenter.language().ifPresent(DatacenterCheck::language))
        .check("emailFrom", () -> datacenter.emailFrom().ifPresent(NameFormat.EMAIL::require))
        .check("maxWorkers", () -> datacenter.maxWorkers().ifPresent(DatacenterCheck::workers))
        .check("description", () -> datacenter.description().ifPresent(NameFormat.LINE::require))
        .end();
  }

  static void keyboard(String layout) {
    one("keyboard layout", layout, KEYBOARDS);
  }

  static void language(String language) {
    one("language", language, LANGUAGES);
  }

  static void workers(int number) {
    Ranges.require("number of workers", number, 1, 1_000_000);
  }

  private static void one(String what, String value, List<String> known) {
    if (!known.contains(value)) {
      throw new InvalidValueException(
          "there is no " + what + " \"" + Visible.ascii(value) + "\" in Proxmox VE",
          "Use one of: " + String.join(", ", known) + ".");
    }
  }

  private static List<String> words(String words) {
    return List.of(words.split(" "));
  }
}
