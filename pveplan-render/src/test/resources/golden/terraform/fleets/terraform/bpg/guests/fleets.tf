# What differs from guest to guest.
locals {
  vendor_data_web = {
    web01 = { source_raw_file_name = "200-web01-vendor-data.yaml" }
    web02 = { source_raw_file_name = "201-web02-vendor-data.yaml" }
    web03 = { source_raw_file_name = "202-web03-vendor-data.yaml" }
    web04 = { source_raw_file_name = "203-web04-vendor-data.yaml" }
    web05 = { source_raw_file_name = "204-web05-vendor-data.yaml" }
    web06 = { source_raw_file_name = "205-web06-vendor-data.yaml" }
  }
  vms_web = {
    web01 = { name = "web01", vm_id = 200, node_name = "pve1", description = null, tags = ["web"], protection = null, cpu_cores = 4, disk_1 = [{ size = 50, ssd = true }], initialization_vendor_data_file_id = "snip:snippets/200-web01-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.0.1.51/24", initialization_ip_config_1 = [], network_device_1 = [] }
    web02 = { name = "web02", vm_id = 201, node_name = "pve2", description = "the second", tags = ["web"], protection = null, cpu_cores = 4, disk_1 = [], initialization_vendor_data_file_id = "snip:snippets/201-web02-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.0.1.52/24", initialization_ip_config_1 = [], network_device_1 = [] }
    web03 = { name = "web03", vm_id = 202, node_name = "pve1", description = null, tags = ["web"], protection = null, cpu_cores = 4, disk_1 = [{ size = 100, ssd = null }], initialization_vendor_data_file_id = "snip:snippets/202-web03-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.0.1.53/24", initialization_ip_config_1 = [{}], network_device_1 = [{}] }
    web04 = { name = "web04", vm_id = 203, node_name = "pve2", description = null, tags = ["big", "web"], protection = null, cpu_cores = 8, disk_1 = [], initialization_vendor_data_file_id = "snip:snippets/203-web04-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.0.1.54/24", initialization_ip_config_1 = [], network_device_1 = [] }
    web05 = { name = "web05", vm_id = 204, node_name = "pve1", description = null, tags = ["web"], protection = true, cpu_cores = 4, disk_1 = [], initialization_vendor_data_file_id = "snip:snippets/204-web05-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.0.1.55/24", initialization_ip_config_1 = [], network_device_1 = [] }
    web06 = { name = "web06", vm_id = 205, node_name = "pve2", description = null, tags = ["web"], protection = null, cpu_cores = 4, disk_1 = [{ size = 200, ssd = null }], initialization_vendor_data_file_id = "snip:snippets/205-web06-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.0.1.56/24", initialization_ip_config_1 = [{}], network_device_1 = [{}] }
  }
}
