resource "proxmox_sdn_controller_evpn" "evpn1" {
  id    = "evpn1"
  asn   = 65000
  peers = ["10.0.2.11", "10.0.2.12"]

  depends_on = [proxmox_sdn_applier.finalizer]
}

resource "proxmox_sdn_zone_simple" "nat" {
  id   = "nat"
  dhcp = "dnsmasq"
  ipam = "pve"

  depends_on = [proxmox_sdn_applier.finalizer]
}

resource "proxmox_sdn_zone_vlan" "vl" {
  id     = "vl"
  bridge = "vmbr1"
  mtu    = 1500
  nodes  = ["pve1"]

  depends_on = [
    proxmox_sdn_applier.finalizer,
    proxmox_network_linux_bridge.pve1_vmbr1,
    proxmox_network_linux_bridge.pve2_vmbr1,
  ]
}

resource "proxmox_sdn_zone_qinq" "qi" {
  id           = "qi"
  bridge       = "vmbr1"
  service_vlan = 20

  depends_on = [
    proxmox_sdn_applier.finalizer,
    proxmox_network_linux_bridge.pve1_vmbr1,
    proxmox_network_linux_bridge.pve2_vmbr1,
  ]
}

resource "proxmox_sdn_zone_vxlan" "vx" {
  id    = "vx"
  peers = ["10.0.2.11", "10.0.2.12"]
  mtu   = 1450

  depends_on = [proxmox_sdn_applier.finalizer]
}

resource "proxmox_sdn_zone_evpn" "evz" {
  id                = "evz"
  controller        = proxmox_sdn_controller_evpn.evpn1.id
  vrf_vxlan         = 10000
  exit_nodes        = ["pve1", "pve2"]
  primary_exit_node = "pve1"

  depends_on = [proxmox_sdn_applier.finalizer]
}

resource "proxmox_sdn_vnet" "nat1" {
  id   = "nat1"
  zone = proxmox_sdn_zone_simple.nat.id
}

resource "proxmox_sdn_vnet" "vnet1" {
  id         = "vnet1"
  zone       = proxmox_sdn_zone_vlan.vl.id
  tag        = 120
  alias      = "tenant 1"
  vlan_aware = true
}

resource "proxmox_sdn_subnet" "nat1_10-150-10-0-24" {
  vnet    = proxmox_sdn_vnet.nat1.id
  cidr    = "10.150.10.0/24"
  gateway = "10.150.10.1"
  snat    = true
  dhcp_range = {
    start_address = "10.150.10.100"
    end_address   = "10.150.10.200"
  }
}

resource "proxmox_sdn_applier" "changes" {
  lifecycle {
    replace_triggered_by = [
      proxmox_sdn_controller_evpn.evpn1,
      proxmox_sdn_zone_simple.nat,
      proxmox_sdn_zone_vlan.vl,
      proxmox_sdn_zone_qinq.qi,
      proxmox_sdn_zone_vxlan.vx,
      proxmox_sdn_zone_evpn.evz,
      proxmox_sdn_vnet.nat1,
      proxmox_sdn_vnet.vnet1,
      proxmox_sdn_subnet.nat1_10-150-10-0-24,
    ]
  }

  depends_on = [
    proxmox_sdn_controller_evpn.evpn1,
    proxmox_sdn_zone_simple.nat,
    proxmox_sdn_zone_vlan.vl,
    proxmox_sdn_zone_qinq.qi,
    proxmox_sdn_zone_vxlan.vx,
    proxmox_sdn_zone_evpn.evz,
    proxmox_sdn_vnet.nat1,
    proxmox_sdn_vnet.vnet1,
    proxmox_sdn_subnet.nat1_10-150-10-0-24,
  ]
}

resource "proxmox_sdn_applier" "finalizer" {}
