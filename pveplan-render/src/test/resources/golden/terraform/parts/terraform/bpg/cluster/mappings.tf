resource "proxmox_hardware_mapping_pci" "gpu" {
  name             = "gpu"
  comment          = "for models"
  mediated_devices = true
  map = [
    {
      node         = "pve1"
      path         = "0000:81:00.0"
      id           = "10de:2230"
      subsystem_id = "10de:1459"
      iommu_group  = 40
    },
  ]
}

resource "proxmox_hardware_mapping_usb" "dongle" {
  name = "dongle"
  map = [
    {
      node = "pve1"
      path = "1-2.3"
      id   = "0529:0001"
    },
  ]
}

resource "proxmox_hardware_mapping_dir" "share" {
  name = "share"
  map = [
    {
      node = "pve1"
      path = "/srv/share"
    },
  ]
}
