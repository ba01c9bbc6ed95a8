resource "proxmox_haresource" "vm-200" {
  resource_id  = "vm:200"
  state        = "started"
  max_restart  = 2
  max_relocate = 3
  failback     = false
  comment      = "web"
}

resource "proxmox_haresource" "vm-201" {
  resource_id = "vm:201"
  state       = "started"
}

resource "proxmox_harule" "home" {
  rule      = "home"
  type      = "node-affinity"
  resources = [proxmox_haresource.vm-200.resource_id]
  nodes = {
    pve1 = 2
    pve2 = null
  }
  strict  = true
  comment = "near"
}

resource "proxmox_harule" "apart" {
  rule      = "apart"
  type      = "resource-affinity"
  resources = [proxmox_haresource.vm-200.resource_id, proxmox_haresource.vm-201.resource_id]
  affinity  = "negative"
  disable   = true
}
