terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
variable "changed" {
  type    = bool
  default = false
}
resource "aws_cloudwatch_log_group" "web" {
  name              = "/terraform/web"
  retention_in_days = var.changed ? 14 : 7
  skip_destroy      = false
  log_group_class   = "STANDARD"
  tags              = { Team = var.changed ? "Shop" : "Web" }
}
resource "aws_cloudwatch_log_stream" "first" {
  name           = "build/1"
  log_group_name = aws_cloudwatch_log_group.web.name
}
resource "aws_ssm_parameter" "url" {
  name            = "/terraform/url"
  type            = "String"
  value           = var.changed ? "https://shop" : "http://shop"
  description     = "where the shop is"
  allowed_pattern = "^https?://.*$"
  tier            = "Standard"
  data_type       = "text"
  tags            = { Team = var.changed ? "Shop" : "Web" }
}
resource "aws_ssm_parameter" "key" {
  name  = "/terraform/key"
  type  = "SecureString"
  value = "k3y"
}
resource "aws_ssm_parameter" "list" {
  name  = "list"
  type  = "StringList"
  value = "a,b"
}
resource "aws_secretsmanager_secret" "db" {
  name                    = "terraform/db"
  description             = var.changed ? "the shop's database" : "a database"
  recovery_window_in_days = 0
  tags                    = { Team = "Shop" }
}
resource "aws_secretsmanager_secret_version" "db" {
  secret_id     = aws_secretsmanager_secret.db.id
  secret_string = jsonencode({ password = var.changed ? "two" : "one" })
}
resource "aws_secretsmanager_secret_version" "pending" {
  secret_id      = aws_secretsmanager_secret.db.id
  secret_binary  = "AAEC"
  version_stages = ["NEXT"]
}
output "arns" {
  value = "${aws_cloudwatch_log_group.web.arn} ${aws_ssm_parameter.url.arn} ${aws_secretsmanager_secret.db.arn}"
}
