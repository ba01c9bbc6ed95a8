package io.pveplan.render.storage;

import io.pveplan.model.ResolvedPlan;
import io.pveplan.model.hardware.Node;
import io.pveplan.model.storage.IscsiPath;
import io.pveplan.model.storage.IscsiStorage;
import io.pveplan.model.storage.LunId;
import io.pveplan.model.storage.OpenIscsi;
import io.pveplan.model.storage.Portal;
import io.pveplan.render.text.Command;
import io.pveplan.render.text.ShellScript;
import java.util.List;
import java.util.Optional;

/** The script of a node that logs in to its iSCSI targets and waits for the multipath devices. */
final class SessionScript {

  private static final int DEFAULT_PORT = 3260;
  private static final int WAIT_SECONDS = 60;

  private static final String FILES = """
      here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

      same() {
        cmp --silent "$here$1" "$1"
      }

      put() {
        install --mode 0644 "$here$1" "$1"
      }
      """;

  // Any line that says something of a key goes, so that one is left.
  private static final String SETTINGS = """
      conf=/etc/iscsi/iscsid.conf

      is_set() {
        [ "$(grep --count "^[[:space:]]*${1//./[.]}[[:space:]]*=" "$conf")" = 1 ] &&
          grep --quiet --line-regexp --fixed-strings "$1 = $2" "$conf"
      }

      set_to() {
        sed --in-place "/^[[:space:]]*${1//./[.]}[[:space:]]*=/d" "$conf"
        printf '%s = %s\\n' "$1" "$2" >>"$conf"
      }
      """;

  // iscsiadm fails when there is no session at all.
  private static final String SESSION = """
      session() {
        iscsiadm --mode session 2>/dev/null | awk -v target="$1" -v portal="${2:-}" '
          { split($3, at, ",") }
          $4 == target && (portal == "" || at[1] == portal) { found = 1 }
          END { exit !found }'
      }
      """;

  // Where there are other portals too, a session of the target says nothing of this one.
  private static final String BY_NAME = """
      portal_of() {
        local address
        address=$(getent ahosts "$1" | awk 'NR == 1 { print $1 }')
        case $address in
          *:*) printf '[%s]:%s\\n' "$address" "$2" ;;
          *) printf '%s:%s\\n' "$address" "$2" ;;
        esac
      }

      session_by_name() {
        session "$1" "$(portal_of "$2" "$3")"
      }

      login_by_name() {
        iscsiadm --mode node --targetname "$1" --portal "$(portal_of "$2" "$3")" --login
      }
      """;

  // The device is there with its first path; the others join it one by one.
  private static final String PATHS = """
      there() {
        [ -b "$1" ]
      }

      paths() {
        local active
        for _ in {1..30}; do
          active=$(multipath -ll "$1" | grep --count ' active ready running' || true)
          if [ "$active" -ge "$2" ]; then
            return
          fi
          sleep 2
        done
        return 1
      }
      """;

  private final ResolvedPlan plan;
  private final String node;
  private final List<NodeLun> luns;
  private final boolean multipathConf;

  private SessionScript(ResolvedPlan plan, String node, List<NodeLun> luns, boolean multipathConf) {
    this.plan = plan;
    this.node = node;
    this.luns = luns;
    this.multipathConf = multipathConf;
  }

  static String of(ResolvedPlan plan, Node node, List<NodeLun> luns, boolean multipathConf) {
    return new SessionScript(plan, node.name(), luns, multipathConf).text();
  }

  private String text() {
    ShellScript script = ShellScript.of(
        "iSCSI sessions of " + node + (multipathConf ? " and its multipath devices." : "."),
        "Runs on " + node + ". A session that is there stays as it is.");
    Optional<OpenIscsi> settings = plan.plan().openIscsi();
    if (multipathConf) {
      script = script.define(FILES);
    }
    if (settings.isPresent()) {
      script = script.define(SETTINGS);
    }
    script = script.define(SESSION);
    if (NodeLun.targets(plan, node).stream().anyMatch(SessionScript::namesOneOfSeveral)) {
      script = script.define(BY_NAME);
    }
    if (multipathConf) {
      script = script.define(PATHS);
    }
    script = script.onlyOn(node);
    if (settings.isPresent()) {
      script = settings(script, settings.get());
    }
    if (multipathConf) {
      script = script
          .step("multipath.conf")
          .unless(
              Command.of("same").arg(MultipathConf.PATH),
              Command.of("put").arg(MultipathConf.PATH),
              Command.of("multipathd", "reconfigure"));
    }
    for (IscsiStorage target : NodeLun.targets(plan, node)) {
      script = sessions(script, target);
    }
    for (NodeLun lun : luns) {
      script = lun(script, lun);
    }
    return script.text();
  }

