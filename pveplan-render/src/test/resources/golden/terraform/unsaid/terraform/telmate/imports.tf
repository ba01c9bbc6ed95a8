# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_vm_qemu.clone
  id = "pve1/qemu/100"
}

import {
  to = proxmox_vm_qemu.kinds
  id = "pve1/qemu/101"
}

import {
  to = proxmox_vm_qemu.windows
  id = "pve1/qemu/102"
}
