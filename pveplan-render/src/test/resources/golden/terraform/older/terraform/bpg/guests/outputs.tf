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
    db = {
      name           = proxmox_virtual_environment_vm.db.name
      vm_id          = proxmox_virtual_environment_vm.db.vm_id
      node_name      = proxmox_virtual_environment_vm.db.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.db.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.db.ipv6_addresses
    }
    ci = {
      name           = proxmox_virtual_environment_vm.ci.name
      vm_id          = proxmox_virtual_environment_vm.ci.vm_id
      node_name      = proxmox_virtual_environment_vm.ci.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.ci.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.ci.ipv6_addresses
    }
  }
}

output "containers" {
  description = "VMID, node and addresses of each container."
  value = {
    dns = {
      vm_id     = proxmox_virtual_environment_container.dns.vm_id
      node_name = proxmox_virtual_environment_container.dns.node_name
      ipv4      = proxmox_virtual_environment_container.dns.ipv4
      ipv6      = proxmox_virtual_environment_container.dns.ipv6
    }
  }
}
