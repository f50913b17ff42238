namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with what belongs to builds.</summary>
public sealed class TerraformBuildTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Projects_and_what_belongs_to_them_are_applied_changed_imported_and_destroyed()
    {
        var terraform = await TerraformProject.StartAsync(suite, "TerraformBuilds");

        (await terraform.SucceedsAsync("apply", "-auto-approve")).ShouldContain("/badges?uuid=");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("0 added, 3 changed, 0 destroyed");
        await terraform.PlansNothingAsync("-var=changed=true");

        await terraform.SucceedsAsync("state", "rm", "aws_codebuild_project.shop", "aws_codebuild_webhook.push", "aws_codebuild_fleet.reserved");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codebuild_project.shop", "terraform-shop");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codebuild_webhook.push", "terraform-shop");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codebuild_fleet.reserved", "arn:aws:codebuild:us-east-1:123456789012:fleet/terraform-reserved");
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("6 destroyed");
    }

    [Fact]
    public async Task Every_argument_that_the_provider_has_is_kept_as_it_is_given()
    {
        var terraform = await TerraformProject.StartAsync(suite, "TerraformWholeBuilds");

        (await terraform.SucceedsAsync("apply", "-auto-approve")).ShouldContain("5 added, 0 changed");
        await terraform.PlansNothingAsync();

        await terraform.SucceedsAsync("state", "rm", "aws_codebuild_project.whole");
        await terraform.SucceedsAsync("import", "aws_codebuild_project.whole", "terraform-whole");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("destroy", "-auto-approve")).ShouldContain("5 destroyed");
    }
}
