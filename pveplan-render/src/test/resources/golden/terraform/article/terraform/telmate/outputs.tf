output "guests" {
  description = "Name, VMID, node and addresses of each guest."
  value = {
    web01 = {
      name                 = proxmox_vm_qemu.web01.name
      vmid                 = proxmox_vm_qemu.web01.vmid
      current_node         = proxmox_vm_qemu.web01.current_node
      default_ipv4_address = proxmox_vm_qemu.web01.default_ipv4_address
      default_ipv6_address = proxmox_vm_qemu.web01.default_ipv6_address
    }
  }
}
