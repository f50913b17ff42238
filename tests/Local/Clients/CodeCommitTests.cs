using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Sluice.Local.Host;
using Sluice.Platform.Access;

namespace Sluice.Local.Tests.Clients;

/// <summary>CodeCommit on one machine: <c>aws codecommit</c> and git itself, unchanged.</summary>
public sealed class CodeCommitTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<JsonObject> _events = [];
    private Suite? _suite;
    private AwsCli? _aws;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Root => _suite!.Url.GetLeftPart(UriPartial.Authority);

    public async ValueTask InitializeAsync()
    {
        _suite = await Suite.StartAsync(new SuiteOptions(_folder.Path, Port: 0, new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH")! }) { Polls = false }, TimeProvider.System);
        _suite.Bus.Published += told =>
        {
            if ((string?)told["source"] == "aws.codecommit")
            {
                lock (_events)
                {
                    _events.Add((JsonObject)told.DeepClone());
                }
            }
        };
        _aws = new AwsCli(_suite.Url, _suite.CredentialsFile);
    }

    public async ValueTask DisposeAsync()
    {
        await _suite!.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_repository_is_made_cloned_pushed_to_and_looked_into()
    {
        var made = (await RunAsync("create-repository", "--repository-name", "shop", "--repository-description", "the shop", "--tags", "Team=web"))["repositoryMetadata"]!;
        ((string?)made["Arn"], (string?)made["cloneUrlHttp"]).ShouldBe(("arn:aws:codecommit:us-east-1:123456789012:shop", $"{Root}/v1/repos/shop"));
        var url = await UrlAsync(Roles.Deployer, "shop");
        using var work = new GitRepository();
        work.Write("src/a.txt", new string('a', 2_000_000));
        var first = work.Commit("first");
        work.Run("push", "-q", url, "main");
        work.Write("src/b.txt", "b");
        var second = work.Commit("second");
        work.Run("tag", "v1");
        work.Run("push", "-q", url, "main", "v1");
        GitRepository.Git(work.Root, ["clone", "-q", await UrlAsync(Roles.Reader, "shop"), "copy"]);
        (await File.ReadAllTextAsync(Path.Combine(work.Root, "copy", "src", "b.txt"), Stop)).ShouldBe("b");

        ((string?)(await RunAsync("get-repository", "--repository-name", "shop"))["repositoryMetadata"]!["defaultBranch"]).ShouldBe("main");
        ((string?)(await RunAsync("get-branch", "--repository-name", "shop", "--branch-name", "main"))["branch"]!["commitId"]).ShouldBe(second);
        var commit = (await RunAsync("get-commit", "--repository-name", "shop", "--commit-id", second))["commit"]!;
        ((string?)commit["message"], (string?)commit["parents"]![0], (string?)commit["author"]!["name"]).ShouldBe(("second\n", first, "Test"));
        ((string)commit["author"]!["date"]!).ShouldMatch(@"^\d+ [+-]\d{4}$");
        var differences = (await RunAsync("get-differences", "--repository-name", "shop", "--before-commit-specifier", first, "--after-commit-specifier", "main"))["differences"]!.AsArray();
        ((string?)differences.ShouldHaveSingleItem()!["afterBlob"]!["path"], (string?)differences[0]!["changeType"]).ShouldBe(("src/b.txt", "A"));
        ((string?)(await RunAsync("get-file", "--repository-name", "shop", "--file-path", "src/b.txt"))["fileContent"]).ShouldBe("Yg==");
        (await RunAsync("get-folder", "--repository-name", "shop", "--folder-path", "/"))["subFolders"]!.ToJsonString().ShouldContain("\"absolutePath\":\"src\"");
        (await RunAsync("get-folder", "--repository-name", "shop", "--folder-path", "src"))["files"]!.AsArray().Select(file => (string?)file!["relativePath"]).ShouldBe(["a.txt", "b.txt"]);

        Told().ShouldBe([("referenceCreated", "branch", "main", first, null), ("referenceUpdated", "branch", "main", second, first), ("referenceCreated", "tag", "v1", second, null)]);
        ((string?)_events[0]["detail-type"], (string?)_events[0]["resources"]![0]).ShouldBe(("CodeCommit Repository State Change", "arn:aws:codecommit:us-east-1:123456789012:shop"));
        ((string)_events[0]["detail"]!["callerUserArn"]!).ShouldStartWith("arn:aws:iam::123456789012:user/AKIA");
    }

    [Fact]
    public async Task Branches_files_names_and_tags_are_changed_over_the_API()
    {
        await RunAsync("create-repository", "--repository-name", "web");
        var first = (string)(await RunAsync("put-file", "--repository-name", "web", "--branch-name", "main", "--file-content", "YQ==", "--file-path", "a/b.txt", "--commit-message", "one"))["commitId"]!;
        (await _aws!.RefusalAsync("codecommit", "put-file", "--repository-name", "web", "--branch-name", "main", "--file-content", "Yg==", "--file-path", "c")).ShouldContain("(ParentCommitIdRequiredException)");
        await RunAsync("put-file", "--repository-name", "web", "--branch-name", "main", "--file-content", "Yg==", "--file-path", "c", "--parent-commit-id", first);
        await RunAsync("create-branch", "--repository-name", "web", "--branch-name", "old", "--commit-id", first);
        (await _aws.RefusalAsync("codecommit", "create-branch", "--repository-name", "web", "--branch-name", "old", "--commit-id", first)).ShouldContain("(BranchNameExistsException)");
        (await RunAsync("list-branches", "--repository-name", "web"))["branches"]!.AsArray().Select(name => (string?)name).ShouldBe(["main", "old"]);
        await RunAsync("update-default-branch", "--repository-name", "web", "--default-branch-name", "old");
        (await _aws.RefusalAsync("codecommit", "delete-branch", "--repository-name", "web", "--branch-name", "old")).ShouldContain("(DefaultBranchCannotBeDeletedException)");
        await RunAsync("delete-branch", "--repository-name", "web", "--branch-name", "main");
        await RunAsync("update-repository-description", "--repository-name", "web", "--repository-description", "other");
        await RunAsync("update-repository-name", "--old-name", "web", "--new-name", "web2");
        const string Arn = "arn:aws:codecommit:us-east-1:123456789012:web2";
        await RunAsync("tag-resource", "--resource-arn", Arn, "--tags", "a=1,B=2");
        await RunAsync("untag-resource", "--resource-arn", Arn, "--tag-keys", "a");
        (await RunAsync("list-tags-for-resource", "--resource-arn", Arn))["tags"]!.ToJsonString().ShouldBe("""{"B":"2"}""");
        (await RunAsync("list-repositories"))["repositories"]!.AsArray().Select(one => (string?)one!["repositoryName"]).ShouldBe(["web2"]);
        (await RunAsync("batch-get-repositories", "--repository-names", "web2", "web"))["repositoriesNotFound"]!.ToJsonString().ShouldBe("""["web"]""");
        await RunAsync("delete-repository", "--repository-name", "web2");
        (await _aws.RefusalAsync("codecommit", "get-repository", "--repository-name", "web2")).ShouldContain("(RepositoryDoesNotExistException)");
        Told().Select(one => one.Event).ShouldBe(["referenceCreated", "referenceUpdated", "referenceCreated", "referenceDeleted"]);
    }

    [Fact]
    public async Task Only_a_key_that_may_is_let_in()
    {
        await RunAsync("create-repository", "--repository-name", "shop");
        using var work = new GitRepository();
        work.Commit();

        Push(work, await UrlAsync(Roles.Reader, "shop")).ShouldContain("403");
        Push(work, $"{Root}/v1/repos/shop").ShouldContain("could not read Username");
        Push(work, (await UrlAsync(Roles.Admin, "shop")).Replace("@", "x@", StringComparison.Ordinal)).ShouldContain("Authentication failed");
        Push(work, await UrlAsync(Roles.Admin, "none")).ShouldContain("not found");
        Push(work, await UrlAsync(Roles.Builder, "shop")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_credential_helper_of_AWS_signs_in()
    {
        await RunAsync("create-repository", "--repository-name", "shop");
        using var work = new GitRepository();
        var commit = work.Commit();
        work.Run("config", "credential.helper", "");
        work.Run("config", "--add", "credential.helper", "!f() { [ \"$1\" != get ] || aws codecommit credential-helper get --ignore-host-check; }; f");
        work.Run("config", "credential.UseHttpPath", "true");
        var start = Git(work, "push", "-q", $"{Root}/v1/repos/shop", "main");
        foreach (var (name, value) in AwsCli.EnvironmentOf(_suite!.Url, _suite.CredentialsFile))
        {
            start.Environment[name] = value;
        }

        Error(start).ShouldBeEmpty();
        ((string?)(await RunAsync("get-branch", "--repository-name", "shop", "--branch-name", "main"))["branch"]!["commitId"]).ShouldBe(commit);
    }

    private static string Push(GitRepository work, string url) => Error(Git(work, "push", "-q", url, "main"));

    private static ProcessStartInfo Git(GitRepository work, params string[] arguments) => new("git", arguments)
    {
        WorkingDirectory = work.Folder, RedirectStandardError = true, UseShellExecute = false, Environment = { ["GIT_TERMINAL_PROMPT"] = "0", ["GIT_CONFIG_GLOBAL"] = "/dev/null", ["LC_ALL"] = "C" },
    };

    private static string Error(ProcessStartInfo start)
    {
        using var git = Process.Start(start)!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        return error;
    }

    private List<(string Event, string Type, string Name, string? Commit, string? Old)> Told()
    {
        lock (_events)
        {
            return [.. _events.Select(one => one["detail"]!).Select(detail => ((string)detail["event"]!, (string)detail["referenceType"]!, (string)detail["referenceName"]!, (string?)detail["commitId"], (string?)detail["oldCommitId"]))];
        }
    }

    private async Task<string> UrlAsync(string role, string name)
    {
        var key = await _suite!.Services.GetRequiredService<AccessKeys>().IssueAsync(role, "test", Stop);
        return $"http://{key.Key.AccessKeyId}:{Uri.EscapeDataString(key.SecretAccessKey)}@{_suite.Url.Authority}/v1/repos/{name}";
    }

    private Task<JsonNode> RunAsync(params string[] arguments) => _aws!.RunAsync(["codecommit", .. arguments]);
}
