using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Documentation;

/// <summary>What docs/packages-rules.md has people type is typed, into a shell with the real <c>aws</c> and npm.</summary>
public sealed class PackagesRulesPageTests(ClientSuite suite) : IClassFixture<ClientSuite>
{
    /// <summary>Operations of which aws does not know.</summary>
    internal static readonly string[] Ours = ["PutPackageRules", "GetPackageRules", "ListPackageRules", "QuarantinePackageVersions", "ReleasePackageVersions", "SearchPackages", "GetPackageRetentionPlan"];

    [Fact]
    public void Each_operation_that_aws_does_not_know_is_told()
    {
        var page = DocsPage.Read("packages-rules.md").Text;

        Ours.Where(operation => !page.Contains($"`{operation}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Rules_withhold_versions_tokens_look_back_and_quarantine_stops_one()
    {
        ClientProgram.Need("npm");
        var shell = new UserShell(suite, "rules");
        var home = Directory.CreateDirectory(Path.Combine(suite.Folder, "npm-home")).FullName;
        var program = $"sluice() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "sluice.dll")}' \"$@\"; }}";

        // npm has a home of its own: its settings are the user's. It would keep documents for some minutes.
        var told = await shell.RunAsync([program, $"export HOME='{home}' npm_config_userconfig='{home}/.npmrc' npm_config_update_notifier=false npm_config_prefer_online=true", .. DocsPage.Read("packages-rules.md").Blocks("sh")]);

        foreach (var part in new[]
        {
            "The repository outside has these rules from now on.\n{\n  \"minimumAge\": {\n    \"days\": 3,",
            "The repository main has these rules from now on.\n1.0.0\n",
            "the repository 'main' blocks it: it loses orders",
            "The repository main has no rules any more.\n",
            "{'latest': '1.0.0'}\n1.1.0\n",
            "npm/@my-org/hello 1.1.0 is in quarantine: CVE-2026-0001: it loses orders\n1.0.0\n",
            "1.1.0: CVE-2026-0001: it loses orders",
            "npm/@my-org/hello 1.1.0 is given again",
            "published by",
            "Every version stays.",
            "it is not among the newest 1",
        })
        {
            told.ShouldContain(part);
        }

        told.Split("refused\n").Length.ShouldBe(3);
    }
}
