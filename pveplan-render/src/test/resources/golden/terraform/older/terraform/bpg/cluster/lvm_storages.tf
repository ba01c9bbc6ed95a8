resource "proxmox_virtual_environment_storage_lvm" "lvm__local" {
  id           = "lvm_local"
  content      = ["images"]
  disable      = true
  volume_group = "vg_local"
  shared       = false
}

resource "proxmox_virtual_environment_storage_lvmthin" "thin" {
  id           = "thin"
  content      = ["images", "rootdir"]
  volume_group = "vg_local"
  thin_pool    = "data"
}
