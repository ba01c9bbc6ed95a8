# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_virtual_environment_file.web["web01"]
  id = "pve1/snip:snippets/web01-vendor-data.yaml"
}

import {
  to = proxmox_virtual_environment_vm.web["web01"]
  id = "pve1/200"
}

import {
  to = proxmox_virtual_environment_file.web["web02"]
  id = "pve2/snip:snippets/web02-vendor-data.yaml"
}

import {
  to = proxmox_virtual_environment_vm.web["web02"]
  id = "pve2/201"
}

import {
  to = proxmox_virtual_environment_file.web["web03"]
  id = "pve1/snip:snippets/web03-vendor-data.yaml"
}

import {
  to = proxmox_virtual_environment_vm.web["web03"]
  id = "pve1/202"
}

import {
  to = proxmox_virtual_environment_file.web["web04"]
  id = "pve2/snip:snippets/web04-vendor-data.yaml"
}

import {
  to = proxmox_virtual_environment_vm.web["web04"]
  id = "pve2/203"
}

import {
  to = proxmox_virtual_environment_file.web["web05"]
  id = "pve1/snip:snippets/web05-vendor-data.yaml"
}

import {
  to = proxmox_virtual_environment_vm.web["web05"]
  id = "pve1/204"
}

import {
  to = proxmox_virtual_environment_file.web["web06"]
  id = "pve2/snip:snippets/web06-vendor-data.yaml"
}

import {
  to = proxmox_virtual_environment_vm.web["web06"]
  id = "pve2/205"
}

import {
  to = proxmox_virtual_environment_vm.web__300
  id = "pve1/300"
}
