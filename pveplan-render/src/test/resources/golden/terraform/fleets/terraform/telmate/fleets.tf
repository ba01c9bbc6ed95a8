# What differs from guest to guest.
locals {
  vms_web = {
    web01 = { name = "web01", vmid = 200, target_node = "pve1", description = "", tags = "web", protection = null, cicustom = "vendor=snip:snippets/200-web01-vendor-data.yaml", ipconfig0 = "ip=10.0.1.51/24,gw=10.0.1.1", ipconfig1 = null, cpu_cores = 4, disks_scsi_scsi1 = [{ disk_size = "50G", disk_emulatessd = true }], network_1 = [] }
    web02 = { name = "web02", vmid = 201, target_node = "pve2", description = "the second", tags = "web", protection = null, cicustom = "vendor=snip:snippets/201-web02-vendor-data.yaml", ipconfig0 = "ip=10.0.1.52/24,gw=10.0.1.1", ipconfig1 = null, cpu_cores = 4, disks_scsi_scsi1 = [], network_1 = [] }
    web03 = { name = "web03", vmid = 202, target_node = "pve1", description = "", tags = "web", protection = null, cicustom = "vendor=snip:snippets/202-web03-vendor-data.yaml", ipconfig0 = "ip=10.0.1.53/24,gw=10.0.1.1", ipconfig1 = "ip=dhcp", cpu_cores = 4, disks_scsi_scsi1 = [{ disk_size = "100G", disk_emulatessd = null }], network_1 = [{}] }
    web04 = { name = "web04", vmid = 203, target_node = "pve2", description = "", tags = "big;web", protection = null, cicustom = "vendor=snip:snippets/203-web04-vendor-data.yaml", ipconfig0 = "ip=10.0.1.54/24,gw=10.0.1.1", ipconfig1 = null, cpu_cores = 8, disks_scsi_scsi1 = [], network_1 = [] }
    web05 = { name = "web05", vmid = 204, target_node = "pve1", description = "", tags = "web", protection = true, cicustom = "vendor=snip:snippets/204-web05-vendor-data.yaml", ipconfig0 = "ip=10.0.1.55/24,gw=10.0.1.1", ipconfig1 = null, cpu_cores = 4, disks_scsi_scsi1 = [], network_1 = [] }
    web06 = { name = "web06", vmid = 205, target_node = "pve2", description = "", tags = "web", protection = null, cicustom = "vendor=snip:snippets/205-web06-vendor-data.yaml", ipconfig0 = "ip=10.0.1.56/24,gw=10.0.1.1", ipconfig1 = "ip=dhcp", cpu_cores = 4, disks_scsi_scsi1 = [{ disk_size = "200G", disk_emulatessd = null }], network_1 = [{}] }
  }
}
