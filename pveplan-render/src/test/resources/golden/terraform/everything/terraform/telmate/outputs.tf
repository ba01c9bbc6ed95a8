output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    all = {
      name                 = proxmox_vm_qemu.all.name
      vmid                 = proxmox_vm_qemu.all.vmid
      current_node         = proxmox_vm_qemu.all.current_node
      default_ipv4_address = proxmox_vm_qemu.all.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.all.default_ipv6_address
    }
    inherits = {
      name                 = proxmox_vm_qemu.inherits.name
      vmid                 = proxmox_vm_qemu.inherits.vmid
      current_node         = proxmox_vm_qemu.inherits.current_node
      default_ipv4_address = proxmox_vm_qemu.inherits.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.inherits.default_ipv6_address
    }
    Inherits__102 = {
      name                 = proxmox_vm_qemu.Inherits__102.name
      vmid                 = proxmox_vm_qemu.Inherits__102.vmid
      current_node         = proxmox_vm_qemu.Inherits__102.current_node
      default_ipv4_address = proxmox_vm_qemu.Inherits__102.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.Inherits__102.default_ipv6_address
    }
    dual_example_net = {
      name                 = proxmox_vm_qemu.dual_example_net.name
      vmid                 = proxmox_vm_qemu.dual_example_net.vmid
      current_node         = proxmox_vm_qemu.dual_example_net.current_node
      default_ipv4_address = proxmox_vm_qemu.dual_example_net.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.dual_example_net.default_ipv6_address
    }
    own = {
      name                 = proxmox_vm_qemu.own.name
      vmid                 = proxmox_vm_qemu.own.vmid
      current_node         = proxmox_vm_qemu.own.current_node
      default_ipv4_address = proxmox_vm_qemu.own.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.own.default_ipv6_address
    }
    mixed = {
      name                 = proxmox_vm_qemu.mixed.name
      vmid                 = proxmox_vm_qemu.mixed.vmid
      current_node         = proxmox_vm_qemu.mixed.current_node
      default_ipv4_address = proxmox_vm_qemu.mixed.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.mixed.default_ipv6_address
    }
  }
}
