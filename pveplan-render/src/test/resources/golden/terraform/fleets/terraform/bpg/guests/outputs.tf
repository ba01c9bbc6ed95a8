output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = merge(
    {
      web__300 = {
        name           = proxmox_virtual_environment_vm.web__300.name
        vm_id          = proxmox_virtual_environment_vm.web__300.vm_id
        node_name      = proxmox_virtual_environment_vm.web__300.node_name
        ipv4_addresses = proxmox_virtual_environment_vm.web__300.ipv4_addresses
        ipv6_addresses = proxmox_virtual_environment_vm.web__300.ipv6_addresses
      }
    },
    {
      for name, guest in proxmox_virtual_environment_vm.web : name => {
        name           = guest.name
        vm_id          = guest.vm_id
        node_name      = guest.node_name
        ipv4_addresses = guest.ipv4_addresses
        ipv6_addresses = guest.ipv6_addresses
      }
    },
  )
}