  private static ShellScript settings(ShellScript script, OpenIscsi settings) {
    ShellScript out = script.step("settings of open-iscsi");
    if (settings.startup().isPresent()) {
      out = setting(out, "node.startup", settings.startup().get().text());
    }
    return settings.replacementTimeout().isPresent()
        ? setting(
            out,
            "node.session.timeo.replacement_timeout",
            Long.toString(settings.replacementTimeout().get().toSeconds()))
        : out;
  }

  private static ShellScript setting(ShellScript script, String key, String value) {
    return script.unless(
        Command.of("is_set").arg(key).arg(value), Command.of("set_to").arg(key).arg(value));
  }

  private ShellScript sessions(ShellScript script, IscsiStorage target) {
    ShellScript out = script.step("target " + target.target());
    List<IscsiPath> paths = plan.iscsiPaths(node, target).all();
    for (Portal portal : target.portals()) {
      for (IscsiPath path : paths) {
        if (path.portal().equals(portal)) {
          out = out.comment(path.toString());
        }
      }
      out = out.unless(
          session(target, portal),
          Command.of("iscsiadm", "--mode", "discovery", "--type", "sendtargets")
              .flag("--portal", portal.toString()),
          login(target, portal));
    }
    return out;
  }

  // Sessions are listed by address only.
  private static Command session(IscsiStorage target, Portal portal) {
    if (portal.address().isPresent()) {
      return Command.of("session").arg(target.target()).arg(withPort(portal));
    }
    return target.portals().size() > 1
        ? byName("session_by_name", target, portal)
        : Command.of("session").arg(target.target());
  }

  private static Command login(IscsiStorage target, Portal portal) {
    Command login = Command.of("iscsiadm", "--mode", "node").flag("--targetname", target.target());
    if (portal.address().isPresent()) {
      return login.flag("--portal", withPort(portal)).flag("--login");
    }
    return target.portals().size() > 1
        ? byName("login_by_name", target, portal)
        : login.flag("--login");
  }

  private static Command byName(String function, IscsiStorage target, Portal portal) {
    return Command.of(function)
        .arg(target.target())
        .arg(portal.server())
        .arg(Integer.toString(portal.port().orElse(DEFAULT_PORT)));
  }

  private static boolean namesOneOfSeveral(IscsiStorage target) {
    return target.portals().size() > 1
        && target.portals().stream().anyMatch(portal -> portal.address().isEmpty());
  }

  private static String withPort(Portal portal) {
    String host = portal.server().contains(":") ? "[" + portal.server() + "]" : portal.server();
    return host + ":" + portal.port().orElse(DEFAULT_PORT);
  }

  private static ShellScript lun(ShellScript script, NodeLun each) {
    LunId id = each.id();
    String size = each.lun().size().map(it -> ", " + it).orElse("");
    ShellScript out = script.step(id + size);
    if (each.device().isEmpty()) {
      return out.comment(
          "Its WWID is not in the plan: compare with what multipath -ll and lsblk show.");
    }
    String device = each.device().get();
    Command there = Command.of("test", "-b").arg(device);
    if (!each.multipath()) {
      return out.await("the LUN as " + device, WAIT_SECONDS, there);
    }
    String wwid = each.lun().wwid().orElseThrow();
    return out.unless(
            Command.of("grep", "--quiet", "--line-regexp", "--fixed-strings")
                .arg("/" + wwid + "/")
                .arg("/etc/multipath/wwids"),
            Command.of("multipath", "-a").arg(wwid))
        .unless(Command.of("there").arg(device), Command.of("multipathd", "reconfigure"))
        .await("the multipath device " + device, WAIT_SECONDS, there)
        .require(
            Command.of("paths").arg(wwid).arg(Integer.toString(each.portals())),
            device + " has fewer than " + each.portals() + " paths: see multipath -ll");
  }
}
