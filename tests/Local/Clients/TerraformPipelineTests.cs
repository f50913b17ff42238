namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with pipelines of both types, types of actions and webhooks.</summary>
public sealed class TerraformPipelineTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const string Arn = "arn:aws:codepipeline:us-east-1:123456789012:";

    [Fact]
    public async Task Pipelines_and_what_belongs_to_them_are_applied_changed_imported_and_destroyed()
    {
        var terraform = await TerraformProject.StartAsync(suite, "TerraformPipelines", asksWhoItIs: true);

        (await terraform.SucceedsAsync("apply", "-auto-approve")).ShouldContain("5 added, 0 changed");
        await terraform.PlansNothingAsync();

        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("0 added, 4 changed, 0 destroyed");
        await terraform.PlansNothingAsync("-var=changed=true");

        await terraform.SucceedsAsync("state", "rm", "aws_codepipeline.whole", "aws_codepipeline.first", "aws_codepipeline_custom_action_type.press", "aws_codepipeline_webhook.push");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codepipeline.whole", "terraform-whole");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codepipeline.first", "terraform-first");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codepipeline_custom_action_type.press", "Deploy/Press/1");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codepipeline_webhook.push", $"{Arn}webhook:terraform-push");

        // The provider imports neither secrets, which are hidden, nor triggers, which it keeps apart: it gives those two pipelines the same once more, and then nothing is left.
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("0 added, 2 changed, 0 destroyed");
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("5 destroyed");
    }
}
