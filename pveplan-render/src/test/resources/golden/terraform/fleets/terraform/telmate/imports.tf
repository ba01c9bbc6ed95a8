# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_vm_qemu.web__fleet["web01"]
  id = "pve1/qemu/200"
}

import {
  to = proxmox_vm_qemu.web__fleet["web02"]
  id = "pve2/qemu/201"
}

import {
  to = proxmox_vm_qemu.web__fleet["web03"]
  id = "pve1/qemu/202"
}

import {
  to = proxmox_vm_qemu.web__fleet["web04"]
  id = "pve2/qemu/203"
}

import {
  to = proxmox_vm_qemu.web__fleet["web05"]
  id = "pve1/qemu/204"
}

import {
  to = proxmox_vm_qemu.web__fleet["web06"]
  id = "pve2/qemu/205"
}

import {
  to = proxmox_vm_qemu.web
  id = "pve1/qemu/300"
}
