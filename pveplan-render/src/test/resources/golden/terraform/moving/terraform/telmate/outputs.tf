output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    app = {
      name                 = proxmox_vm_qemu.app.name
      vmid                 = proxmox_vm_qemu.app.vmid
      current_node         = proxmox_vm_qemu.app.current_node
      default_ipv4_address = proxmox_vm_qemu.app.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.app.default_ipv6_address
    }
    idle = {
      name                 = proxmox_vm_qemu.idle.name
      vmid                 = proxmox_vm_qemu.idle.vmid
      current_node         = proxmox_vm_qemu.idle.current_node
      default_ipv4_address = proxmox_vm_qemu.idle.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.idle.default_ipv6_address
    }
  }
}
