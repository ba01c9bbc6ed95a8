# What differs from guest to guest.
locals {
  vms_web = {
    web01 = { name = "web01", vmid = 200, target_node = "pve1", description = "", tags = "web", cicustom = "vendor=snip:snippets/web01-vendor-data.yaml", ipconfig0 = "ip=10.0.1.51/24,gw=10.0.1.1", cpu_cores = 4, network_macaddr = "02:28:00:00:19:00" }
    web02 = { name = "web02", vmid = 201, target_node = "pve2", description = "the second", tags = "web", cicustom = "vendor=snip:snippets/web02-vendor-data.yaml", ipconfig0 = "ip=10.0.1.52/24,gw=10.0.1.1", cpu_cores = 4, network_macaddr = "02:28:00:00:19:20" }
    web04 = { name = "web04", vmid = 203, target_node = "pve2", description = "", tags = "big;web", cicustom = "vendor=snip:snippets/web04-vendor-data.yaml", ipconfig0 = "ip=10.0.1.54/24,gw=10.0.1.1", cpu_cores = 8, network_macaddr = "02:28:00:00:19:60" }
  }
  vms_web__disks_scsi_scsi1_network_1 = {
    web03 = { name = "web03", vmid = 202, target_node = "pve1", cicustom = "vendor=snip:snippets/web03-vendor-data.yaml", ipconfig0 = "ip=10.0.1.53/24,gw=10.0.1.1", disks_scsi_scsi1_disk_size = "100G", network_macaddr = "02:28:00:00:19:40", network_1_macaddr = "02:28:00:00:19:41" }
    web06 = { name = "web06", vmid = 205, target_node = "pve2", cicustom = "vendor=snip:snippets/web06-vendor-data.yaml", ipconfig0 = "ip=10.0.1.56/24,gw=10.0.1.1", disks_scsi_scsi1_disk_size = "200G", network_macaddr = "02:28:00:00:19:A0", network_1_macaddr = "02:28:00:00:19:A1" }
  }
  vms_web__lifecycle_prevent_destroy = {
    web05 = {}
  }
}
