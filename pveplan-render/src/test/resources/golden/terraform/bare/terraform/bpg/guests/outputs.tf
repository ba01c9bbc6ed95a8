output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    _1_bare = {
      name           = proxmox_virtual_environment_vm._1_bare.name
      vm_id          = proxmox_virtual_environment_vm._1_bare.vm_id
      node_name      = proxmox_virtual_environment_vm._1_bare.node_name
      ipv4_addresses = proxmox_virtual_environment_vm._1_bare.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm._1_bare.ipv6_addresses
    }
  }
}
