# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_network_linux_bond.pve1_bond1
  id = "pve1:bond1"
}

import {
  to = proxmox_network_linux_bridge.pve1_vmbr1
  id = "pve1:vmbr1"
}

import {
  to = proxmox_network_linux_vlan.pve1_bond1_d90
  id = "pve1:bond1.90"
}

import {
  to = proxmox_network_linux_vlan.pve1_vlan91
  id = "pve1:vlan91"
}

import {
  to = proxmox_network_linux_bridge.pve1_vmbr90
  id = "pve1:vmbr90"
}

import {
  to = proxmox_network_linux_bond.pve2_bond1
  id = "pve2:bond1"
}

import {
  to = proxmox_network_linux_bridge.pve2_vmbr1
  id = "pve2:vmbr1"
}

import {
  to = proxmox_network_linux_vlan.pve2_bond1_d90
  id = "pve2:bond1.90"
}

import {
  to = proxmox_network_linux_vlan.pve2_vlan91
  id = "pve2:vlan91"
}

import {
  to = proxmox_network_linux_bridge.pve2_vmbr90
  id = "pve2:vmbr90"
}

import {
  to = proxmox_cluster_options.options
  id = "cluster"
}

import {
  to = proxmox_storage_directory.files
  id = "files"
}

import {
  to = proxmox_storage_nfs.nas
  id = "nas"
}

import {
  to = proxmox_storage_cifs.smb
  id = "smb"
}

import {
  to = proxmox_storage_pbs.pbs
  id = "pbs"
}

import {
  to = proxmox_storage_lvm.lvm__local
  id = "lvm_local"
}

import {
  to = proxmox_storage_lvmthin.thin
  id = "thin"
}

import {
  to = proxmox_storage_zfspool.tank-vm
  id = "tank-vm"
}

import {
  to = proxmox_storage_zfspool.tank-ct
  id = "tank-ct"
}

import {
  to = proxmox_sdn_controller_evpn.evpn1
  id = "evpn1"
}

import {
  to = proxmox_sdn_zone_simple.nat
  id = "nat"
}

import {
  to = proxmox_sdn_zone_vlan.vl
  id = "vl"
}

import {
  to = proxmox_sdn_zone_qinq.qi
  id = "qi"
}

import {
  to = proxmox_sdn_zone_vxlan.vx
  id = "vx"
}

import {
  to = proxmox_sdn_zone_evpn.evz
  id = "evz"
}

import {
  to = proxmox_sdn_vnet.nat1
  id = "nat1"
}

import {
  to = proxmox_sdn_vnet.vnet1
  id = "vnet1"
}

import {
  to = proxmox_sdn_subnet.nat1_10-150-10-0-24
  id = "nat1/nat-10.150.10.0-24"
}

import {
  to = proxmox_hardware_mapping_pci.gpu
  id = "gpu"
}

import {
  to = proxmox_hardware_mapping_usb.dongle
  id = "dongle"
}

import {
  to = proxmox_hardware_mapping_dir.share
  id = "share"
}

import {
  to = proxmox_virtual_environment_pool.prod
  id = "prod"
}

import {
  to = proxmox_virtual_environment_pool.prod_sweb
  id = "prod/web"
}
