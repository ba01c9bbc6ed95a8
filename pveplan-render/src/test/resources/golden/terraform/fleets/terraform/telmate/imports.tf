# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_vm_qemu.web["web01"]
  id = "pve1/qemu/200"
}

import {
  to = proxmox_vm_qemu.web["web02"]
  id = "pve2/qemu/201"
}

import {
  to = proxmox_vm_qemu.web["web03"]
  id = "pve1/qemu/202"
}

import {
  to = proxmox_vm_qemu.web["web04"]
  id = "pve2/qemu/203"
}

import {
  to = proxmox_vm_qemu.web["web05"]
  id = "pve1/qemu/204"
}

import {
  to = proxmox_vm_qemu.web["web06"]
  id = "pve2/qemu/205"
}

import {
  to = proxmox_vm_qemu.web__300
  id = "pve1/qemu/300"
}
