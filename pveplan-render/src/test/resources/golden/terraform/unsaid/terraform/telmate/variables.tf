variable "api_url" {
  description = "The API of a node, with /api2/json."
  type        = string
  default     = "https://10.0.0.11:8006/api2/json"
}

variable "api_token_id" {
  description = "API token as USER@REALM!NAME."
  type        = string
}

variable "api_token_secret" {
  description = "Secret of the API token. Set it as TF_VAR_api_token_secret."
  type        = string
  sensitive   = true
}

variable "tls_insecure" {
  description = "Whether to accept a certificate nobody vouches for."
  type        = bool
  default     = false
}
