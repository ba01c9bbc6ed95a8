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
    app__fleet = {
      for name, guest in proxmox_virtual_environment_vm.app__fleet : name => {
        name           = guest.name
        vm_id          = guest.vm_id
        node_name      = guest.node_name
        ipv4_addresses = guest.ipv4_addresses
        ipv6_addresses = guest.ipv6_addresses
      }
    }
    job__fleet = {
      for name, guest in proxmox_virtual_environment_vm.job__fleet : name => {
        name           = guest.name
        vm_id          = guest.vm_id
        node_name      = guest.node_name
        ipv4_addresses = guest.ipv4_addresses
        ipv6_addresses = guest.ipv6_addresses
      }
    }
  }
}

output "containers" {
  description = "VMID, node and addresses of each container."
  value = {
    cache__fleet = {
      for name, guest in proxmox_virtual_environment_container.cache__fleet : name => {
        vm_id     = guest.vm_id
        node_name = guest.node_name
        ipv4      = guest.ipv4
        ipv6      = guest.ipv6
      }
    }
  }
}
