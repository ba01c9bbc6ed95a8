package io.pveplan.render.storage;

import io.pveplan.model.storage.Lun;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code /etc/multipath.conf}: only LUNs of the plan become multipath devices, and each has
 * the same name on every node (multipath.conf(5)).
 */
final class MultipathConf {

  static final String PATH = "/etc/multipath.conf";

  // The names of WWIDs and aliases are so narrow that a value needs no escape (NameFormat).
  private static final String HEAD = """
      defaults {
      \tfind_multipaths "yes"
      \tuser_friendly_names "no"
      }

      blacklist {
      \twwid ".*"
      }
      """;

  private MultipathConf() {}

  /** The text for LUNs whose WWIDs are known; those without are left out. */
  static String of(List<Lun> luns) {
    StringBuilder out = new StringBuilder(HEAD).append("\nblacklist_exceptions {\n");
    luns.forEach(
        lun -> lun.wwid().ifPresent(wwid -> out.append("\twwid \"").append(wwid).append("\"\n")));
    out.append("}\n");
    if (luns.stream().anyMatch(lun -> lun.alias().isPresent())) {
      out.append("\nmultipaths {\n");
      luns.forEach(lun -> lun.alias().ifPresent(alias -> named(out, lun.wwid(), alias)));
      out.append("}\n");
    }
    return out.toString();
  }

  private static void named(StringBuilder out, Optional<String> wwid, String alias) {
    out.append("\tmultipath {\n\t\twwid \"").append(wwid.orElseThrow());
    out.append("\"\n\t\talias \"").append(alias).append("\"\n\t}\n");
  }
}
