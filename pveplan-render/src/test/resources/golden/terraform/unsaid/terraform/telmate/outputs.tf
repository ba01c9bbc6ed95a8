output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    clone = {
      name                 = proxmox_vm_qemu.clone.name
      vmid                 = proxmox_vm_qemu.clone.vmid
      current_node         = proxmox_vm_qemu.clone.current_node
      default_ipv4_address = proxmox_vm_qemu.clone.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.clone.default_ipv6_address
    }
    kinds = {
      name                 = proxmox_vm_qemu.kinds.name
      vmid                 = proxmox_vm_qemu.kinds.vmid
      current_node         = proxmox_vm_qemu.kinds.current_node
      default_ipv4_address = proxmox_vm_qemu.kinds.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.kinds.default_ipv6_address
    }
    windows = {
      name                 = proxmox_vm_qemu.windows.name
      vmid                 = proxmox_vm_qemu.windows.vmid
      current_node         = proxmox_vm_qemu.windows.current_node
      default_ipv4_address = proxmox_vm_qemu.windows.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.windows.default_ipv6_address
    }
  }
}
