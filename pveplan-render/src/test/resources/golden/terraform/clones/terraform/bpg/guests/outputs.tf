output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    template = {
      name           = proxmox_virtual_environment_vm.template.name
      vm_id          = proxmox_virtual_environment_vm.template.vm_id
      node_name      = proxmox_virtual_environment_vm.template.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.template.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.template.ipv6_addresses
    }
    away = {
      name           = proxmox_virtual_environment_vm.away.name
      vm_id          = proxmox_virtual_environment_vm.away.vm_id
      node_name      = proxmox_virtual_environment_vm.away.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.away.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.away.ipv6_addresses
    }
  }
}
