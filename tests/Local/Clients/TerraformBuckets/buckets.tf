variable "changed" {
  default = false
}

resource "aws_s3_bucket" "site" {
  bucket        = "terraform-site"
  force_destroy = true
  tags          = { team = var.changed ? "ops" : "web" }
}

resource "aws_s3_bucket_versioning" "site" {
  bucket = aws_s3_bucket.site.id
  versioning_configuration {
    status = var.changed ? "Suspended" : "Enabled"
  }
}

resource "aws_s3_object" "page" {
  bucket              = aws_s3_bucket_versioning.site.bucket
  key                 = "pages/hello world.html"
  content             = var.changed ? "closed" : "open"
  etag                = md5(var.changed ? "closed" : "open")
  content_type        = "text/html"
  content_disposition = "inline"
  content_language    = "en"
  cache_control       = "no-cache"
  storage_class       = "STANDARD_IA"
  metadata            = { color = "red" }
  tags                = { kind = "page" }
}

data "aws_s3_object" "page" {
  bucket = aws_s3_object.page.bucket
  key    = aws_s3_object.page.key
}

data "aws_s3_objects" "all" {
  bucket     = aws_s3_bucket.site.id
  depends_on = [aws_s3_object.page]
}

output "seen" {
  value = "${data.aws_s3_object.page.body} ${data.aws_s3_object.page.metadata["color"]} ${join(",", data.aws_s3_objects.all.keys)}"
}
