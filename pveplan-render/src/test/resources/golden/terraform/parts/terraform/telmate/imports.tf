# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_vm_qemu.web
  id = "pve1/qemu/200"
}

import {
  to = proxmox_vm_qemu.db
  id = "pve2/qemu/201"
}
