package io.pveplan.render.ha;

/** A file of the HA manager (pve-ha-manager, src/PVE/HA/Config.pm). */
enum HaFile {
  RESOURCES,
  RULES,
  GROUPS;

  /** The name without its ending. */
  String text() {
    return switch (this) {
      case RESOURCES -> "resources";
      case RULES -> "rules";
      case GROUPS -> "groups";
    };
  }

  String path() {
    return "/etc/pve/ha/" + text() + ".cfg";
  }

  // Comments of rules are encoded, those of resources and groups are not, and with a Latin-1 letter
  // end up in Latin-1 (pve-common, src/PVE/File.pm file_set_contents).
  String remark() {
    return switch (this) {
      case RESOURCES -> "\n# letters beyond ASCII in a comment may look otherwise";
      case RULES -> "";
      case GROUPS ->
        "\n# the nodes stand in any order; letters beyond ASCII in a comment may look otherwise";
    };
  }
}
