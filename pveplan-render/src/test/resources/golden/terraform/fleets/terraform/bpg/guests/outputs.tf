output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    web = {
      name           = proxmox_virtual_environment_vm.web.name
      vm_id          = proxmox_virtual_environment_vm.web.vm_id
      node_name      = proxmox_virtual_environment_vm.web.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.web.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.web.ipv6_addresses
    }
    web__fleet = {
      for name, guest in proxmox_virtual_environment_vm.web__fleet : name => {
        name           = guest.name
        vm_id          = guest.vm_id
        node_name      = guest.node_name
        ipv4_addresses = guest.ipv4_addresses
        ipv6_addresses = guest.ipv6_addresses
      }
    }
  }
}
