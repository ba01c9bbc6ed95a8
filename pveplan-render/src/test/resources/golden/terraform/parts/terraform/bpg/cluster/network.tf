resource "proxmox_network_linux_bond" "pve1_bond1" {
  node_name             = "pve1"
  name                  = "bond1"
  slaves                = ["eno1", "eno2"]
  bond_mode             = "802.3ad"
  bond_xmit_hash_policy = "layer3+4"
  mtu                   = 9000
}

resource "proxmox_network_linux_bridge" "pve1_vmbr1" {
  node_name  = "pve1"
  name       = "vmbr1"
  ports      = ["bond1"]
  vlan_aware = true
  comment    = "guests"
  mtu        = 9000

  depends_on = [proxmox_network_linux_bond.pve1_bond1]
}

resource "proxmox_network_linux_vlan" "pve1_bond1_d90" {
  node_name = "pve1"
  name      = "bond1.90"
  mtu       = 9000

  depends_on = [proxmox_network_linux_bond.pve1_bond1]
}

resource "proxmox_network_linux_vlan" "pve1_vlan91" {
  node_name = "pve1"
  name      = "vlan91"
  interface = "bond1"
  vlan      = 91
  mtu       = 9000

  depends_on = [proxmox_network_linux_bond.pve1_bond1]
}

resource "proxmox_network_linux_bridge" "pve1_vmbr90" {
  node_name  = "pve1"
  name       = "vmbr90"
  ports      = ["bond1.90"]
  vlan_aware = false

  depends_on = [proxmox_network_linux_vlan.pve1_bond1_d90]
}

resource "proxmox_network_linux_bond" "pve2_bond1" {
  node_name             = "pve2"
  name                  = "bond1"
  slaves                = ["eno1", "eno2"]
  bond_mode             = "802.3ad"
  bond_xmit_hash_policy = "layer3+4"
  mtu                   = 9000
}

resource "proxmox_network_linux_bridge" "pve2_vmbr1" {
  node_name  = "pve2"
  name       = "vmbr1"
  ports      = ["bond1"]
  vlan_aware = true
  comment    = "guests"
  mtu        = 9000

  depends_on = [proxmox_network_linux_bond.pve2_bond1]
}

resource "proxmox_network_linux_vlan" "pve2_bond1_d90" {
  node_name = "pve2"
  name      = "bond1.90"
  mtu       = 9000

  depends_on = [proxmox_network_linux_bond.pve2_bond1]
}

resource "proxmox_network_linux_vlan" "pve2_vlan91" {
  node_name = "pve2"
  name      = "vlan91"
  interface = "bond1"
  vlan      = 91
  mtu       = 9000

  depends_on = [proxmox_network_linux_bond.pve2_bond1]
}

resource "proxmox_network_linux_bridge" "pve2_vmbr90" {
  node_name  = "pve2"
  name       = "vmbr90"
  ports      = ["bond1.90"]
  vlan_aware = false

  depends_on = [proxmox_network_linux_vlan.pve2_bond1_d90]
}
