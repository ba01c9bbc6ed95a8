output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    app = {
      name           = proxmox_virtual_environment_vm.app.name
      vm_id          = proxmox_virtual_environment_vm.app.vm_id
      node_name      = proxmox_virtual_environment_vm.app.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.app.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.app.ipv6_addresses
    }
    idle = {
      name           = proxmox_virtual_environment_vm.idle.name
      vm_id          = proxmox_virtual_environment_vm.idle.vm_id
      node_name      = proxmox_virtual_environment_vm.idle.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.idle.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.idle.ipv6_addresses
    }
  }
}
