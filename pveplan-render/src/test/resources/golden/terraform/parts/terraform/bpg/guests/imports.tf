# What is there already is taken over. Remove a block whose object is missing.
import {
  to = proxmox_virtual_environment_vm.web
  id = "pve1/200"
}

import {
  to = proxmox_virtual_environment_vm.db
  id = "pve2/201"
}
