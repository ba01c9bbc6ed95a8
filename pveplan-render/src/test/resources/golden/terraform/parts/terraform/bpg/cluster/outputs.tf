output "network" {
  description = "IDs of what network.tf makes."
  value = {
    "pve1:bond1"    = proxmox_network_linux_bond.pve1_bond1.id
    "pve1:vmbr1"    = proxmox_network_linux_bridge.pve1_vmbr1.id
    "pve1:bond1.90" = proxmox_network_linux_vlan.pve1_bond1_d90.id
    "pve1:vlan91"   = proxmox_network_linux_vlan.pve1_vlan91.id
    "pve1:vmbr90"   = proxmox_network_linux_bridge.pve1_vmbr90.id
    "pve2:bond1"    = proxmox_network_linux_bond.pve2_bond1.id
    "pve2:vmbr1"    = proxmox_network_linux_bridge.pve2_vmbr1.id
    "pve2:bond1.90" = proxmox_network_linux_vlan.pve2_bond1_d90.id
    "pve2:vlan91"   = proxmox_network_linux_vlan.pve2_vlan91.id
    "pve2:vmbr90"   = proxmox_network_linux_bridge.pve2_vmbr90.id
  }
}

output "datacenter" {
  description = "IDs of what datacenter.tf makes."
  value = {
    cluster = proxmox_cluster_options.options.id
  }
}

output "shared_storages" {
  description = "IDs of what shared_storages.tf makes."
  value = {
    files = proxmox_storage_directory.files.id
    nas   = proxmox_storage_nfs.nas.id
    smb   = proxmox_storage_cifs.smb.id
  }
}

output "backup_storages" {
  description = "IDs of what backup_storages.tf makes."
  value = {
    pbs = proxmox_storage_pbs.pbs.id
  }
}

output "lvm_storages" {
  description = "IDs of what lvm_storages.tf makes."
  value = {
    lvm_local = proxmox_storage_lvm.lvm__local.id
    thin      = proxmox_storage_lvmthin.thin.id
  }
}

output "zfs_storages" {
  description = "IDs of what zfs_storages.tf makes."
  value = {
    tank-vm = proxmox_storage_zfspool.tank-vm.id
    tank-ct = proxmox_storage_zfspool.tank-ct.id
  }
}

output "sdn" {
  description = "IDs of what sdn.tf makes."
  value = {
    evpn1                     = proxmox_sdn_controller_evpn.evpn1.id
    nat                       = proxmox_sdn_zone_simple.nat.id
    vl                        = proxmox_sdn_zone_vlan.vl.id
    qi                        = proxmox_sdn_zone_qinq.qi.id
    vx                        = proxmox_sdn_zone_vxlan.vx.id
    evz                       = proxmox_sdn_zone_evpn.evz.id
    nat1                      = proxmox_sdn_vnet.nat1.id
    vnet1                     = proxmox_sdn_vnet.vnet1.id
    "nat1/nat-10.150.10.0-24" = proxmox_sdn_subnet.nat1_10-150-10-0-24.id
  }
}

output "mappings" {
  description = "IDs of what mappings.tf makes."
  value = {
    gpu    = proxmox_hardware_mapping_pci.gpu.id
    dongle = proxmox_hardware_mapping_usb.dongle.id
    share  = proxmox_hardware_mapping_dir.share.id
  }
}

output "pools" {
  description = "IDs of what pools.tf makes."
  value = {
    prod       = proxmox_virtual_environment_pool.prod.id
    "prod/web" = proxmox_virtual_environment_pool.prod_sweb.id
  }
}
