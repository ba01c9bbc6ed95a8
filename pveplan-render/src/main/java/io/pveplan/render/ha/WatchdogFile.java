package io.pveplan.render.ha;

import io.pveplan.model.hardware.Node;
import io.pveplan.render.Artifact;
import io.pveplan.render.Procedure;
import io.pveplan.render.Step;
import io.pveplan.render.text.Command;

/**
 * The file that names the module of a watchdog. It is put in place before there is HA: the module is
 * loaded when watchdog-mux starts and finds no watchdog, so after a boot, and a restart of that
 * service under HA resets the node (pve-ha-manager, src/watchdog-mux.c; pve-docs, ha-manager.adoc).
 */
final class WatchdogFile {

  private static final String PATH = "/etc/default/pve-ha-manager";

  private WatchdogFile() {}

  static Artifact of(Node node, String module) {
    String text = "# select watchdog module (default is softdog)\nWATCHDOG_MODULE=" + module + "\n";
    return Artifact.onNode(node.name(), PATH, Step.HOST, text)
        .covers(node.path().child("watchdog"))
        .with(Procedure.repeatable()
            .needs("the node has the watchdog of module " + module + ", nothing else resets it (an"
                + " agent of the maker, the firmware), and no guest is under HA on it yet; to"
                + " change it later, move the guests away and put the node into maintenance mode"
                + " first")
            .checkBefore(Command.of("modinfo").arg(module).text())
            .apply("# the module is loaded when the node starts; two must never be loaded\nreboot")
            .checkAfter(Command.of("lsmod") + "\n"
                + Command.of("journalctl", "--boot", "--unit", "watchdog-mux.service")
                + "\n# the module is there, no other watchdog is, and the driver is its own")
            .undo("comment the line of WATCHDOG_MODULE out, while no guest is under HA on the node,"
                + " and reboot"));
  }
}
