terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
variable "changed" {
  type    = bool
  default = false
}
resource "aws_lambda_function_url" "open" {
  function_name      = "shop"
  authorization_type = var.changed ? "AWS_IAM" : "NONE"
  invoke_mode        = var.changed ? "RESPONSE_STREAM" : "BUFFERED"
  dynamic "cors" {
    for_each = var.changed ? [] : [1]
    content {
      allow_credentials = true
      allow_headers     = ["content-type", "x-api-key"]
      allow_methods     = ["GET", "PUT"]
      allow_origins     = ["https://shop.example", "http://localhost:3000"]
      expose_headers    = ["date"]
      max_age           = 600
    }
  }
}
resource "aws_lambda_function_url" "live" {
  function_name      = "shop"
  qualifier          = "live"
  authorization_type = "AWS_IAM"
}
resource "aws_lambda_permission" "bucket" {
  statement_id   = "bucket"
  function_name  = "shop"
  qualifier      = "live"
  action         = "lambda:InvokeFunction"
  principal      = "s3.amazonaws.com"
  source_arn     = var.changed ? "arn:aws:s3:::others" : "arn:aws:s3:::bucket"
  source_account = "123456789012"
}
output "urls" {
  value = "${aws_lambda_function_url.open.url_id} ${aws_lambda_function_url.live.function_url}"
}
