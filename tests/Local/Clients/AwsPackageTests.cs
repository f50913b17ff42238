using System.Text.Json.Nodes;
using Sluice.Platform.Protocol.Models;

namespace Sluice.Local.Tests.Clients;

/// <summary><c>aws codeartifact</c>, each of its commands.</summary>
public sealed class AwsPackageTests : IClassFixture<ClientSuite>
{
    private const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"codeartifact:ReadFromRepository","Resource":"*"}]}""";
    private static readonly string[] _package = ["--format", "generic", "--namespace", "team", "--package", "tool"];
    private static readonly string[] _in = ["--domain", "org", "--repository", "main"];

    // Ours, of which no client of others knows: docs/packages-rules.md tries them by sluice.
    private static readonly string[] _ours = ["PutPackageRules", "GetPackageRules", "ListPackageRules", "QuarantinePackageVersions", "ReleasePackageVersions", "SearchPackages", "GetPackageRetentionPlan"];

    private readonly ClientSuite _suite;
    private readonly AwsService _aws;

    public AwsPackageTests(ClientSuite suite) => (_suite, _aws) = (suite, new AwsService(new AwsCli(suite.Endpoint, suite.Credentials), "codeartifact"));

    [Fact]
    public async Task All_commands_work()
    {
        await DomainsAndRepositoriesAsync();
        await PoliciesAndTagsAsync();
        await VersionsAsync();
        await GroupsAsync();
        await PackagesAsync();
        await EndAsync();

        _aws.Tried.Order().ShouldBe(new ServiceModels()["codeartifact"].Operations.Keys.Except(_ours).Select(AwsOperationsTests.Command).Order());
    }

    private async Task DomainsAndRepositoriesAsync()
    {
        var domain = (await RunAsync("create-domain", "--domain", "org", "--tags", "key=team,value=web"))["domain"]!;
        (Text(domain, "owner"), Text(domain, "status")).ShouldBe(("123456789012", "Active"));
        await RunAsync("create-repository", ["--domain", "org", "--repository", "store"]);
        await RunAsync("create-repository", [.. _in, "--description", "ours", "--upstreams", "repositoryName=store"]);
        await RunAsync("associate-external-connection", "--domain", "org", "--repository", "store", "--external-connection", "public:npmjs");
        Text((await RunAsync("describe-repository", "--domain", "org", "--repository", "store"))["repository"]!["externalConnections"]![0]!, "packageFormat").ShouldBe("npm");
        await RunAsync("disassociate-external-connection", "--domain", "org", "--repository", "store", "--external-connection", "public:npmjs");
        await RunAsync("update-repository", [.. _in, "--description", "theirs"]);
        (await RunAsync("list-repositories", "--repository-prefix", "ma"))["repositories"]!.AsArray().Count.ShouldBe(1);
        (await RunAsync("list-repositories-in-domain", "--domain", "org"))["repositories"]!.AsArray().Count.ShouldBe(2);
        (await RunAsync("list-domains"))["domains"]!.AsArray().Count.ShouldBe(1);
        ((int)(await RunAsync("describe-domain", "--domain", "org"))["domain"]!["repositoryCount"]!).ShouldBe(2);
        Text(await RunAsync("get-repository-endpoint", [.. _in, "--format", "npm"]), "repositoryEndpoint").ShouldBe($"{_suite.Endpoint}artifacts/org/npm/main/");
        Text(await RunAsync("get-authorization-token", "--domain", "org", "--duration-seconds", "900"), "authorizationToken").ShouldNotBeEmpty();
    }

    private async Task PoliciesAndTagsAsync()
    {
        await RunAsync("put-domain-permissions-policy", "--domain", "org", "--policy-document", Policy);
        Text((await RunAsync("get-domain-permissions-policy", "--domain", "org"))["policy"]!, "document").ShouldBe(Policy);
        await RunAsync("delete-domain-permissions-policy", "--domain", "org");
        var revision = Text((await RunAsync("put-repository-permissions-policy", [.. _in, "--policy-document", Policy]))["policy"]!, "revision");
        Text((await RunAsync("get-repository-permissions-policy", _in))["policy"]!, "revision").ShouldBe(revision);
        (await _aws.RefusalAsync(["delete-repository-permissions-policy", .. _in, "--policy-revision", "old"])).ShouldContain("(ConflictException)");
        await RunAsync("delete-repository-permissions-policy", [.. _in, "--policy-revision", revision]);
        const string Arn = "arn:aws:codeartifact:us-east-1:123456789012:domain/org";
        await RunAsync("tag-resource", "--resource-arn", Arn, "--tags", "key=stage,value=test");
        await RunAsync("untag-resource", "--resource-arn", Arn, "--tag-keys", "team");
        (await RunAsync("list-tags-for-resource", "--resource-arn", Arn))["tags"]!.ToJsonString().ShouldBe("""[{"key":"stage","value":"test"}]""");
    }

    private async Task VersionsAsync()
    {
        var bytes = new byte[3_000_000];
        new Random(1).NextBytes(bytes);
        var (asset, back) = (Path.Combine(_suite.Folder, "tool.bin"), Path.Combine(_suite.Folder, "back.bin"));
        await File.WriteAllBytesAsync(asset, bytes, TestContext.Current.CancellationToken);
        var sha = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        string[] content = ["--asset-content", asset, "--asset-name", "tool.bin", "--asset-sha256", sha];
        foreach (var version in new[] { "1.0", "2.0" })
        {
            Text(await RunAsync("publish-package-version", [.. _in, .. _package, "--package-version", version, .. content]), "status").ShouldBe("Published");
        }

        string[] one = [.. _in, .. _package, "--package-version", "1.0"];
        await RunAsync("get-package-version-asset", [.. one, "--asset", "tool.bin", back]);
        (await File.ReadAllBytesAsync(back, TestContext.Current.CancellationToken)).ShouldBe(bytes);
        Text((await RunAsync("describe-package-version", one))["packageVersion"]!["origin"]!, "originType").ShouldBe("INTERNAL");
        Text((await RunAsync("list-package-version-assets", one))["assets"]![0]!["hashes"]!, "SHA-256").ShouldBe(sha);
        (await RunAsync("list-package-version-dependencies", one))["dependencies"]!.AsArray().ShouldBeEmpty();
        (await _aws.RefusalAsync(["get-package-version-readme", .. one])).ShouldContain("(ResourceNotFoundException)");
        (await RunAsync("copy-package-versions", ["--domain", "org", "--source-repository", "main", "--destination-repository", "store", .. _package, "--versions", "1.0", "2.0"]))["successfulVersions"]!.AsObject().Count.ShouldBe(2);
        Text((await RunAsync("update-package-versions-status", [.. _in, .. _package, "--versions", "1.0", "--target-status", "Archived"]))["successfulVersions"]!["1.0"]!, "status").ShouldBe("Archived");
        Text((await RunAsync("dispose-package-versions", [.. _in, .. _package, "--versions", "1.0", "--expected-status", "Published"]))["failedVersions"]!["1.0"]!, "errorCode").ShouldBe("MISMATCHED_STATUS");
        await RunAsync("delete-package-versions", [.. _in, .. _package, "--versions", "1.0"]);
        (await RunAsync("list-package-versions", [.. _in, .. _package, "--sort-by", "PUBLISHED_TIME"]))["versions"]!.AsArray().Select(version => Text(version!, "version")).ShouldBe(["2.0"]);
    }

    private async Task GroupsAsync()
    {
        string[] group = ["--domain", "org", "--package-group", "/generic/team/*"];
        await RunAsync("create-package-group", [.. group, "--description", "of the team"]);
        await RunAsync("update-package-group", [.. group, "--contact-info", "team"]);
        await RunAsync("update-package-group-origin-configuration", [.. group, "--restrictions", "PUBLISH=ALLOW_SPECIFIC_REPOSITORIES", "--add-allowed-repositories", "repositoryName=store,originRestrictionType=PUBLISH"]);
        Text((await RunAsync("describe-package-group", group))["packageGroup"]!["originConfiguration"]!["restrictions"]!["PUBLISH"]!, "effectiveMode").ShouldBe("ALLOW_SPECIFIC_REPOSITORIES");
        (await RunAsync("list-allowed-repositories-for-group", [.. group, "--origin-restriction-type", "PUBLISH"]))["allowedRepositories"]!.ToJsonString().ShouldBe("""["store"]""");
        Text((await RunAsync("list-associated-packages", group))["packages"]![0]!, "associationType").ShouldBe("STRONG");
        Text(await RunAsync("get-associated-package-group", ["--domain", "org", .. _package]), "associationType").ShouldBe("STRONG");
        (await RunAsync("list-package-groups", "--domain", "org"))["packageGroups"]!.AsArray().Count.ShouldBe(2);
        Text((await RunAsync("list-sub-package-groups", "--domain", "org", "--package-group", "/*"))["packageGroups"]![0]!, "pattern").ShouldBe("/generic/team/*");
        (await _aws.RefusalAsync(["publish-package-version", .. _in, .. _package, "--package-version", "3.0", "--asset-name", "a", "--asset-content", Path.Combine(_suite.Folder, "tool.bin"), "--asset-sha256", new string('0', 64)])).ShouldContain("(AccessDeniedException)");
        await RunAsync("delete-package-group", group);
    }

    private async Task PackagesAsync()
    {
        await RunAsync("put-package-origin-configuration", [.. _in, .. _package, "--restrictions", "publish=BLOCK,upstream=ALLOW"]);
        Text((await RunAsync("describe-package", [.. _in, .. _package]))["package"]!["originConfiguration"]!["restrictions"]!, "publish").ShouldBe("BLOCK");
        (await RunAsync("list-packages", [.. _in, "--publish", "BLOCK"]))["packages"]!.AsArray().Count.ShouldBe(1);
        Text((await RunAsync("delete-package", [.. _in, .. _package]))["deletedPackage"]!, "package").ShouldBe("tool");
    }

    private async Task EndAsync()
    {
        (await _aws.RefusalAsync("delete-domain", "--domain", "org")).ShouldContain("(ConflictException)");
        await RunAsync("delete-repository", _in);
        await RunAsync("delete-repository", "--domain", "org", "--repository", "store");
        await RunAsync("delete-domain", "--domain", "org");
        (await _aws.RefusalAsync("describe-domain", "--domain", "org")).ShouldContain("(ResourceNotFoundException)");
    }

    private static string Text(JsonNode from, string member) => from[member]!.GetValue<string>();

    private Task<JsonNode> RunAsync(string command, params string[] arguments) => _aws.RunAsync([command, .. arguments]);
}
