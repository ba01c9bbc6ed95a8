output "network" {
  description = "IDs of what network.tf makes."
  value = {
    "network_linux_bridge.pve1_vmbr1"   = proxmox_virtual_environment_network_linux_bridge.pve1_vmbr1.id
    "network_linux_vlan.pve1_bond1_d90" = proxmox_virtual_environment_network_linux_vlan.pve1_bond1_d90.id
    "network_linux_vlan.pve1_vlan91"    = proxmox_virtual_environment_network_linux_vlan.pve1_vlan91.id
    "network_linux_bridge.pve1_vmbr90"  = proxmox_virtual_environment_network_linux_bridge.pve1_vmbr90.id
    "network_linux_bridge.pve2_vmbr1"   = proxmox_virtual_environment_network_linux_bridge.pve2_vmbr1.id
    "network_linux_vlan.pve2_bond1_d90" = proxmox_virtual_environment_network_linux_vlan.pve2_bond1_d90.id
    "network_linux_vlan.pve2_vlan91"    = proxmox_virtual_environment_network_linux_vlan.pve2_vlan91.id
    "network_linux_bridge.pve2_vmbr90"  = proxmox_virtual_environment_network_linux_bridge.pve2_vmbr90.id
  }
}

output "datacenter" {
  description = "IDs of what datacenter.tf makes."
  value = {
    "cluster_options.options" = proxmox_virtual_environment_cluster_options.options.id
  }
}

output "shared_storages" {
  description = "IDs of what shared_storages.tf makes."
  value = {
    "storage_directory.files" = proxmox_virtual_environment_storage_directory.files.id
    "storage_nfs.nas"         = proxmox_virtual_environment_storage_nfs.nas.id
  }
}

output "backup_storages" {
  description = "IDs of what backup_storages.tf makes."
  value = {
    "storage_pbs.pbs" = proxmox_virtual_environment_storage_pbs.pbs.id
  }
}

output "lvm_storages" {
  description = "IDs of what lvm_storages.tf makes."
  value = {
    "storage_lvm.lvm__local" = proxmox_virtual_environment_storage_lvm.lvm__local.id
    "storage_lvmthin.thin"   = proxmox_virtual_environment_storage_lvmthin.thin.id
  }
}

output "zfs_storages" {
  description = "IDs of what zfs_storages.tf makes."
  value = {
    "storage_zfspool.tank-vm" = proxmox_virtual_environment_storage_zfspool.tank-vm.id
    "storage_zfspool.tank-ct" = proxmox_virtual_environment_storage_zfspool.tank-ct.id
  }
}

output "sdn" {
  description = "IDs of what sdn.tf makes."
  value = {
    "sdn_zone_simple.nat"            = proxmox_virtual_environment_sdn_zone_simple.nat.id
    "sdn_zone_vlan.vl"               = proxmox_virtual_environment_sdn_zone_vlan.vl.id
    "sdn_zone_qinq.qi"               = proxmox_virtual_environment_sdn_zone_qinq.qi.id
    "sdn_zone_vxlan.vx"              = proxmox_virtual_environment_sdn_zone_vxlan.vx.id
    "sdn_vnet.nat1"                  = proxmox_virtual_environment_sdn_vnet.nat1.id
    "sdn_vnet.vnet1"                 = proxmox_virtual_environment_sdn_vnet.vnet1.id
    "sdn_subnet.nat1_10-150-10-0-24" = proxmox_virtual_environment_sdn_subnet.nat1_10-150-10-0-24.id
  }
}

output "mappings" {
  description = "IDs of what mappings.tf makes."
  value = {
    "hardware_mapping_pci.gpu"    = proxmox_virtual_environment_hardware_mapping_pci.gpu.id
    "hardware_mapping_usb.dongle" = proxmox_virtual_environment_hardware_mapping_usb.dongle.id
    "hardware_mapping_dir.share"  = proxmox_virtual_environment_hardware_mapping_dir.share.id
  }
}

output "pools" {
  description = "IDs of what pools.tf makes."
  value = {
    "pool.prod"      = proxmox_virtual_environment_pool.prod.id
    "pool.prod_sweb" = proxmox_virtual_environment_pool.prod_sweb.id
  }
}
