terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}
variable "changed" {
  type    = bool
  default = false
}
resource "aws_sqs_queue" "orders" {
  name                       = "terraform-orders"
  visibility_timeout_seconds = var.changed ? 60 : 30
  tags                       = { Team = var.changed ? "Shop" : "Web" }
}
resource "aws_sns_topic" "news" {
  name         = "terraform-news"
  display_name = var.changed ? "News" : "Old news"
  tags         = { Team = "Shop" }
}
resource "aws_sns_topic_subscription" "orders" {
  topic_arn            = aws_sns_topic.news.arn
  protocol             = "sqs"
  endpoint             = aws_sqs_queue.orders.arn
  raw_message_delivery = true
  filter_policy        = jsonencode({ kind = var.changed ? ["order", "return"] : ["order"] })
}
resource "aws_cloudwatch_event_bus" "shop" {
  name = "terraform-shop"
}
resource "aws_cloudwatch_event_rule" "ordered" {
  name           = "terraform-ordered"
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  event_pattern  = jsonencode({ source = ["shop"], "detail-type" = ["Ordered"] })
  description    = var.changed ? "orders" : "all orders"
}
resource "aws_cloudwatch_event_target" "news" {
  rule           = aws_cloudwatch_event_rule.ordered.name
  event_bus_name = aws_cloudwatch_event_bus.shop.name
  target_id      = "news"
  arn            = aws_sns_topic.news.arn
  input_transformer {
    input_paths    = { n = "$.detail.n" }
    input_template = "\"order <n>\""
  }
}
resource "aws_cloudwatch_event_rule" "tick" {
  name                = "terraform-tick"
  schedule_expression = var.changed ? "rate(2 hours)" : "rate(1 hour)"
}
resource "aws_cloudwatch_event_target" "tick" {
  rule = aws_cloudwatch_event_rule.tick.name
  arn  = aws_sqs_queue.orders.arn
}
output "arns" {
  value = "${aws_sqs_queue.orders.arn} ${aws_sns_topic.news.arn} ${aws_cloudwatch_event_rule.ordered.arn}"
}
