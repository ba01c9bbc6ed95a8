output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    web1 = {
      name           = proxmox_virtual_environment_vm.web1.name
      vm_id          = proxmox_virtual_environment_vm.web1.vm_id
      node_name      = proxmox_virtual_environment_vm.web1.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.web1.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.web1.ipv6_addresses
    }
    web2 = {
      name           = proxmox_virtual_environment_vm.web2.name
      vm_id          = proxmox_virtual_environment_vm.web2.vm_id
      node_name      = proxmox_virtual_environment_vm.web2.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.web2.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.web2.ipv6_addresses
    }
  }
}
