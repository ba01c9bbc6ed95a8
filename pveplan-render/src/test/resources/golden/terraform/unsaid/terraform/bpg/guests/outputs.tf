output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    clone = {
      name           = proxmox_virtual_environment_vm.clone.name
      vm_id          = proxmox_virtual_environment_vm.clone.vm_id
      node_name      = proxmox_virtual_environment_vm.clone.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.clone.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.clone.ipv6_addresses
    }
    kinds = {
      name           = proxmox_virtual_environment_vm.kinds.name
      vm_id          = proxmox_virtual_environment_vm.kinds.vm_id
      node_name      = proxmox_virtual_environment_vm.kinds.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.kinds.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.kinds.ipv6_addresses
    }
    windows = {
      name           = proxmox_virtual_environment_vm.windows.name
      vm_id          = proxmox_virtual_environment_vm.windows.vm_id
      node_name      = proxmox_virtual_environment_vm.windows.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.windows.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.windows.ipv6_addresses
    }
  }
}
