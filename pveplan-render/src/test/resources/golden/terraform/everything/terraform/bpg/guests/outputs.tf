output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    all = {
      name           = proxmox_virtual_environment_vm.all.name
      vm_id          = proxmox_virtual_environment_vm.all.vm_id
      node_name      = proxmox_virtual_environment_vm.all.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.all.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.all.ipv6_addresses
    }
    inherits = {
      name           = proxmox_virtual_environment_vm.inherits.name
      vm_id          = proxmox_virtual_environment_vm.inherits.vm_id
      node_name      = proxmox_virtual_environment_vm.inherits.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.inherits.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.inherits.ipv6_addresses
    }
    Inherits__102 = {
      name           = proxmox_virtual_environment_vm.Inherits__102.name
      vm_id          = proxmox_virtual_environment_vm.Inherits__102.vm_id
      node_name      = proxmox_virtual_environment_vm.Inherits__102.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.Inherits__102.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.Inherits__102.ipv6_addresses
    }
    dual_example_net = {
      name           = proxmox_virtual_environment_vm.dual_example_net.name
      vm_id          = proxmox_virtual_environment_vm.dual_example_net.vm_id
      node_name      = proxmox_virtual_environment_vm.dual_example_net.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.dual_example_net.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.dual_example_net.ipv6_addresses
    }
    own = {
      name           = proxmox_virtual_environment_vm.own.name
      vm_id          = proxmox_virtual_environment_vm.own.vm_id
      node_name      = proxmox_virtual_environment_vm.own.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.own.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.own.ipv6_addresses
    }
    mixed = {
      name           = proxmox_virtual_environment_vm.mixed.name
      vm_id          = proxmox_virtual_environment_vm.mixed.vm_id
      node_name      = proxmox_virtual_environment_vm.mixed.node_name
      ipv4_addresses = proxmox_virtual_environment_vm.mixed.ipv4_addresses
      ipv6_addresses = proxmox_virtual_environment_vm.mixed.ipv6_addresses
    }
  }
}
