package io.pveplan.render.cluster;

import io.pveplan.model.ProductVersion;
import io.pveplan.model.cluster.PackageRepository;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of apt that name where the packages of Proxmox VE come from: the repository of the plan,
 * and those of the installation switched off that need a subscription, if that needs none. A
 * repository for Ceph is set up with Ceph itself. Source: pve-docs, pve-package-repos.adoc.
 */
final class RepositoryFiles {

  private static final String FOLDER = "/etc/apt/sources.list.d/";
  private static final String FOR_SUBSCRIBERS = "https://enterprise.proxmox.com/debian/";
  private static final String FOR_ALL = "http://download.proxmox.com/debian/pve";

  private RepositoryFiles() {}

  /** By path, the content of each file. */
  static SortedMap<String, String> of(ProductVersion version, PackageRepository repository) {
    SortedMap<String, String> files = new TreeMap<>();
    boolean subscribed = repository == PackageRepository.ENTERPRISE;
    if (version == ProductVersion.PVE_8_4) {
      String off = subscribed ? "" : "# ";
      files.put(
          FOLDER + "pve-enterprise.list",
          off + "deb " + FOR_SUBSCRIBERS + "pve bookworm pve-enterprise\n");
      if (!subscribed) {
        String component = repository == PackageRepository.TEST ? "pvetest" : "pve-no-subscription";
        files.put(
            FOLDER + "ceph.list",
            off + "deb " + FOR_SUBSCRIBERS + "ceph-quincy bookworm enterprise\n");
        files.put(FOLDER + "proxmox.list", "deb " + FOR_ALL + " bookworm " + component + "\n");
      }
      return files;
    }
    files.put(
        FOLDER + "pve-enterprise.sources",
        entry(subscribed, FOR_SUBSCRIBERS + "pve", "pve-enterprise"));
    if (!subscribed) {
      files.put(
          FOLDER + "ceph.sources", entry(false, FOR_SUBSCRIBERS + "ceph-squid", "enterprise"));
      files.put(FOLDER + "proxmox.sources", entry(true, FOR_ALL, "pve-" + repository.text()));
    }
    return files;
  }

  private static String entry(boolean enabled, String uri, String component) {
    return (enabled ? "" : "Enabled: no\n")
        + "Types: deb\n"
        + "URIs: " + uri + "\n"
        + "Suites: trixie\n"
        + "Components: " + component + "\n"
        + "Signed-By: /usr/share/keyrings/proxmox-archive-keyring.gpg\n";
  }
}
