namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with domains, repositories, policies, tokens and endpoints of packages.</summary>
public sealed class TerraformPackageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Domains_and_repositories_are_applied_changed_imported_and_destroyed()
    {
        var terraform = await TerraformProject.StartAsync(suite, "TerraformPackages");

        (await terraform.SucceedsAsync("apply", "-auto-approve")).ShouldContain("6 added");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("output", "-raw", "endpoint")).Trim().ShouldBe($"{suite.Endpoint}artifacts/terraform/npm/main/");
        (await terraform.SucceedsAsync("output", "-raw", "has_token")).Trim().ShouldBe("true");
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("5 changed");
        await terraform.PlansNothingAsync("-var=changed=true");
        var arn = (await terraform.SucceedsAsync("output", "-raw", "arn")).Trim();

        await terraform.SucceedsAsync("state", "rm", "aws_codeartifact_repository.main", "aws_codeartifact_repository_permissions_policy.main");
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codeartifact_repository.main", arn);
        await terraform.SucceedsAsync("import", "-var=changed=true", "aws_codeartifact_repository_permissions_policy.main", arn);
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("6 destroyed");
    }
}
