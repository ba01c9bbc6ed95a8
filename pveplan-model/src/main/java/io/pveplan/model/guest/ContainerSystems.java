package io.pveplan.model.guest;

import java.util.regex.Pattern;

/** How container templates are named after the system in them. */
final class ContainerSystems {

  // pve-container, src/PVE/LXC/Config.pm: ostype. The templates of Proxmox are named after it.
  static final Pattern NAMED = Pattern.compile(
      "(alpine|archlinux|centos|debian|devuan|fedora|gentoo|nixos|opensuse|ubuntu)-.*");

  // src/PVE/LXC/Setup.pm sets these up as CentOS.
  static final Pattern LIKE_CENTOS = Pattern.compile("(rockylinux|almalinux)-.*");

  private ContainerSystems() {}
}
