namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with functions' URLs.</summary>
public sealed class TerraformUrlTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    [Fact]
    public async Task Function_URLs_and_permissions_are_applied_changed_and_destroyed()
    {
        await suite.MakeFunctionAsync();
        var terraform = await TerraformProject.StartAsync(suite, "TerraformUrls");

        (await terraform.SucceedsAsync("apply", "-auto-approve")).ShouldMatch(@"urls = ""[a-z0-9]{32} http://[a-z0-9]{32}\.lambda-url\.us-east-1\.localhost:\d+/""");
        await terraform.PlansNothingAsync();
        (await terraform.SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("1 added, 1 changed, 1 destroyed");
        await terraform.PlansNothingAsync("-var=changed=true");
        (await terraform.SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("3 destroyed");
    }
}
