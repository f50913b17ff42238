using System.Text;
using System.Text.Json.Nodes;
using Sluice.BuildContract.Jobs;
using Sluice.Local.Commands;
using Sluice.Local.Commands.Builds;
using Sluice.Local.Tests.Clients;

namespace Sluice.Local.Tests.Commands.Builds;

/// <summary><c>sluice build --like</c>: a build that a suite made, once more on this machine.</summary>
public sealed class LikeBuildTests(ClientSuite suite) : IClassFixture<ClientSuite>, IDisposable
{
    private readonly GitRepository _repository = new();
    private readonly MemoryStream _log = new();
    private readonly HttpClient _http = new();

    private string Log => Encoding.UTF8.GetString(_log.ToArray());

    [Fact]
    public async Task Its_commit_buildspec_and_variables_are_those_of_the_build_whatever_has_come_since()
    {
        _repository.Write("buildspec.yml", "version: 0.2\nphases: {build: {commands: ['cat what; echo \"$WHO by $HOW, number $CODEBUILD_BUILD_NUMBER\"']}}");
        _repository.Write("what", "the old\n");
        var commit = _repository.Commit();
        var id = await BuiltAsync("name=WHO,value=me", "name=HOW,value=hand");
        _repository.Write("what", "the new\n");
        _repository.Commit();

        (await RunAsync(id, new FolderBuildOptions("", null, [new JobVariable("HOW", "machine")], null, null, null, Json: false))).ShouldBe(0, Log);

        Log.ShouldContain("\nthe old\nme by machine, number 1\n");
        Log.ShouldContain(commit);
    }

    [Fact]
    public async Task A_folder_can_take_the_place_of_its_commit()
    {
        _repository.Write("buildspec.yml", "version: 0.2\nphases: {build: {commands: ['cat what; echo \"by $WHO\"']}}");
        _repository.Write("what", "the old\n");
        _repository.Commit();
        var id = await BuiltAsync("name=WHO,value=me");
        _repository.Write("what", "not committed\n");

        (await RunAsync(id, new FolderBuildOptions("", null, [], null, null, null, Json: false), _repository.Folder)).ShouldBe(0, Log);

        Log.ShouldContain("\nnot committed\nby me\n");
    }

    [Fact]
    public async Task A_build_that_is_none_or_a_service_that_does_not_answer_is_named()
    {
        (await Should.ThrowAsync<UsageException>(() => Service(suite.Environment).GetAsync("web:00000000-0000-4000-8000-000000000000", CancellationToken.None))).Message.ShouldContain("there is no such build; expected PROJECT:UUID");
        var wrong = new Dictionary<string, string>(suite.Environment) { ["AWS_ACCESS_KEY_ID"] = "AKIAWRONGWRONGWRONG1", ["AWS_SECRET_ACCESS_KEY"] = "wrong" };
        (await Should.ThrowAsync<UsageException>(() => Service(wrong).GetAsync("web:1", CancellationToken.None))).Message.ShouldContain("the builds cannot be asked for:");
    }

    [Fact]
    public void What_a_pipeline_handed_over_is_asked_for()
    {
        var build = JsonNode.Parse("""{"id":"web:1","arn":"arn:build","projectName":"web","source":{"type":"CODEPIPELINE"},"environment":{}}""")!;

        Should.Throw<UsageException>(() => LikeJob.Of(build, new FolderBuildOptions("", null, [], null, null, null, false), null)).Message.ShouldContain("give a folder with --source");
        LikeJob.Of(build, new FolderBuildOptions("", null, [], null, null, null, false), "/src").Source.ShouldBe(new JobSource { Kind = JobSourceKind.Folder, Repository = "/src" });
    }

    [Fact]
    public void Sources_variables_and_the_image_are_told_to_the_program()
    {
        var build = JsonNode.Parse(
            """
            {"id":"web:1","arn":"arn:build","projectName":"web","timeoutInMinutes":5,"sourceVersion":"main","resolvedSourceVersion":"abc",
             "source":{"type":"GITHUB","location":"https://example.com/a.git","gitCloneDepth":0,"gitSubmodulesConfig":{"fetchSubmodules":true},"buildspec":"ci.yml"},
             "secondarySources":[{"type":"S3","location":"bucket/key.zip","sourceIdentifier":"data"},{"type":"NO_SOURCE","sourceIdentifier":"none"}],
             "secondarySourceVersions":[{"sourceIdentifier":"data","sourceVersion":"v1"}],
             "environment":{"image":"tools:1","privilegedMode":true,"environmentVariables":[{"name":"P","value":"/p","type":"PARAMETER_STORE"},{"name":"S","value":"s","type":"SECRETS_MANAGER"},{"name":"A","value":"a"}]}}
            """)!;

        var job = LikeJob.Of(build, new FolderBuildOptions("", null, [], null, "cache", null, false), null);

        job.Source.ShouldBe(new JobSource { Kind = JobSourceKind.Git, Repository = "https://example.com/a.git", Version = "abc", CloneDepth = 0, FetchSubmodules = true });
        job.SecondarySources.Select(source => (source.Identifier, source.Object?.Key, source.Version)).ShouldBe([("data", "key.zip", "v1"), (null, null, null)]);
        job.Environment.Select(variable => $"{variable.Name} {variable.Kind}").ShouldBe(["P ParameterStore", "S SecretsManager", "A Plaintext"]);
        (job.Buildspec, job.Image, job.PrivilegedMode, job.TimeoutSeconds, job.Cache!.Namespace).ShouldBe(("ci.yml", "tools:1", true, 300, "web"));
    }

    public void Dispose()
    {
        _repository.Dispose();
        _log.Dispose();
        _http.Dispose();
    }

    private BuildService Service(IReadOnlyDictionary<string, string> environment) => new(environment, _http, TimeProvider.System);

    private async Task<int> RunAsync(string id, FolderBuildOptions options, string? folder = null)
    {
        var environment = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        foreach (var (name, value) in suite.Environment)
        {
            environment[name] = value;
        }

        var service = Service(environment);
        var job = LikeJob.Of(await service.GetAsync(id, TestContext.Current.CancellationToken), options, folder);
        return await new FolderBuild(job, options, service.Environment, _log, TextWriter.Null).RunAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>The id of a build of the repository that has succeeded.</returns>
    private async Task<string> BuiltAsync(params string[] variables)
    {
        var aws = new AwsService(new AwsCli(suite.Endpoint, suite.Credentials), "codebuild");
        var project = $"like-{Guid.NewGuid():N}";
        await aws.RunAsync(
            "create-project", "--name", project, "--source", $"type=GITHUB,location={_repository.Folder}", "--artifacts", "type=NO_ARTIFACTS", "--service-role", "arn:aws:iam::123456789012:role/build",
            "--environment", "type=LINUX_CONTAINER,image=local,computeType=BUILD_GENERAL1_SMALL");
        var id = (await aws.RunAsync(["start-build", "--project-name", project, "--environment-variables-override", .. variables]))["build"]!["id"]!.ToString();
        while (true)
        {
            // Asking takes a process of its own, which is pause enough.
            var build = (await aws.RunAsync("batch-get-builds", "--ids", id))["builds"]![0]!;
            if (build["buildComplete"]!.GetValue<bool>())
            {
                build["buildStatus"]!.ToString().ShouldBe("SUCCEEDED", build.ToJsonString());
                return id;
            }
        }
    }
}
