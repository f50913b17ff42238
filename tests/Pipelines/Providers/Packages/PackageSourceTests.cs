using System.Text.Json.Nodes;
using Sluice.Local.StateMachines.Tasks;
using Sluice.Pipelines.Model;
using Sluice.Pipelines.Providers;
using Sluice.Pipelines.Records;
using Sluice.Pipelines.Tests.Fakes;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Tests.Providers.Packages;

public sealed class PackageSourceTests
{
    [Fact]
    public void The_newest_published_version_is_an_artifact_and_variables() => Play([], async (host, request) =>
    {
        var result = await host.RunAsync(request);

        result.Status.ShouldBe(ActionStatus.Succeeded, result.Message);
        (result.ExternalExecutionId, result.Message).ShouldBe(("2.0.0", "2.0.0 of the npm package @team/ui in org/releases"));
        result.OutputVariables.ShouldBe(new Dictionary<string, string>
        {
            ["DomainName"] = "org", ["RepositoryName"] = "releases", ["PackageFormat"] = "npm", ["PackageNamespace"] = "team", ["PackageName"] = "ui", ["PackageVersion"] = "2.0.0", ["PackageVersionRevision"] = "rev",
        });
        host.Calls.Select(call => call.Parameters.ToJsonString()).ShouldBe(
        [
            """{"Domain":"org","Repository":"releases","Format":"npm","Package":"ui","Namespace":"team","Status":"Published","SortBy":"PUBLISHED_TIME","MaxResults":1}""",
            """{"Domain":"org","Repository":"releases","Format":"npm","Package":"ui","Namespace":"team","PackageVersion":"2.0.0"}""",
        ]);
        var taking = request with { InputArtifacts = new Dictionary<string, ObjectRef> { ["In"] = result.OutputArtifacts["Library"] } };
        JsonNode.Parse(await host.Suite.Get<ActionArtifacts>().ReadFileAsync(taking, "In", "packageVersion.json", 10_000, CancellationToken.None))!.ToJsonString().ShouldBe(
            """{"Version":"1.0","DomainName":"org","DomainOwner":null,"RepositoryName":"releases","PackageFormat":"npm","PackageNamespace":"team","PackageName":"ui","PackageVersion":"2.0.0","PackageVersionRevision":"rev","Status":"Published","PublishedTime":"2026-01-01T00:00:00Z"}""");
    });

    [Fact]
    public void The_version_that_the_action_names_is_taken_without_asking_for_the_newest() => Play(new() { ["PackageVersion"] = "1.4.0", ["DomainOwner"] = "111122223333" }, async (host, request) =>
    {
        (await host.RunAsync(request)).ExternalExecutionId.ShouldBe("1.4.0");
        host.Calls.Single().Parameters.ToJsonString().ShouldBe("""{"Domain":"org","Repository":"releases","Format":"npm","Package":"ui","DomainOwner":"111122223333","Namespace":"team","PackageVersion":"1.4.0"}""");
    });

    [Fact]
    public void What_whoever_started_the_run_named_goes_before_what_the_action_names() => Play(new() { ["PackageVersion"] = "1.4.0" }, async (host, request) =>
    {
        await host.Suite.Get<PipelineRunStore>().ChangeAsync("app", request.PipelineExecutionId, turn => turn.With(turn.Run with { SourceRevisions = [new SourceCommit("Act", "ui", "", "1.5.0")] }), CancellationToken.None);
        (await host.RunAsync(request)).ExternalExecutionId.ShouldBe("1.5.0");
    });

    [Theory]
    [InlineData("Archived")]
    [InlineData("Disposed")]
    [InlineData("Unfinished")]
    [InlineData("Deleted")]
    public void A_version_that_package_managers_do_not_get_fails_the_action(string status) => Play(new() { ["PackageVersion"] = "1.4.0" }, async (host, request) =>
    {
        host.Serve = (_, parameters) => Described((string)parameters["PackageVersion"]!, status);
        (await host.RunAsync(request)).Message.ShouldBe($"The version 1.4.0 of the npm package @team/ui in org/releases is {status}: package managers do not get it.");
    });

    [Fact]
    public void A_package_with_no_published_version_is_told() => Play([], async (host, request) =>
    {
        host.Serve = (_, _) => JsonNode.Parse("""{"Versions":[]}""")!;
        (await host.RunAsync(request)).Message.ShouldBe("There is no published version of the npm package @team/ui in org/releases.");
    });

    [Fact]
    public void What_CodeArtifact_refuses_is_told_in_its_words() => Play(new() { ["PackageFormat"] = "maven" }, async (host, request) =>
    {
        host.Serve = (_, _) => throw new TaskFailedException("Codeartifact.ResourceNotFoundException", "Package not found");
        (await host.RunAsync(request)).Message.ShouldBe("The maven package team:ui in org/releases cannot be read. Codeartifact.ResourceNotFoundException: Package not found");
    });

    private static JsonNode Described(string version, string status = "Published") =>
        new JsonObject { ["PackageVersion"] = new JsonObject { ["Version"] = version, ["Revision"] = "rev", ["Status"] = status, ["PublishedTime"] = "2026-01-01T00:00:00Z" } };

    private static void Play(Dictionary<string, string> more, Func<ActionHost, ActionRequest, Task> scenario)
    {
        using var host = new ActionHost
        {
            Serve = (_, parameters) => (string?)parameters["PackageVersion"] is { } version ? Described(version) : JsonNode.Parse("""{"Versions":[{"Version":"2.0.0","Revision":"rev","Status":"Published"}],"NextToken":"more"}"""),
        };
        host.Time.Run(async () =>
        {
            var configuration = new Dictionary<string, string> { ["DomainName"] = "org", ["RepositoryName"] = "releases", ["PackageFormat"] = "npm", ["PackageNamespace"] = "@team", ["PackageName"] = "ui" };
            foreach (var (key, value) in more)
            {
                configuration[key] = value;
            }

            await scenario(host, await host.RequestAsync("Source/CodeArtifact", configuration) with { OutputArtifacts = ["Library"] });
            return true;
        });
    }
}
