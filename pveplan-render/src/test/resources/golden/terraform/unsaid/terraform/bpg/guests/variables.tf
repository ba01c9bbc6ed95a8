variable "endpoint" {
  description = "The API of a node, without /api2/json."
  type        = string
  default     = "https://10.0.0.11:8006/"
}

variable "api_token" {
  description = "API token as USER@REALM!NAME=SECRET. Set it as TF_VAR_api_token."
  type        = string
  sensitive   = true
}

variable "insecure" {
  description = "Whether to accept a certificate nobody vouches for."
  type        = bool
  default     = false
}
