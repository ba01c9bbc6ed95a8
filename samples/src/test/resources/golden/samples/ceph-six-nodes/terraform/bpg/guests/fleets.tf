# What differs from guest to guest.
locals {
  vendor_data_app = {
    app01 = { source_raw_file_name = "200-app01-vendor-data.yaml" }
    app02 = { source_raw_file_name = "201-app02-vendor-data.yaml" }
    app03 = { source_raw_file_name = "202-app03-vendor-data.yaml" }
    app04 = { source_raw_file_name = "203-app04-vendor-data.yaml" }
    app05 = { source_raw_file_name = "204-app05-vendor-data.yaml" }
    app06 = { source_raw_file_name = "205-app06-vendor-data.yaml" }
    app07 = { source_raw_file_name = "206-app07-vendor-data.yaml" }
    app08 = { source_raw_file_name = "207-app08-vendor-data.yaml" }
    app09 = { source_raw_file_name = "208-app09-vendor-data.yaml" }
    app10 = { source_raw_file_name = "209-app10-vendor-data.yaml" }
    app11 = { source_raw_file_name = "210-app11-vendor-data.yaml" }
    app12 = { source_raw_file_name = "211-app12-vendor-data.yaml" }
    app13 = { source_raw_file_name = "212-app13-vendor-data.yaml" }
    app14 = { source_raw_file_name = "213-app14-vendor-data.yaml" }
    app15 = { source_raw_file_name = "214-app15-vendor-data.yaml" }
    app16 = { source_raw_file_name = "215-app16-vendor-data.yaml" }
    app17 = { source_raw_file_name = "216-app17-vendor-data.yaml" }
    app18 = { source_raw_file_name = "217-app18-vendor-data.yaml" }
    app19 = { source_raw_file_name = "218-app19-vendor-data.yaml" }
    app20 = { source_raw_file_name = "219-app20-vendor-data.yaml" }
    app21 = { source_raw_file_name = "220-app21-vendor-data.yaml" }
    app22 = { source_raw_file_name = "221-app22-vendor-data.yaml" }
    app23 = { source_raw_file_name = "222-app23-vendor-data.yaml" }
    app24 = { source_raw_file_name = "223-app24-vendor-data.yaml" }
  }
  vms_app = {
    app01 = { name = "app01", vm_id = 200, node_name = "pve1", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/200-app01-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.101/24", network_device_mac_address = "02:30:00:00:19:00" }
    app02 = { name = "app02", vm_id = 201, node_name = "pve2", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/201-app02-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.102/24", network_device_mac_address = "02:30:00:00:19:20" }
    app03 = { name = "app03", vm_id = 202, node_name = "pve3", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/202-app03-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.103/24", network_device_mac_address = "02:30:00:00:19:40" }
    app04 = { name = "app04", vm_id = 203, node_name = "pve4", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/203-app04-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.104/24", network_device_mac_address = "02:30:00:00:19:60" }
    app05 = { name = "app05", vm_id = 204, node_name = "pve5", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/204-app05-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.105/24", network_device_mac_address = "02:30:00:00:19:80" }
    app06 = { name = "app06", vm_id = 205, node_name = "pve6", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/205-app06-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.106/24", network_device_mac_address = "02:30:00:00:19:A0" }
    app07 = { name = "app07", vm_id = 206, node_name = "pve1", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/206-app07-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.107/24", network_device_mac_address = "02:30:00:00:19:C0" }
    app08 = { name = "app08", vm_id = 207, node_name = "pve2", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/207-app08-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.108/24", network_device_mac_address = "02:30:00:00:19:E0" }
    app09 = { name = "app09", vm_id = 208, node_name = "pve3", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/208-app09-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.109/24", network_device_mac_address = "02:30:00:00:1A:00" }
    app10 = { name = "app10", vm_id = 209, node_name = "pve4", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/209-app10-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.110/24", network_device_mac_address = "02:30:00:00:1A:20" }
    app11 = { name = "app11", vm_id = 210, node_name = "pve5", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/210-app11-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.111/24", network_device_mac_address = "02:30:00:00:1A:40" }
    app12 = { name = "app12", vm_id = 211, node_name = "pve6", tags = ["blue", "shop"], initialization_vendor_data_file_id = "nas:snippets/211-app12-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.112/24", network_device_mac_address = "02:30:00:00:1A:60" }
    app13 = { name = "app13", vm_id = 212, node_name = "pve1", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/212-app13-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.113/24", network_device_mac_address = "02:30:00:00:1A:80" }
    app14 = { name = "app14", vm_id = 213, node_name = "pve2", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/213-app14-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.114/24", network_device_mac_address = "02:30:00:00:1A:A0" }
    app15 = { name = "app15", vm_id = 214, node_name = "pve3", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/214-app15-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.115/24", network_device_mac_address = "02:30:00:00:1A:C0" }
    app16 = { name = "app16", vm_id = 215, node_name = "pve4", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/215-app16-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.116/24", network_device_mac_address = "02:30:00:00:1A:E0" }
    app17 = { name = "app17", vm_id = 216, node_name = "pve5", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/216-app17-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.117/24", network_device_mac_address = "02:30:00:00:1B:00" }
    app18 = { name = "app18", vm_id = 217, node_name = "pve6", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/217-app18-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.118/24", network_device_mac_address = "02:30:00:00:1B:20" }
    app19 = { name = "app19", vm_id = 218, node_name = "pve1", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/218-app19-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.119/24", network_device_mac_address = "02:30:00:00:1B:40" }
    app20 = { name = "app20", vm_id = 219, node_name = "pve2", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/219-app20-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.120/24", network_device_mac_address = "02:30:00:00:1B:60" }
    app21 = { name = "app21", vm_id = 220, node_name = "pve3", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/220-app21-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.121/24", network_device_mac_address = "02:30:00:00:1B:80" }
    app22 = { name = "app22", vm_id = 221, node_name = "pve4", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/221-app22-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.122/24", network_device_mac_address = "02:30:00:00:1B:A0" }
    app23 = { name = "app23", vm_id = 222, node_name = "pve5", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/222-app23-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.123/24", network_device_mac_address = "02:30:00:00:1B:C0" }
    app24 = { name = "app24", vm_id = 223, node_name = "pve6", tags = ["green", "shop"], initialization_vendor_data_file_id = "nas:snippets/223-app24-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.124/24", network_device_mac_address = "02:30:00:00:1B:E0" }
  }
  vendor_data_job = {
    job01 = { source_raw_file_name = "230-job01-vendor-data.yaml" }
    job02 = { source_raw_file_name = "231-job02-vendor-data.yaml" }
    job03 = { source_raw_file_name = "232-job03-vendor-data.yaml" }
    job04 = { source_raw_file_name = "233-job04-vendor-data.yaml" }
    job05 = { source_raw_file_name = "234-job05-vendor-data.yaml" }
    job06 = { source_raw_file_name = "235-job06-vendor-data.yaml" }
    job07 = { source_raw_file_name = "236-job07-vendor-data.yaml" }
    job08 = { source_raw_file_name = "237-job08-vendor-data.yaml" }
    job09 = { source_raw_file_name = "238-job09-vendor-data.yaml" }
    job10 = { source_raw_file_name = "239-job10-vendor-data.yaml" }
  }
  vms_job = {
    job01 = { name = "job01", vm_id = 230, node_name = "pve1", initialization_vendor_data_file_id = "nas:snippets/230-job01-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.141/24", network_device_mac_address = "02:30:00:00:1C:C0" }
    job02 = { name = "job02", vm_id = 231, node_name = "pve2", initialization_vendor_data_file_id = "nas:snippets/231-job02-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.142/24", network_device_mac_address = "02:30:00:00:1C:E0" }
    job03 = { name = "job03", vm_id = 232, node_name = "pve3", initialization_vendor_data_file_id = "nas:snippets/232-job03-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.143/24", network_device_mac_address = "02:30:00:00:1D:00" }
    job04 = { name = "job04", vm_id = 233, node_name = "pve4", initialization_vendor_data_file_id = "nas:snippets/233-job04-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.144/24", network_device_mac_address = "02:30:00:00:1D:20" }
    job05 = { name = "job05", vm_id = 234, node_name = "pve5", initialization_vendor_data_file_id = "nas:snippets/234-job05-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.145/24", network_device_mac_address = "02:30:00:00:1D:40" }
    job06 = { name = "job06", vm_id = 235, node_name = "pve6", initialization_vendor_data_file_id = "nas:snippets/235-job06-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.146/24", network_device_mac_address = "02:30:00:00:1D:60" }
    job07 = { name = "job07", vm_id = 236, node_name = "pve1", initialization_vendor_data_file_id = "nas:snippets/236-job07-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.147/24", network_device_mac_address = "02:30:00:00:1D:80" }
    job08 = { name = "job08", vm_id = 237, node_name = "pve2", initialization_vendor_data_file_id = "nas:snippets/237-job08-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.148/24", network_device_mac_address = "02:30:00:00:1D:A0" }
    job09 = { name = "job09", vm_id = 238, node_name = "pve3", initialization_vendor_data_file_id = "nas:snippets/238-job09-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.149/24", network_device_mac_address = "02:30:00:00:1D:C0" }
    job10 = { name = "job10", vm_id = 239, node_name = "pve4", initialization_vendor_data_file_id = "nas:snippets/239-job10-vendor-data.yaml", initialization_ip_config_ipv4_address = "10.60.100.150/24", network_device_mac_address = "02:30:00:00:1D:E0" }
  }
  containers_cache = {
    cache01 = { vm_id = 250, node_name = "pve1", initialization_hostname = "cache01", initialization_ip_config_ipv4_address = "10.60.100.161/24", network_interface_mac_address = "02:30:00:00:1F:40" }
    cache02 = { vm_id = 251, node_name = "pve2", initialization_hostname = "cache02", initialization_ip_config_ipv4_address = "10.60.100.162/24", network_interface_mac_address = "02:30:00:00:1F:60" }
    cache03 = { vm_id = 252, node_name = "pve3", initialization_hostname = "cache03", initialization_ip_config_ipv4_address = "10.60.100.163/24", network_interface_mac_address = "02:30:00:00:1F:80" }
    cache04 = { vm_id = 253, node_name = "pve4", initialization_hostname = "cache04", initialization_ip_config_ipv4_address = "10.60.100.164/24", network_interface_mac_address = "02:30:00:00:1F:A0" }
    cache05 = { vm_id = 254, node_name = "pve5", initialization_hostname = "cache05", initialization_ip_config_ipv4_address = "10.60.100.165/24", network_interface_mac_address = "02:30:00:00:1F:C0" }
    cache06 = { vm_id = 255, node_name = "pve6", initialization_hostname = "cache06", initialization_ip_config_ipv4_address = "10.60.100.166/24", network_interface_mac_address = "02:30:00:00:1F:E0" }
  }
}
