output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    web01 = {
      name           = proxmox_virtual_environment_vm.web01.name
      vm_id          = proxmox_virtual_environment_vm.web01.vm_id
      node_name      = proxmox_virtual_environment_vm.web01.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.web01.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.web01.ipv6_addresses
    }
  }
}
