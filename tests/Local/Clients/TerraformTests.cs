namespace Sluice.Local.Tests.Clients;

/// <summary>Terraform's AWS provider, unchanged, with every argument of its CodeDeploy resources.</summary>
public sealed class TerraformTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    private const int NoChanges = 0;

    [Fact]
    public async Task Applies_plans_nothing_more_changes_and_destroys()
    {
        var (terraform, plugins) = (ClientProgram.Find("terraform"), TerraformPlugins.Find());
        Assert.SkipUnless(terraform is not null, "terraform is not on PATH");
        Assert.SkipUnless(plugins is not null, "there is no filesystem mirror with Terraform's AWS provider");
        await suite.MakeServicesAsync();
        var folder = Directory.CreateDirectory(Path.Combine(suite.Folder, "terraform")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Clients", "Terraform"), "*.tf"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "provider.tf"), Provider(), TestContext.Current.CancellationToken);
        await SucceedsAsync("init", $"-plugin-dir={plugins}");
        (await SucceedsAsync("apply", "-auto-approve")).ShouldContain("10 added");
        await PlansNothingAsync();
        (await SucceedsAsync("apply", "-auto-approve", "-var=changed=true")).ShouldContain("1 added");
        await PlansNothingAsync("-var=changed=true");
        (await SucceedsAsync("destroy", "-auto-approve", "-var=changed=true")).ShouldContain("10 destroyed");

        async Task PlansNothingAsync(params string[] more)
        {
            var plan = await RunAsync(["plan", "-detailed-exitcode", .. more]);
            plan.ExitCode.ShouldBe(NoChanges, plan.All);
        }

        async Task<string> SucceedsAsync(params string[] arguments)
        {
            var end = await RunAsync(arguments);
            end.ExitCode.ShouldBe(0, end.All);
            return end.All;
        }

        Task<ProgramEnd> RunAsync(string[] arguments) => ClientProgram.RunAsync(
            terraform,
            folder,
            [arguments[0], "-no-color", .. arguments.Skip(1)],
            new Dictionary<string, string>(suite.Environment)
            {
                ["TF_CLI_CONFIG_FILE"] = "/dev/null", ["TF_IN_AUTOMATION"] = "1", ["CHECKPOINT_DISABLE"] = "1",
            },
            TestContext.Current.CancellationToken);
    }

    /// <summary>The block that <c>docs/api.md</c> tells people to copy, with where this suite is.</summary>
    private string Provider() => DocsPage.Read("api.md").Blocks("hcl").Single()
        .Replace("http://127.0.0.1:18080", suite.Endpoint.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
        .Replace("~/.local/share/sluice/credentials", suite.Environment["AWS_SHARED_CREDENTIALS_FILE"], StringComparison.Ordinal);
}
