# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_virtual_environment_vm.clone
  id = "pve1/100"
}

import {
  to = proxmox_virtual_environment_vm.kinds
  id = "pve1/101"
}

import {
  to = proxmox_virtual_environment_vm.windows
  id = "pve1/102"
}
