variable "changed" {
  type    = bool
  default = false
}

resource "aws_codestarconnections_host" "own" {
  name              = "terraform-own"
  provider_type     = "GitHubEnterpriseServer"
  provider_endpoint = var.changed ? "https://git2.example.com" : "https://git.example.com"
}

resource "aws_codestarconnections_connection" "own" {
  name     = "terraform-own"
  host_arn = aws_codestarconnections_host.own.arn
}

resource "aws_codestarconnections_connection" "hub" {
  name          = "terraform-hub"
  provider_type = "GitHub"
  tags          = { team = var.changed ? "shop" : "web" }
}

output "arn" {
  value = aws_codestarconnections_connection.hub.arn
}
