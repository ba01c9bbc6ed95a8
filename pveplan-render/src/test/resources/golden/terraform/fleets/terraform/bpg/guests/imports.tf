# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_virtual_environment_vm.web["web01"]
  id = "pve1/200"
}

import {
  to = proxmox_virtual_environment_vm.web["web02"]
  id = "pve2/201"
}

import {
  to = proxmox_virtual_environment_vm.web["web03"]
  id = "pve1/202"
}

import {
  to = proxmox_virtual_environment_vm.web["web04"]
  id = "pve2/203"
}

import {
  to = proxmox_virtual_environment_vm.web["web05"]
  id = "pve1/204"
}

import {
  to = proxmox_virtual_environment_vm.web["web06"]
  id = "pve2/205"
}

import {
  to = proxmox_virtual_environment_vm.web__300
  id = "pve1/300"
}
