package io.pveplan.render.storage;

import io.pveplan.model.network.IpAddress;
import io.pveplan.model.storage.NfsStorage;
import io.pveplan.render.text.Command;
import java.util.regex.Pattern;

/**
 * Asks an NFS server whether it is there, as Proxmox VE does before it mounts (pve-storage,
 * src/PVE/Storage/NFSPlugin.pm, check_connection).
 */
final class NfsAnswer {

  private static final Pattern VERSION_4 = Pattern.compile("(?:nfs)?vers=4.*");

  private NfsAnswer() {}

  // pvesm scan nfs asks mountd, which a server of version 4 need not have.
  static String check(NfsStorage storage) {
    String server = storage.server();
    if (storage.mountOptions().stream().noneMatch(it -> VERSION_4.matcher(it).matches())) {
      return Command.of("pvesm", "scan", "nfs").arg(server).text();
    }
    boolean v6 = IpAddress.tryParse(server).filter(it -> !it.isV4()).isPresent();
    return Command.of("rpcinfo")
        .flag("-T", v6 ? "tcp6" : "tcp")
        .arg(server)
        .arg("nfs")
        .arg("4")
        .text();
  }
}
