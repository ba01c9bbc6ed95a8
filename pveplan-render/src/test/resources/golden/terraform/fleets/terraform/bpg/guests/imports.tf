# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_virtual_environment_vm.web__fleet["web01"]
  id = "pve1/200"
}

import {
  to = proxmox_virtual_environment_vm.web__fleet["web02"]
  id = "pve2/201"
}

import {
  to = proxmox_virtual_environment_vm.web__fleet["web03"]
  id = "pve1/202"
}

import {
  to = proxmox_virtual_environment_vm.web__fleet["web04"]
  id = "pve2/203"
}

import {
  to = proxmox_virtual_environment_vm.web__fleet["web05"]
  id = "pve1/204"
}

import {
  to = proxmox_virtual_environment_vm.web__fleet["web06"]
  id = "pve2/205"
}

import {
  to = proxmox_virtual_environment_vm.web
  id = "pve1/300"
}
