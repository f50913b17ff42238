namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with buckets and objects.</summary>
public sealed class TerraformBucketTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Buckets_and_objects_are_applied_changed_imported_and_destroyed()
    {
        var terraform = await TerraformProject.StartAsync(suite, "TerraformBuckets");

        (await terraform.SucceedsAsync("apply", "-auto-approve")).ShouldContain("seen = \"open red pages/hello world.html\"");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("seen = \"closed red pages/hello world.html\"");
        await terraform.PlansNothingAsync("-var=changed=true");

        await terraform.SucceedsAsync("state", "rm", "aws_s3_bucket.site", "aws_s3_bucket_versioning.site", "aws_s3_object.page");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_s3_bucket.site", "terraform-site");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_s3_bucket_versioning.site", "terraform-site");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_s3_object.page", "terraform-site/pages/hello world.html");
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("0 added, 2 changed, 0 destroyed"); // What only the provider knows: force_destroy and content.
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("3 destroyed");
    }
}
